// Which of some entities stand in the graph.
// Parameters: ids (list of entity ids). Rows: id.
MATCH (n:Entity) WHERE n.id IN $ids
RETURN n.id AS id
ORDER BY n.id
