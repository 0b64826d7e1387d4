// The places that by background lie directly in some places.
// Parameters: ids (list of entity ids). Rows: upper, lower.
MATCH (l:Entity)-[r:LOCATED_IN]->(u:Entity) WHERE u.id IN $ids AND r.background = true
RETURN u.id AS upper, l.id AS lower
ORDER BY u.id, l.id
