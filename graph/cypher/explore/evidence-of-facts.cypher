// The evidence of a page of facts: how much there is of each, and its best pieces first.
// Parameters: facts (list of fact ids), known_by (ISO day or null), most (pieces a fact). Rows: fact, count, pieces.
MATCH (e:Evidence) WHERE e.fact IN $facts AND ($known_by IS NULL OR e.known <= $known_by)
WITH e ORDER BY e.fact, e.confidence DESC, e.published, e.article, e.start, e.id
WITH e.fact AS of, collect({article: e.article, start: e.start, end: e.end, text: e.text, rule: e.rule, confidence: e.confidence, published: e.published, status: e.status, date: e.date}) AS found
RETURN of AS fact, size(found) AS count, found[0..$most] AS pieces
ORDER BY of
