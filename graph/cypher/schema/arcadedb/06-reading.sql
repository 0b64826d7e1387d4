-- Readings with their texts, one an article.
CREATE VERTEX TYPE Reading IF NOT EXISTS;
CREATE PROPERTY Reading.id IF NOT EXISTS STRING;
CREATE INDEX IF NOT EXISTS ON Reading (id) UNIQUE;
