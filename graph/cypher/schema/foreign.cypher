// Whether the database holds nodes that are not ours. Rows: found.
RETURN EXISTS { MATCH (n) WHERE NOT n:Meta } AS found
