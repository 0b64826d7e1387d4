// Deletes entities that no article names any more.
// Parameters: ids (list of entity ids).
MATCH (n:Entity) WHERE n.id IN $ids
DETACH DELETE n
