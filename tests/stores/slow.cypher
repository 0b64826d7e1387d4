// Takes far longer than anybody waits for. Rows: count.
MATCH (a:Count) MATCH (b:Count) MATCH (c:Count)
WHERE a.name > b.name AND b.name > c.name
RETURN count(*) AS count
