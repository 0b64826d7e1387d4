// The stored readings of some articles.
// Parameters: ids (list of article ids). Rows: id, reading, text.
MATCH (r:Reading) WHERE r.id IN $ids
RETURN r.id AS id, r.reading AS reading, r.text AS text
ORDER BY r.id
