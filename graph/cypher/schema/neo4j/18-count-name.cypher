// A counter has one name.
CREATE CONSTRAINT count_name IF NOT EXISTS FOR (c:Count) REQUIRE c.name IS UNIQUE
