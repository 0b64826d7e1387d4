// Some entities of a kind: suggestions for a name that is like none.
// Parameters: prefix (how the ids of the kind begin), most. Rows: id, name, label.
MATCH (n:Entity) WHERE n.id STARTS WITH $prefix
RETURN n.id AS id, n.name AS name, [x IN labels(n) WHERE x <> 'Entity'][0] AS label
ORDER BY n.id
LIMIT $most
