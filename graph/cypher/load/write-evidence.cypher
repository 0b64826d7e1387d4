// Writes evidence. Properties are replaced.
// Parameters: rows (list of {id, props}).
UNWIND $rows AS row
MERGE (e:Evidence {id: row.id})
SET e = row.props
