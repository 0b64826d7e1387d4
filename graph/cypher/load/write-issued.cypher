// Remembers every id that was ever stored.
// Parameters: rows (list of {id, key}).
UNWIND $rows AS row
MERGE (i:Issued {id: row.id})
SET i.key = row.key
