// Full text over names, aliases and pinyin; CJK: two characters make a word.
CREATE FULLTEXT INDEX entity_text IF NOT EXISTS FOR (n:Entity) ON EACH [n.search_text]
OPTIONS {indexConfig: {`fulltext.analyzer`: "cjk"}}
