// Writes which places entities lie in.
// Parameters: rows (list of {id, within}).
UNWIND $rows AS row
MATCH (n:Entity) WHERE n.id = row.id
SET n.within = row.within
