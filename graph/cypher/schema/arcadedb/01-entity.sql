-- Things of the graph. Types that extend Entity share its indexes. CJK: two characters make a word.
CREATE VERTEX TYPE Entity IF NOT EXISTS;
CREATE PROPERTY Entity.id IF NOT EXISTS STRING;
CREATE INDEX IF NOT EXISTS ON Entity (id) UNIQUE;
CREATE PROPERTY Entity.name IF NOT EXISTS STRING;
CREATE INDEX IF NOT EXISTS ON Entity (name) NOTUNIQUE;
CREATE PROPERTY Entity.key IF NOT EXISTS STRING;
CREATE INDEX IF NOT EXISTS ON Entity (key) NOTUNIQUE;
CREATE PROPERTY Entity.search_text IF NOT EXISTS STRING;
CREATE INDEX entity_text IF NOT EXISTS ON Entity (search_text) FULL_TEXT METADATA {"analyzer": "org.apache.lucene.analysis.cjk.CJKAnalyzer"};
