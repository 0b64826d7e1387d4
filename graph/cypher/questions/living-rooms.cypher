// question: living-rooms
// zh: 一地建了或要建哪些国际客厅
// en: Which living rooms did a place open or does it plan, and for whom?
// wordings:
//   - {zh: "{place}有哪些国际客厅", en: "which living rooms does {place} have"}
//   - {zh: "{place}为{for}设的客厅", en: "which room did {place} open for {for}"}
// parameters:
//   place: {type: place, zh: 地方, en: place, example: 青岛}
//   for: {type: place, zh: 服务对象, en: counterpart, example: 以色列}
// columns: {room: entity, owner: entity, counterpart: entities, located: entity, date: date, status: text, fact: fact}
// filters: facts
// statuses: [done, planned]
// picture: list
MATCH (o:Entity)-[f:OPENED]->(r:LivingRoom)
WHERE
  // filters
  f.status IN $status AND f.confidence >= $min_confidence
  AND ($known_by IS NULL OR f.known <= $known_by)
  AND ((f.date_from IS NULL AND $undated) OR (f.date_from <= $during_to AND f.date_to >= $during_from))
  // end of filters
  AND ($place IS NULL OR any(x IN $place WHERE x IN o.within OR x IN r.within))
  AND ($for IS NULL OR EXISTS { MATCH (r)-[:SERVES]->(s:Entity) WHERE any(x IN $for WHERE x IN s.within) })
WITH o, f, r
OPTIONAL MATCH (r)-[:SERVES]->(s:Entity)
WITH o, f, r, s ORDER BY s.id
WITH o, f, r, collect(DISTINCT {id: s.id, name: s.name, label: [x IN labels(s) WHERE x <> 'Entity'][0]}) AS served
OPTIONAL MATCH (r)-[:LOCATED_IN]->(l:Entity)
WITH o, f, r, served, l ORDER BY l.id
WITH o, f, r, served, collect(l)[0] AS place
RETURN {id: r.id, name: r.name, label: [x IN labels(r) WHERE x <> 'Entity'][0]} AS room,
  {id: o.id, name: o.name, label: [x IN labels(o) WHERE x <> 'Entity'][0]} AS owner,
  [x IN served WHERE x.id IS NOT NULL] AS counterpart,
  CASE WHEN place IS NULL THEN null ELSE {id: place.id, name: place.name, label: [x IN labels(place) WHERE x <> 'Entity'][0]} END AS located,
  f.date AS date,
  f.status AS status,
  {id: f.id, type: type(f), status: f.status, date: f.date, confidence: f.confidence, sources: f.sources} AS fact
ORDER BY f.date_from, r.name, f.id
SKIP $skip LIMIT $limit
