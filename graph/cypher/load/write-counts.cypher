// Adds to counters.
// Parameters: rows (list of {name, delta}).
UNWIND $rows AS row
MERGE (c:Count {name: row.name})
SET c.count = coalesce(c.count, 0) + row.delta
