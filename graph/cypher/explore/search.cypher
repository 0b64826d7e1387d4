// Names by full text, the best first.
// Parameters: query (escaped Lucene text), most. Rows: id, name, label, aliases, score.
CALL db.index.fulltext.queryNodes('entity_text', $query, {limit: $most}) YIELD node AS n, score AS points
RETURN n.id AS id, n.name AS name, [x IN labels(n) WHERE x <> 'Entity'][0] AS label, coalesce(n.aliases, []) AS aliases, points AS score
ORDER BY points DESC, n.id
