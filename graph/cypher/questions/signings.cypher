// question: signings
// zh: 谁与谁签了什么、金额多少
// en: Who signed what with whom, and for how much?
// wordings:
//   - {zh: "{party}与谁签约", en: "with whom did {party} sign"}
//   - {zh: "{party}和{with}签了什么", en: "what did {party} and {with} sign"}
// parameters:
//   party: {type: entity, required: true, zh: 签约方, en: party, example: 青岛}
//   with: {type: entity, zh: 另一方, en: other party}
// columns: {party: entity, partner: entity, subject: text, amount: number, date: date, status: text, fact: fact}
// filters: facts
// statuses: [done]
// picture: list
MATCH (p:Entity) WHERE p.id IN $party
MATCH (q:Entity)-[:LOCATED_IN*0..4]->(p)
WITH DISTINCT q
MATCH (q)-[f:SIGNED_WITH]-(o:Entity)
WHERE
  // filters
  f.status IN $status AND f.confidence >= $min_confidence
  AND ($known_by IS NULL OR f.known <= $known_by)
  AND ((f.date_from IS NULL AND $undated) OR (f.date_from <= $during_to AND f.date_to >= $during_from))
  // end of filters
  AND ($with IS NULL OR any(x IN $with WHERE x = o.id OR x IN o.within))
WITH DISTINCT f, startNode(f) AS a, endNode(f) AS b
RETURN {id: a.id, name: a.name, label: [x IN labels(a) WHERE x <> 'Entity'][0]} AS party,
  {id: b.id, name: b.name, label: [x IN labels(b) WHERE x <> 'Entity'][0]} AS partner,
  f.subject AS subject,
  f.amount AS amount,
  f.date AS date,
  f.status AS status,
  {id: f.id, type: type(f), status: f.status, date: f.date, confidence: f.confidence, sources: f.sources} AS fact
ORDER BY f.date_from, a.name, b.name, f.id
SKIP $skip LIMIT $limit
