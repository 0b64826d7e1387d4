// The titles of some articles.
// Parameters: ids. Rows: id, title.
MATCH (a:Article) WHERE a.id IN $ids
RETURN a.id AS id, a.title AS title
ORDER BY a.id
