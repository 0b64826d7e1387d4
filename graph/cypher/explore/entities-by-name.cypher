// Entities whose best name is one of these.
// Parameters: names (list of texts). Rows: id, name, label.
MATCH (n:Entity) WHERE n.name IN $names
RETURN n.id AS id, n.name AS name, [x IN labels(n) WHERE x <> 'Entity'][0] AS label
ORDER BY n.id
LIMIT 100
