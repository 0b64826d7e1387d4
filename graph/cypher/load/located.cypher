// Where some entities lie by what articles state.
// Parameters: keys (list of keys). Rows: source, target (keys).
MATCH (n:Entity)-[r:LOCATED_IN]->(p:Entity)
WHERE n.key IN $keys AND r.background IS NULL AND r.status = 'done'
RETURN n.key AS source, p.key AS target
ORDER BY n.key, p.key
