// The sentences of an article that state facts.
// Parameters: id. Rows: start, end, text, facts.
MATCH (e:Evidence) WHERE e.article = $id
WITH e ORDER BY e.start, e.end, e.fact
WITH e.start AS from, e.end AS to, e.text AS words, collect(DISTINCT e.fact) AS stated
RETURN from AS start, to AS end, words AS text, stated AS facts
ORDER BY from, to, words
