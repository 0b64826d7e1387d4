// Keys are found by the entity that they belong to.
CREATE INDEX key_entity IF NOT EXISTS FOR (k:Key) ON (k.entity)
