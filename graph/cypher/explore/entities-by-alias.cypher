// Entities of which one of these is an alias, found by full text and then compared exactly.
// Parameters: query (escaped Lucene text), names (list of texts), most (hits of the full text to look at). Rows: id, name, label.
CALL db.index.fulltext.queryNodes('entity_text', $query, {limit: $most}) YIELD node AS n
WHERE any(a IN n.aliases WHERE a IN $names)
RETURN n.id AS id, n.name AS name, [x IN labels(n) WHERE x <> 'Entity'][0] AS label
ORDER BY n.id
LIMIT 100
