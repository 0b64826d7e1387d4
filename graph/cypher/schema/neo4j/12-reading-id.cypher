// An article has one reading.
CREATE CONSTRAINT reading_id IF NOT EXISTS FOR (r:Reading) REQUIRE r.id IS UNIQUE
