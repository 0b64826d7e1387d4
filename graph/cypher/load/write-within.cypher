// Writes which places entities lie in.
// Parameters: rows (list of {id, within}; null where it lies nowhere).
UNWIND $rows AS row
MATCH (n:Entity) WHERE n.id = row.id
SET n.within = row.within
