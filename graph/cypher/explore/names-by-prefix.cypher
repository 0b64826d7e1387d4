// Entities whose best name begins with some characters: for queries of one character, which full text does not find.
// Parameters: prefix, most. Rows: id, name, label, aliases, score.
MATCH (n:Entity) WHERE n.name STARTS WITH $prefix
RETURN n.id AS id, n.name AS name, [x IN labels(n) WHERE x <> 'Entity'][0] AS label, coalesce(n.aliases, []) AS aliases, 1.0 AS score
ORDER BY n.name, n.id
LIMIT $most
