// question: policies
// zh: 一地出台了什么文件、此前向谁学习
// en: What did a place issue, and after learning from whom?
// wordings:
//   - {zh: "{place}出台了哪些政策", en: "which policies did {place} issue"}
//   - {zh: "《{title}》是谁出台的", en: "who issued {title}"}
// parameters:
//   place: {type: place, zh: 地方, en: place, example: 青岛}
//   title: {type: text, zh: 文件名, en: title, example: 国际化}
// one_of: [place, title]
// columns: {policy: entity, issuer: entity, date: date, learned: entities, status: text, fact: fact}
// filters: facts
// picture: timeline
MATCH (o:Entity)-[f:ISSUED]->(d:Policy)
WHERE
  // filters
  f.status IN $status AND f.confidence >= $min_confidence
  AND ($known_by IS NULL OR f.known <= $known_by)
  AND ((f.date_from IS NULL AND $undated) OR (f.date_from <= $during_to AND f.date_to >= $during_from))
  // end of filters
  AND ($place IS NULL OR any(x IN $place WHERE x IN o.within))
  AND ($title IS NULL OR toLower(d.name) CONTAINS toLower($title))
WITH o, f, d
OPTIONAL MATCH (o)-[b:BENCHMARKS_AGAINST]->(m:Entity)
WHERE f.date_to IS NULL OR b.date_from IS NULL OR b.date_from <= f.date_to
WITH o, f, d, m ORDER BY m.id
WITH o, f, d, collect(DISTINCT {id: m.id, name: m.name, label: [x IN labels(m) WHERE x <> 'Entity'][0]}) AS models
RETURN {id: d.id, name: d.name, label: [x IN labels(d) WHERE x <> 'Entity'][0]} AS policy,
  {id: o.id, name: o.name, label: [x IN labels(o) WHERE x <> 'Entity'][0]} AS issuer,
  f.date AS date,
  [x IN models WHERE x.id IS NOT NULL] AS learned,
  f.status AS status,
  {id: f.id, type: type(f), status: f.status, date: f.date, confidence: f.confidence, sources: f.sources} AS fact
ORDER BY f.date_from, d.name, f.id
SKIP $skip LIMIT $limit
