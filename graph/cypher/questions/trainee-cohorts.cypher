// question: trainee-cohorts
// zh: 一地派出或接收过哪些批次的实训干部
// en: Which batches of trainees did a place send or take in?
// wordings:
//   - {zh: "{place}派出过哪些实训干部", en: "which trainees did {place} send"}
//   - {zh: "{place}接收过几批干部", en: "which batches of trainees did {place} take in"}
// parameters:
//   place: {type: place, required: true, zh: 地方, en: place, example: 青岛}
//   role: {type: kind, values: [sent, took], zh: 派出或接收, en: sent or took in, example: sent}
// columns: {cohort: entity, role: text, batch: integer, origin: entities, destination: entities, date: date, end: date, days: integer, headcount: integer, hosts: integer, stated: integer, place: entity, fact: fact}
// filters: facts
// picture: timeline
MATCH (p:Entity) WHERE p.id IN $place
MATCH (q:Entity)-[:LOCATED_IN*0..4]->(p)
WITH DISTINCT p, q
CALL (q) {
  MATCH (q)-[f:DISPATCHED]->(c:Delegation {kind: 'trainee_cohort'})
  RETURN c, f, 'sent' AS role
  UNION
  MATCH (q)<-[f:TRAINED_IN]-(c:Delegation)
  RETURN c, f, 'took' AS role
}
WITH DISTINCT p, c, f, role
WHERE
  // filters
  f.status IN $status AND f.confidence >= $min_confidence
  AND ($known_by IS NULL OR f.known <= $known_by)
  AND ((f.date_from IS NULL AND $undated) OR (f.date_from <= $during_to AND f.date_to >= $during_from))
  // end of filters
  AND ($role IS NULL OR role = $role)
OPTIONAL MATCH (o:Entity)-[:DISPATCHED]->(c)
WITH p, c, f, role, o ORDER BY o.id
WITH p, c, f, role, collect(DISTINCT {id: o.id, name: o.name, label: [x IN labels(o) WHERE x <> 'Entity'][0]}) AS senders
OPTIONAL MATCH (c)-[:TRAINED_IN]->(d:Entity)
WITH p, c, f, role, senders, d ORDER BY d.id
WITH p, c, f, role, senders, collect(DISTINCT {id: d.id, name: d.name, label: [x IN labels(d) WHERE x <> 'Entity'][0]}) AS receivers
RETURN {id: c.id, name: c.name, label: [x IN labels(c) WHERE x <> 'Entity'][0]} AS cohort,
  role AS role,
  c.ordinal AS batch,
  [s IN senders WHERE s.id IS NOT NULL] AS origin,
  [r IN receivers WHERE r.id IS NOT NULL] AS destination,
  f.date AS date,
  c.end AS end,
  c.days AS days,
  c.headcount AS headcount,
  COUNT { (c)<-[:HOSTED]-(:Entity) } AS hosts,
  c.host_count AS stated,
  {id: p.id, name: p.name, label: [x IN labels(p) WHERE x <> 'Entity'][0]} AS place,
  {id: f.id, type: type(f), status: f.status, date: f.date, confidence: f.confidence, sources: f.sources} AS fact
ORDER BY f.date_from, c.ordinal, role, f.id, p.id
SKIP $skip LIMIT $limit
