// Waits until all indexes are usable.
CALL db.awaitIndexes(120)
