// A fact of a type, by its id.
// Parameters: id. Rows: id, type, source, target, properties.
MATCH (a:Entity)-[f:__TYPE__]->(b:Entity) WHERE f.id = $id
RETURN f.id AS id, type(f) AS type,
  {id: a.id, name: a.name, label: [x IN labels(a) WHERE x <> 'Entity'][0]} AS source,
  {id: b.id, name: b.name, label: [x IN labels(b) WHERE x <> 'Entity'][0]} AS target,
  properties(f) AS properties
ORDER BY f.id
