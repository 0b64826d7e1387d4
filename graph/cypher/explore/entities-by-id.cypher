// Entities by their ids.
// Parameters: ids (list of ids). Rows: id, name, label.
MATCH (n:Entity) WHERE n.id IN $ids
RETURN n.id AS id, n.name AS name, [x IN labels(n) WHERE x <> 'Entity'][0] AS label
ORDER BY n.id
