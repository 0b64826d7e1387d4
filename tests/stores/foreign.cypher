// A node as another application has it.
CREATE (m:Movie {title: 'The Matrix'})
