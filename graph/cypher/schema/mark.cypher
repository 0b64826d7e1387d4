// Marks the store as ours, in a schema version.
// Parameters: schema (integer).
MERGE (m:Meta {id: 'tashan'})
SET m.schema = $schema, m.version = coalesce(m.version, 0)
