// The schema version and the version of the graph; no row in a database that is not prepared.
// Rows: schema, version.
MATCH (m:Meta {id: "tashan"})
RETURN m.schema AS schema, m.version AS version
