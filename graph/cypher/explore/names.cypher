// All names of some entities.
// Parameters: ids. Rows: id, names.
MATCH (n:Entity) WHERE n.id IN $ids
RETURN n.id AS id, [n.name] + coalesce(n.aliases, []) AS names
ORDER BY n.id
