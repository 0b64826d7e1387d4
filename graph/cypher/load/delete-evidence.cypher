// Deletes evidence.
// Parameters: ids (list of evidence ids).
MATCH (e:Evidence) WHERE e.id IN $ids
DELETE e
