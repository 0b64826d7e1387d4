-- What loadings changed, found by the version that they made.
CREATE VERTEX TYPE Change IF NOT EXISTS;
CREATE PROPERTY Change.version IF NOT EXISTS LONG;
CREATE INDEX IF NOT EXISTS ON Change (version) NOTUNIQUE;
