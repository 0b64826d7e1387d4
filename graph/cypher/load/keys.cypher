// The stored records of some keys.
// Parameters: keys (list of keys). Rows: key, record (JSON).
MATCH (k:Key) WHERE k.key IN $keys
RETURN k.key AS key, k.record AS record
ORDER BY k.key
