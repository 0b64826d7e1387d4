// What lies in some places by what articles state.
// Parameters: keys (list of keys of places). Rows: key.
MATCH (n:Entity)-[r:LOCATED_IN]->(p:Entity)
WHERE p.key IN $keys AND r.background IS NULL AND r.status = 'done'
RETURN DISTINCT n.key AS key
ORDER BY n.key
