// Deletes facts of one type, found from one of their ends: ArcadeDB would look through all facts of the type for each id.
// Parameters: rows (list of {id, end}; end is the id of an entity).
UNWIND $rows AS row
MATCH (a:Entity) WHERE a.id = row.end
MATCH (a)-[r:__TYPE__]-() WHERE r.id = row.id
DELETE r
