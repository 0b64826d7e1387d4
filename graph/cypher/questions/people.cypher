// question: people
// zh: 一个人的职务、率团与会见；一个机构有哪些人
// en: What posts, delegations and meetings has a person; which people has a body?
// wordings:
//   - {zh: "{person}担任什么职务", en: "which posts does {person} hold"}
//   - {zh: "{body}有哪些人", en: "who belongs to {body}"}
// parameters:
//   person: {type: person, zh: 人物, en: person}
//   body: {type: entity, zh: 机构或地方, en: body or place, example: 青岛}
// one_of: [person, body]
// columns: {person: entity, relation: text, other: entity, title: text, date: date, status: text, fact: fact}
// filters: facts
// picture: list
CALL () {
  MATCH (w:Person) WHERE w.id IN $person
  MATCH (w)-[f:HOLDS_POSITION|LED|MEMBER_OF|MET|VISITED|FOUNDED]-(o:Entity)
  RETURN w, f, o
  UNION
  MATCH (p:Entity) WHERE p.id IN $body
  MATCH (o:Entity)-[:LOCATED_IN*0..4]->(p)
  MATCH (w:Person)-[f:HOLDS_POSITION|LED|MEMBER_OF]->(o)
  RETURN w, f, o
}
WITH DISTINCT w, f, o
WHERE
  // filters
  f.status IN $status AND f.confidence >= $min_confidence
  AND ($known_by IS NULL OR f.known <= $known_by)
  AND ((f.date_from IS NULL AND $undated) OR (f.date_from <= $during_to AND f.date_to >= $during_from))
  // end of filters
  AND ($person IS NULL OR w.id IN $person)
  AND ($body IS NULL OR any(x IN $body WHERE x = o.id OR x IN o.within))
RETURN {id: w.id, name: w.name, label: [x IN labels(w) WHERE x <> 'Entity'][0]} AS person,
  type(f) AS relation,
  {id: o.id, name: o.name, label: [x IN labels(o) WHERE x <> 'Entity'][0]} AS other,
  f.title AS title,
  f.date AS date,
  f.status AS status,
  {id: f.id, type: type(f), status: f.status, date: f.date, confidence: f.confidence, sources: f.sources} AS fact
ORDER BY w.name, type(f), f.date_from, o.name, f.id, w.id
SKIP $skip LIMIT $limit
