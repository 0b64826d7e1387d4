// question: paths
// zh: 两个对象怎样相连
// en: How are two nodes connected?
// wordings:
//   - {zh: "{from}和{to}怎样相连", en: "how are {from} and {to} connected"}
// parameters:
//   from: {type: entity, required: true, zh: 起点, en: from, example: 青岛}
//   to: {type: entity, required: true, zh: 终点, en: to, example: 深圳}
//   length: {type: integer, minimum: 1, maximum: 4, default: 4, zh: 最长步数, en: longest path, example: 3}
// columns: {nodes: entities, length: integer, facts: facts}
// filters: facts
// picture: paths
MATCH (a:Entity) WHERE a.id IN $from
MATCH (b:Entity) WHERE b.id IN $to AND b.id <> a.id
MATCH path = allShortestPaths((a)-[*..4]-(b))
// the filters choose among the shortest paths, on both stores: without this line Neo4j alone would look for longer ones
WITH path
WHERE length(path) <= $length AND all(f IN relationships(path) WHERE
  // filters
  f.status IN $status AND f.confidence >= $min_confidence
  AND ($known_by IS NULL OR f.known <= $known_by)
  AND ((f.date_from IS NULL AND $undated) OR (f.date_from <= $during_to AND f.date_to >= $during_from))
  // end of filters
)
WITH path, [x IN relationships(path) | x.id] AS ids
RETURN [x IN nodes(path) | {id: x.id, name: x.name, label: [y IN labels(x) WHERE y <> 'Entity'][0]}] AS nodes,
  length(path) AS length,
  [f IN relationships(path) | {id: f.id, type: type(f), status: f.status, date: f.date, confidence: f.confidence, sources: f.sources}] AS facts
ORDER BY length(path), ids
SKIP $skip LIMIT $limit
