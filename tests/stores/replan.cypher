// Counts the indexes anew and forgets all plans, so that plans fit what is there now.
CALL db.prepareForReplanning(60)
