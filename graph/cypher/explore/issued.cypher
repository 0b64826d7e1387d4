// Where an id or key that was once stored has gone.
// Parameters: id (an id or a key). Rows: id, now (id of the entity that has its key today, or null).
MATCH (i:Issued) WHERE i.id = $id OR i.key = $id
OPTIONAL MATCH (k:Key) WHERE k.key = i.key
OPTIONAL MATCH (n:Entity) WHERE n.id = k.entity
RETURN i.id AS id, n.id AS now
ORDER BY i.id
LIMIT 10
