// Entities are found by name, and by its first characters.
CREATE INDEX entity_name IF NOT EXISTS FOR (n:Entity) ON (n.name)
