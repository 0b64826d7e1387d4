// question: neighbours
// zh: 与一个对象直接相连的有什么
// en: What is next to a node?
// wordings:
//   - {zh: "{of}与什么相连", en: "what is next to {of}"}
// parameters:
//   of: {type: entity, required: true, zh: 对象, en: of, example: 深圳}
//   type: {type: kind, values: [BENCHMARKS_AGAINST, VISITED, TRAINED_IN, HOSTED, DISPATCHED, LED, SIGNED_WITH, ISSUED, OPENED, SERVES, LOCATED_IN, ESTABLISHED_IN, FOUNDED, MEMBER_OF, HOLDS_POSITION, MET], zh: 关系, en: type}
// columns: {of: entity, relation: text, direction: text, neighbour: entity, title: text, date: date, status: text, fact: fact}
// filters: facts
// statuses: [done, planned]
// picture: graph
MATCH (p:Entity) WHERE p.id IN $of
MATCH (p)-[f]-(o:Entity)
WHERE
  // filters
  f.status IN $status AND f.confidence >= $min_confidence
  AND ($known_by IS NULL OR f.known <= $known_by)
  AND ((f.date_from IS NULL AND $undated) OR (f.date_from <= $during_to AND f.date_to >= $during_from))
  // end of filters
  AND ($type IS NULL OR type(f) = $type)
RETURN {id: p.id, name: p.name, label: [x IN labels(p) WHERE x <> 'Entity'][0]} AS of,
  type(f) AS relation,
  CASE WHEN startNode(f).id = p.id THEN 'out' ELSE 'in' END AS direction,
  {id: o.id, name: o.name, label: [x IN labels(o) WHERE x <> 'Entity'][0]} AS neighbour,
  f.title AS title,
  f.date AS date,
  f.status AS status,
  {id: f.id, type: type(f), status: f.status, date: f.date, confidence: f.confidence, sources: f.sources} AS fact
ORDER BY type(f), f.date_from, o.name, f.id
SKIP $skip LIMIT $limit
