// Changes are found by the version that they made.
CREATE INDEX change_version IF NOT EXISTS FOR (c:Change) ON (c.version)
