// question: itinerary
// zh: 一个考察团走过哪些站
// en: What were the stops of a delegation, in their order?
// wordings:
//   - {zh: "{delegation}去了哪些地方", en: "where did {delegation} go"}
//   - {zh: "{place}考察团{date}的行程", en: "itinerary of the delegation of {place} in {date}"}
// parameters:
//   delegation: {type: delegation, zh: 代表团, en: delegation}
//   place: {type: place, zh: 派出地, en: origin, example: 青岛}
//   date: {type: date, zh: 日期, en: date, example: 2021-05}
// one_of: [delegation, place]
// columns: {delegation: entity, stop: entity, position: integer, date: date, located: entity, fact: fact}
// filters: facts
// picture: route
CALL () {
  MATCH (c:Delegation) WHERE c.id IN $delegation
  RETURN c
  UNION
  MATCH (p:Entity) WHERE p.id IN $place
  MATCH (q:Entity)-[:LOCATED_IN*0..4]->(p)
  MATCH (q)-[:DISPATCHED]->(c:Delegation)
  WHERE $date IS NULL OR c.start IS NULL OR c.start STARTS WITH $date OR $date STARTS WITH c.start
  RETURN c
}
WITH DISTINCT c
MATCH (c)-[f:VISITED]->(s:Entity)
WHERE
  // filters
  f.status IN $status AND f.confidence >= $min_confidence
  AND ($known_by IS NULL OR f.known <= $known_by)
  AND ((f.date_from IS NULL AND $undated) OR (f.date_from <= $during_to AND f.date_to >= $during_from))
  // end of filters
OPTIONAL MATCH (s)-[:LOCATED_IN]->(l:Entity)
WITH c, f, s, l ORDER BY l.id
WITH c, f, s, collect(l)[0] AS place
RETURN {id: c.id, name: c.name, label: [x IN labels(c) WHERE x <> 'Entity'][0]} AS delegation,
  {id: s.id, name: s.name, label: [x IN labels(s) WHERE x <> 'Entity'][0]} AS stop,
  f.position AS position,
  f.date AS date,
  CASE WHEN place IS NULL THEN null ELSE {id: place.id, name: place.name, label: [x IN labels(place) WHERE x <> 'Entity'][0]} END AS located,
  {id: f.id, type: type(f), status: f.status, date: f.date, confidence: f.confidence, sources: f.sources} AS fact
ORDER BY c.id, f.date_from, f.position, s.name, f.id
SKIP $skip LIMIT $limit
