// Writes readings with their texts. Properties are replaced.
// Parameters: rows (list of {id, props}).
UNWIND $rows AS row
MERGE (r:Reading {id: row.id})
SET r = row.props
