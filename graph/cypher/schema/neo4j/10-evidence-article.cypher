// Evidence is found by the article that it stands in.
CREATE INDEX evidence_article IF NOT EXISTS FOR (e:Evidence) ON (e.article)
