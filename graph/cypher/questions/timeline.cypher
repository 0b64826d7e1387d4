// question: timeline
// zh: 一个或两个对象的大事记
// en: What happened to a node, or to a pair, in the order of time?
// wordings:
//   - {zh: "{about}大事记", en: "timeline of {about}"}
//   - {zh: "{about}与{and}的往来", en: "timeline of {about} and {and}"}
// parameters:
//   about: {type: entity, required: true, zh: 对象, en: about, example: 青岛}
//   and: {type: entity, zh: 另一对象, en: and, example: 深圳}
// columns: {date: date, source: entity, relation: text, target: entity, status: text, fact: fact}
// filters: facts
// statuses: [done, planned]
// picture: timeline
MATCH (p:Entity) WHERE p.id IN $about
MATCH (p)-[f]-(o:Entity)
WHERE
  // filters
  f.status IN $status AND f.confidence >= $min_confidence
  AND ($known_by IS NULL OR f.known <= $known_by)
  AND ((f.date_from IS NULL AND $undated) OR (f.date_from <= $during_to AND f.date_to >= $during_from))
  // end of filters
  AND f.date IS NOT NULL
  AND ($and IS NULL OR any(x IN $and WHERE x = o.id OR x IN o.within) OR EXISTS {
    MATCH (o)--(t:Entity) WHERE o:Delegation AND t.id IN $and
  })
WITH DISTINCT f, startNode(f) AS a, endNode(f) AS b
RETURN f.date AS date,
  {id: a.id, name: a.name, label: [x IN labels(a) WHERE x <> 'Entity'][0]} AS source,
  type(f) AS relation,
  {id: b.id, name: b.name, label: [x IN labels(b) WHERE x <> 'Entity'][0]} AS target,
  f.status AS status,
  {id: f.id, type: type(f), status: f.status, date: f.date, confidence: f.confidence, sources: f.sources} AS fact
ORDER BY f.date_from, f.date_to, type(f), f.id
SKIP $skip LIMIT $limit
