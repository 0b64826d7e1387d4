// Entities are found by the key that their id is made from.
CREATE INDEX entity_key IF NOT EXISTS FOR (n:Entity) ON (n.key)
