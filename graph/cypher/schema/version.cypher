// The schema version of the store. Rows: schema.
MATCH (m:Meta) WHERE m.id = 'tashan'
RETURN m.schema AS schema
