// question: between
// zh: 两地之间有哪些往来
// en: What joins two places?
// wordings:
//   - {zh: "{one}和{other}之间有什么往来", en: "what joins {one} and {other}"}
// parameters:
//   one: {type: entity, required: true, zh: 一方, en: one, example: 青岛}
//   other: {type: entity, required: true, zh: 另一方, en: other, example: 深圳}
// columns: {one: entity, via: entity, other: entity, relation: text, date: date, facts: facts}
// filters: facts
// picture: graph
MATCH (p:Entity) WHERE p.id IN $one
MATCH (a:Entity)-[:LOCATED_IN*0..4]->(p)
WITH DISTINCT a
MATCH (r:Entity) WHERE r.id IN $other
CALL (a, r) {
  MATCH (a)-[f]-(b:Entity)
  WHERE r.id IN b.within AND type(f) <> 'LOCATED_IN'
  RETURN f, null AS g, null AS via, b
  UNION
  MATCH (a)-[f:DISPATCHED]->(via:Delegation)-[g:VISITED|TRAINED_IN]->(b:Entity)
  WHERE r.id IN b.within
  RETURN f, g, via, b
  UNION
  MATCH (a)<-[f:VISITED|TRAINED_IN]-(via:Delegation)<-[g:DISPATCHED]-(b:Entity)
  WHERE r.id IN b.within
  RETURN f, g, via, b
}
WITH DISTINCT a, f, g, via, b
WHERE
  // filters
  f.status IN $status AND f.confidence >= $min_confidence
  AND ($known_by IS NULL OR f.known <= $known_by)
  AND ((f.date_from IS NULL AND $undated) OR (f.date_from <= $during_to AND f.date_to >= $during_from))
  // end of filters
RETURN {id: a.id, name: a.name, label: [x IN labels(a) WHERE x <> 'Entity'][0]} AS one,
  CASE WHEN via IS NULL THEN null ELSE {id: via.id, name: via.name, label: [x IN labels(via) WHERE x <> 'Entity'][0]} END AS via,
  {id: b.id, name: b.name, label: [x IN labels(b) WHERE x <> 'Entity'][0]} AS other,
  CASE WHEN g IS NULL THEN type(f) ELSE type(f) + ' ' + type(g) END AS relation,
  f.date AS date,
  CASE WHEN g IS NULL THEN [{id: f.id, type: type(f), status: f.status, date: f.date, confidence: f.confidence, sources: f.sources}]
    ELSE [{id: f.id, type: type(f), status: f.status, date: f.date, confidence: f.confidence, sources: f.sources}, {id: g.id, type: type(g), status: g.status, date: g.date, confidence: g.confidence, sources: g.sources}] END AS facts
ORDER BY f.date_from, type(f), f.id, b.id, a.id
SKIP $skip LIMIT $limit
