// Writes articles. Properties are replaced.
// Parameters: rows (list of {id, props}).
UNWIND $rows AS row
MERGE (a:Article {id: row.id})
SET a = row.props
