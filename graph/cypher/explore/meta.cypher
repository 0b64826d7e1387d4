// The mark of the store. Rows: schema, version.
MATCH (m:Meta)
RETURN m.schema AS schema, m.version AS version
ORDER BY m.id
