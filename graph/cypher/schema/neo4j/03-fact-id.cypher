// Facts are found by their id.
CREATE INDEX IF NOT EXISTS FOR ()-[r:__TYPE__]-() ON (r.id)
