// The same within each label: MERGE by a label finds and locks by its own index.
CREATE CONSTRAINT IF NOT EXISTS FOR (n:__LABEL__) REQUIRE n.id IS UNIQUE
