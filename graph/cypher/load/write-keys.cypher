// Writes the records of keys.
// Parameters: rows (list of {id, props}).
UNWIND $rows AS row
MERGE (k:Key {key: row.id})
SET k = row.props
