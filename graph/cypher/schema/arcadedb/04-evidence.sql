-- Evidence, found by its id, its fact, its group (when a loader makes the facts of the group anew) and its article.
CREATE VERTEX TYPE Evidence IF NOT EXISTS;
CREATE PROPERTY Evidence.id IF NOT EXISTS STRING;
CREATE INDEX IF NOT EXISTS ON Evidence (id) UNIQUE;
CREATE PROPERTY Evidence.fact IF NOT EXISTS STRING;
CREATE INDEX IF NOT EXISTS ON Evidence (fact) NOTUNIQUE;
CREATE PROPERTY Evidence.`group` IF NOT EXISTS STRING;
CREATE INDEX IF NOT EXISTS ON Evidence (`group`) NOTUNIQUE;
CREATE PROPERTY Evidence.article IF NOT EXISTS STRING;
CREATE INDEX IF NOT EXISTS ON Evidence (article) NOTUNIQUE;
