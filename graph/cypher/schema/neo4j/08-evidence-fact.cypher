// Evidence is found by the fact that it supports.
CREATE INDEX evidence_fact IF NOT EXISTS FOR (e:Evidence) ON (e.fact)
