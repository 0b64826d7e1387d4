// How many nodes there are. Rows: count.
MATCH (n)
RETURN count(n) AS count
