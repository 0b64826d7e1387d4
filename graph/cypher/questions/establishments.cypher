// question: establishments
// zh: 谁在一地设立了什么
// en: Who set up what in a place?
// wordings:
//   - {zh: "谁在{place}设立了机构", en: "who set up something in {place}"}
//   - {zh: "{by}在哪里设立了机构", en: "where did {by} set something up"}
// parameters:
//   place: {type: place, zh: 地方, en: place, example: 青岛}
//   by: {type: entity, zh: 设立者, en: founder}
// one_of: [place, by]
// columns: {what: entity, by: {type: entity, zh: 设立者, en: founder}, place: entity, subject: text, date: date, status: text, fact: fact}
// filters: facts
// picture: list
CALL () {
  MATCH (p:Entity) WHERE p.id IN $place
  MATCH (q:Entity)-[:LOCATED_IN*0..4]->(p)
  MATCH (w:Entity)-[f:ESTABLISHED_IN]->(q)
  RETURN w, f, q, w AS founder
  UNION
  MATCH (w:Entity)-[f:ESTABLISHED_IN]->(q:Entity)
  WHERE w.id IN $by
  RETURN w, f, q, w AS founder
  UNION
  MATCH (p:Entity) WHERE p.id IN $place
  MATCH (q:Entity)-[:LOCATED_IN*0..4]->(p)
  MATCH (w:Entity)-[:LOCATED_IN]->(q)
  MATCH (founder:Entity)-[f:FOUNDED]->(w)
  RETURN w, f, q, founder
  UNION
  MATCH (founder:Entity)-[f:FOUNDED]->(w:Entity)
  WHERE founder.id IN $by
  OPTIONAL MATCH (w)-[:LOCATED_IN]->(q:Entity)
  RETURN w, f, q, founder
}
WITH w, f, founder, q ORDER BY q.id
WITH w, f, founder, collect(q)[0] AS place
WHERE
  // filters
  f.status IN $status AND f.confidence >= $min_confidence
  AND ($known_by IS NULL OR f.known <= $known_by)
  AND ((f.date_from IS NULL AND $undated) OR (f.date_from <= $during_to AND f.date_to >= $during_from))
  // end of filters
  AND ($place IS NULL OR any(x IN $place WHERE x IN place.within))
  AND ($by IS NULL OR any(x IN $by WHERE x = founder.id OR x IN founder.within))
RETURN {id: w.id, name: w.name, label: [x IN labels(w) WHERE x <> 'Entity'][0]} AS what,
  {id: founder.id, name: founder.name, label: [x IN labels(founder) WHERE x <> 'Entity'][0]} AS by,
  CASE WHEN place IS NULL THEN null ELSE {id: place.id, name: place.name, label: [x IN labels(place) WHERE x <> 'Entity'][0]} END AS place,
  f.subject AS subject,
  f.date AS date,
  f.status AS status,
  {id: f.id, type: type(f), status: f.status, date: f.date, confidence: f.confidence, sources: f.sources} AS fact
ORDER BY f.date_from, w.name, f.id
SKIP $skip LIMIT $limit
