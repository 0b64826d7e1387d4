// Deletes some nodes with their relationships; run again until none is left. Rows: count.
MATCH (n) WHERE NOT n:Meta
WITH n LIMIT 2000
DETACH DELETE n
RETURN count(*) AS count
