// question: benchmarks
// zh: 一地以谁为标杆、学什么
// en: Whom does a place take as its model, and in what?
// wordings:
//   - {zh: "{place}对标谁", en: "whom does {place} benchmark against"}
//   - {zh: "{place}向谁学习{topic}", en: "from whom does {place} learn {topic}"}
// parameters:
//   place: {type: place, required: true, zh: 地方, en: place, example: 青岛}
//   topic: {type: topic, zh: 主题, en: topic, example: 营商环境}
// columns: {learner: entity, model: entity, topic: text, date: date, status: text, place: entity, fact: fact}
// filters: facts
// statuses: [done, planned]
// picture: graph
MATCH (p:Entity) WHERE p.id IN $place
MATCH (q:Entity)-[:LOCATED_IN*0..4]->(p)
WITH DISTINCT p, q
MATCH (q)-[f:BENCHMARKS_AGAINST]->(m:Entity)
WHERE
  // filters
  f.status IN $status AND f.confidence >= $min_confidence
  AND ($known_by IS NULL OR f.known <= $known_by)
  AND ((f.date_from IS NULL AND $undated) OR (f.date_from <= $during_to AND f.date_to >= $during_from))
  // end of filters
  AND ($topic IS NULL OR toLower(f.topic) CONTAINS toLower($topic))
RETURN {id: q.id, name: q.name, label: [x IN labels(q) WHERE x <> 'Entity'][0]} AS learner,
  {id: m.id, name: m.name, label: [x IN labels(m) WHERE x <> 'Entity'][0]} AS model,
  f.topic AS topic,
  f.date AS date,
  f.status AS status,
  {id: p.id, name: p.name, label: [x IN labels(p) WHERE x <> 'Entity'][0]} AS place,
  {id: f.id, type: type(f), status: f.status, date: f.date, confidence: f.confidence, sources: f.sources} AS fact
ORDER BY f.date_from, f.sources DESC, m.name, f.id, p.id
SKIP $skip LIMIT $limit
