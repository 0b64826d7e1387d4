// An entity.
// Parameters: id. Rows: id, label, name, aliases, properties.
MATCH (n:Entity) WHERE n.id = $id
RETURN n.id AS id, [x IN labels(n) WHERE x <> 'Entity'][0] AS label, n.name AS name, n.aliases AS aliases, properties(n) AS properties
