// Writes entities of one label. Properties are replaced.
// Parameters: rows (list of {id, props}).
UNWIND $rows AS row
MERGE (n:__LABEL__ {id: row.id})
SET n:Entity
SET n = row.props
