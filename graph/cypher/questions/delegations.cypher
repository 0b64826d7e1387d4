// question: delegations
// zh: 谁派团去了哪里、由谁率领
// en: Which delegations travelled from where to where, and who led them?
// wordings:
//   - {zh: "{origin}派过哪些考察团去{destination}", en: "which delegations went from {origin} to {destination}"}
//   - {zh: "{leader}率团去过哪里", en: "where did {leader} lead delegations"}
// parameters:
//   origin: {type: place, zh: 派出地, en: origin, example: 青岛}
//   destination: {type: place, zh: 目的地, en: destination, example: 深圳}
//   leader: {type: person, zh: 领队, en: leader}
//   kind: {type: kind, values: [study_tour, trainee_cohort, business], zh: 类别, en: kind, example: study_tour}
// columns: {delegation: entity, kind: text, origin: entity, destination: entities, leader: entities, date: date, headcount: integer, fact: fact}
// filters: facts
// picture: timeline
MATCH (o:Entity)-[f:DISPATCHED]->(c:Delegation)
WHERE
  // filters
  f.status IN $status AND f.confidence >= $min_confidence
  AND ($known_by IS NULL OR f.known <= $known_by)
  AND ((f.date_from IS NULL AND $undated) OR (f.date_from <= $during_to AND f.date_to >= $during_from))
  // end of filters
  AND ($kind IS NULL OR c.kind = $kind)
  AND ($origin IS NULL OR any(x IN $origin WHERE x IN o.within))
  AND ($destination IS NULL OR EXISTS {
    MATCH (c)-[:VISITED|TRAINED_IN]->(t:Entity) WHERE any(x IN $destination WHERE x IN t.within)
  })
  AND ($leader IS NULL OR EXISTS { MATCH (l:Person)-[:LED]->(c) WHERE l.id IN $leader })
WITH o, f, c
OPTIONAL MATCH (c)-[:VISITED|TRAINED_IN]->(d:City|District|Province|Country)
WITH o, f, c, d ORDER BY d.id
WITH o, f, c, collect(DISTINCT {id: d.id, name: d.name, label: [x IN labels(d) WHERE x <> 'Entity'][0]}) AS places
OPTIONAL MATCH (l:Person)-[:LED]->(c)
WITH o, f, c, places, l ORDER BY l.id
WITH o, f, c, places, collect(DISTINCT {id: l.id, name: l.name, label: [x IN labels(l) WHERE x <> 'Entity'][0]}) AS leaders
RETURN {id: c.id, name: c.name, label: [x IN labels(c) WHERE x <> 'Entity'][0]} AS delegation,
  c.kind AS kind,
  {id: o.id, name: o.name, label: [x IN labels(o) WHERE x <> 'Entity'][0]} AS origin,
  [x IN places WHERE x.id IS NOT NULL] AS destination,
  [x IN leaders WHERE x.id IS NOT NULL] AS leader,
  f.date AS date,
  c.headcount AS headcount,
  {id: f.id, type: type(f), status: f.status, date: f.date, confidence: f.confidence, sources: f.sources} AS fact
ORDER BY f.date_from, c.name, f.id
SKIP $skip LIMIT $limit
