// Deletes articles.
// Parameters: ids (list of article ids).
MATCH (a:Article) WHERE a.id IN $ids
DELETE a
