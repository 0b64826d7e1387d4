// question: visitors
// zh: 谁来考察过
// en: Who came to see a place, an enterprise or a site?
// wordings:
//   - {zh: "谁考察过{of}", en: "who visited {of}"}
//   - {zh: "哪些代表团来过{of}", en: "which delegations came to {of}"}
// parameters:
//   of: {type: entity, required: true, zh: 地方、企业或场所, en: "place, enterprise or site", example: 深圳}
// columns: {visitor: entity, visited: entity, date: date, position: integer, origin: entity, leader: entities, fact: fact}
// filters: facts
// picture: list
MATCH (p:Entity) WHERE p.id IN $of
MATCH (q:Entity)-[:LOCATED_IN*0..4]->(p)
WITH DISTINCT q
MATCH (q)<-[f:VISITED]-(v:Entity)
WHERE
  // filters
  f.status IN $status AND f.confidence >= $min_confidence
  AND ($known_by IS NULL OR f.known <= $known_by)
  AND ((f.date_from IS NULL AND $undated) OR (f.date_from <= $during_to AND f.date_to >= $during_from))
  // end of filters
WITH q, f, v
OPTIONAL MATCH (o:Entity)-[:DISPATCHED]->(v)
WITH q, f, v, o ORDER BY o.id
WITH q, f, v, collect(o)[0] AS sender
OPTIONAL MATCH (l:Person)-[:LED]->(v)
WITH q, f, v, sender, l ORDER BY l.id
WITH q, f, v, sender, collect(DISTINCT {id: l.id, name: l.name, label: [x IN labels(l) WHERE x <> 'Entity'][0]}) AS leaders
RETURN {id: v.id, name: v.name, label: [x IN labels(v) WHERE x <> 'Entity'][0]} AS visitor,
  {id: q.id, name: q.name, label: [x IN labels(q) WHERE x <> 'Entity'][0]} AS visited,
  f.date AS date,
  f.position AS position,
  CASE WHEN sender IS NULL THEN null ELSE {id: sender.id, name: sender.name, label: [x IN labels(sender) WHERE x <> 'Entity'][0]} END AS origin,
  [x IN leaders WHERE x.id IS NOT NULL] AS leader,
  {id: f.id, type: type(f), status: f.status, date: f.date, confidence: f.confidence, sources: f.sources} AS fact
ORDER BY f.date_from, v.name, f.position, q.name, f.id
SKIP $skip LIMIT $limit
