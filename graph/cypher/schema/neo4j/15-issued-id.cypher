// An id is issued once.
CREATE CONSTRAINT issued_id IF NOT EXISTS FOR (i:Issued) REQUIRE i.id IS UNIQUE
