// An article with its text.
// Parameters: id. Rows: id, title, source, url, licence, published, reader, text.
MATCH (a:Article) WHERE a.id = $id
OPTIONAL MATCH (r:Reading) WHERE r.id = a.id
RETURN a.id AS id, a.title AS title, a.source AS source, a.url AS url, a.licence AS licence, a.published AS published, a.reader AS reader, r.text AS text
