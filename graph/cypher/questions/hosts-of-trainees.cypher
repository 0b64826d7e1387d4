// question: hosts-of-trainees
// zh: 哪些单位接收过实训干部
// en: Which units of a city hosted trainees?
// wordings:
//   - {zh: "{city}哪些单位接收过{origin}的干部", en: "which units in {city} hosted trainees from {origin}"}
//   - {zh: "{city}哪些单位接收过实训干部", en: "which {city} units hosted trainees"}
//   - {zh: "{origin}第{batch}批干部在{city}哪些单位实训", en: "who in {city} took in batch {batch} from {origin}"}
// parameters:
//   city: {type: place, required: true, zh: 城市, en: city, example: 深圳}
//   origin: {type: place, zh: 派出地, en: origin, example: 青岛}
//   batch: {type: integer, minimum: 1, zh: 批次, en: batch, example: 3}
// columns: {host: entity, cohort: entity, batch: integer, origin: entity, date: date, by: text, stated: integer, place: entity, fact: fact}
// filters: facts
// picture: list
MATCH (p:Entity) WHERE p.id IN $city
MATCH (q:Entity)-[:LOCATED_IN*0..4]->(p)
WITH DISTINCT p, q
CALL (p, q) {
  MATCH (q)<-[:TRAINED_IN]-(c:Delegation)<-[f:HOSTED]-(h:Entity)
  WHERE p.id IN h.within OR NOT EXISTS {
    MATCH (c)-[:TRAINED_IN]->(o:Entity) WHERE NOT p.id IN o.within AND o.id IN h.within
  }
  RETURN c, f, h, 'batch' AS how
  UNION
  MATCH (q)-[f:HOSTED]->(c:Delegation)
  RETURN c, f, q AS h, 'unit' AS how
}
WITH p, c, f, h, collect(DISTINCT how) AS hows
WHERE
  // filters
  f.status IN $status AND f.confidence >= $min_confidence
  AND ($known_by IS NULL OR f.known <= $known_by)
  AND ((f.date_from IS NULL AND $undated) OR (f.date_from <= $during_to AND f.date_to >= $during_from))
  // end of filters
  AND ($batch IS NULL OR c.ordinal = $batch)
OPTIONAL MATCH (o:Entity)-[:DISPATCHED]->(c)
WITH p, c, f, h, hows, o ORDER BY o.id
WITH p, c, f, h, hows, collect(o) AS senders
WHERE $origin IS NULL OR any(s IN senders WHERE any(x IN $origin WHERE x IN s.within))
WITH p, c, f, h, hows, senders[0] AS sender
RETURN {id: h.id, name: h.name, label: [x IN labels(h) WHERE x <> 'Entity'][0]} AS host,
  {id: c.id, name: c.name, label: [x IN labels(c) WHERE x <> 'Entity'][0]} AS cohort,
  c.ordinal AS batch,
  CASE WHEN sender IS NULL THEN null ELSE {id: sender.id, name: sender.name, label: [x IN labels(sender) WHERE x <> 'Entity'][0]} END AS origin,
  f.date AS date,
  CASE WHEN size(hows) = 2 THEN 'batch and unit' ELSE hows[0] END AS by,
  c.host_count AS stated,
  {id: p.id, name: p.name, label: [x IN labels(p) WHERE x <> 'Entity'][0]} AS place,
  {id: f.id, type: type(f), status: f.status, date: f.date, confidence: f.confidence, sources: f.sources} AS fact
ORDER BY f.date_from, c.ordinal, h.name, f.id, p.id
SKIP $skip LIMIT $limit
