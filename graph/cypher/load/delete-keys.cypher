// Deletes the records of keys that no article uses any more.
// Parameters: ids (list of keys).
MATCH (k:Key) WHERE k.key IN $ids
DELETE k
