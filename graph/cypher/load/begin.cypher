// Takes its place in the queue of loaders: the first write of every writing transaction.
// Parameters: step (0 to wait only, 1 when the graph changed). Rows: version.
MATCH (m:Meta) SET m.version = m.version + $step
RETURN m.version AS version
