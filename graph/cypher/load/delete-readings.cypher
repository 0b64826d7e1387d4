// Deletes readings with their texts.
// Parameters: ids (list of article ids).
MATCH (r:Reading) WHERE r.id IN $ids
DELETE r
