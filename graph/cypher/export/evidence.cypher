// A page of the evidence in order of its ids.
// Parameters: after (the last id of the page before, empty at first), page. Rows: id, props.
MATCH (e:Evidence) WHERE e.id > $after
WITH e ORDER BY e.id LIMIT $page
RETURN e.id AS id, properties(e) AS props
ORDER BY id
