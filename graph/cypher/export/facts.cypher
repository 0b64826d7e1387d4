// A page of the facts of one type in order of their ids.
// Parameters: after (the last id of the page before, empty at first), page. Rows: id, type, source, target, props.
MATCH (a:Entity)-[r:__TYPE__]->(b:Entity) WHERE r.id > $after
WITH a, r, b ORDER BY r.id LIMIT $page
RETURN r.id AS id, type(r) AS type, a.id AS source, b.id AS target, properties(r) AS props
ORDER BY id
