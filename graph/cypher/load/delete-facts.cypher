// Deletes facts of one type.
// Parameters: ids (list of fact ids).
UNWIND $ids AS id
MATCH ()-[r:__TYPE__]->() WHERE r.id = id
DELETE r
