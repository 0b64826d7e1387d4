// question: benchmarked-by
// zh: 谁以它为标杆
// en: Who takes a place, body or site as a model?
// wordings:
//   - {zh: "谁对标{model}", en: "who benchmarks against {model}"}
//   - {zh: "哪些地方学习{model}的{topic}", en: "who learns {topic} from {model}"}
// parameters:
//   model: {type: model, required: true, zh: 标杆, en: model, example: 深圳}
//   topic: {type: topic, zh: 主题, en: topic, example: 营商环境}
// columns: {learner: entity, model: entity, topic: text, date: date, status: text, fact: fact}
// filters: facts
// statuses: [done, planned]
// picture: graph
MATCH (p:Entity) WHERE p.id IN $model
MATCH (m:Entity)-[:LOCATED_IN*0..4]->(p)
WITH DISTINCT m
MATCH (m)<-[f:BENCHMARKS_AGAINST]-(q:Entity)
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
  {id: f.id, type: type(f), status: f.status, date: f.date, confidence: f.confidence, sources: f.sources} AS fact
ORDER BY f.date_from, f.sources DESC, q.name, f.id
SKIP $skip LIMIT $limit
