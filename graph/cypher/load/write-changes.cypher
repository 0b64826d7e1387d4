// Writes what a loading changed.
// Parameters: rows (list of maps).
UNWIND $rows AS row
CREATE (c:Change)
SET c = row
