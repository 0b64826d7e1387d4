// Evidence is found by its group when a loader makes the facts of the group anew.
CREATE INDEX evidence_group IF NOT EXISTS FOR (e:Evidence) ON (e.group)
