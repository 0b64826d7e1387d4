// Writes facts of one type, whose ends exist.
// Parameters: rows (list of {source, target, props}).
UNWIND $rows AS row
MATCH (a:Entity) WHERE a.id = row.source
MATCH (b:Entity) WHERE b.id = row.target
CREATE (a)-[r:__TYPE__]->(b)
SET r = row.props
