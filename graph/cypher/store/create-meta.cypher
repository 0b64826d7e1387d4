// Marks a database as prepared.
// Parameters: schema. 
MERGE (m:Meta {id: "tashan"})
ON CREATE SET m.schema = $schema, m.version = 0
