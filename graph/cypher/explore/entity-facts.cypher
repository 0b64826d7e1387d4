// How many facts of each type join an entity.
// Parameters: id. Rows: type, direction (out or in), count.
MATCH (n:Entity)-[f]-(:Entity) WHERE n.id = $id
WITH type(f) AS kind, CASE WHEN startNode(f).id = n.id THEN 'out' ELSE 'in' END AS way, count(*) AS found
RETURN kind AS type, way AS direction, found AS count
ORDER BY kind, way
