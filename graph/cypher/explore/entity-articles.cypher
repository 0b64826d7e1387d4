// The articles whose sentences stand best for the facts of an entity.
// Parameters: id, most. Rows: article.
MATCH (n:Entity)-[f]-(:Entity) WHERE n.id = $id AND f.article IS NOT NULL
RETURN DISTINCT f.article AS article
ORDER BY article
LIMIT $most
