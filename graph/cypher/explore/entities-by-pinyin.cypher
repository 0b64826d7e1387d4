// Entities one of whose names reads so in pinyin, in full or by initials.
// Parameters: query (escaped Lucene text), pinyin (letters), most. Rows: id, name, label.
CALL db.index.fulltext.queryNodes('entity_text', $query, {limit: $most}) YIELD node AS n
WHERE $pinyin IN split(n.search_text, ' ')
RETURN n.id AS id, n.name AS name, [x IN labels(n) WHERE x <> 'Entity'][0] AS label
ORDER BY n.id
LIMIT 100
