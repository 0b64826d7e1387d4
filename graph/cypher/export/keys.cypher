// A page of the records of keys in their order.
// Parameters: after (the last key of the page before, empty at first), page. Rows: id, entity, record.
MATCH (k:Key) WHERE k.key > $after
WITH k ORDER BY k.key LIMIT $page
RETURN k.key AS id, k.entity AS entity, k.record AS record
ORDER BY id
