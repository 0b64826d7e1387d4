// Sets the version of the graph back.
MATCH (m:Meta) SET m.version = 0
