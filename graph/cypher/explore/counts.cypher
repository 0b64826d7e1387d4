// The counters of the graph. Rows: name, count.
MATCH (c:Count)
RETURN c.name AS name, c.count AS count
ORDER BY c.name
