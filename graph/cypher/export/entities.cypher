// A page of entities in order of their ids.
// Parameters: after (the last id of the page before, empty at first), page. Rows: id, label, props.
MATCH (n:Entity) WHERE n.id > $after
WITH n ORDER BY n.id LIMIT $page
RETURN n.id AS id, [x IN labels(n) WHERE x <> 'Entity'][0] AS label, properties(n) AS props
ORDER BY id
