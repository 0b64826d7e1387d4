// How many nodes are of the kinds that are kept here; each node is of one. Counts alone, which are at hand.
// Rows: count.
CALL () { MATCH (n:Entity) RETURN count(n) AS a }
CALL () { MATCH (n:Evidence) RETURN count(n) AS b }
CALL () { MATCH (n:Article) RETURN count(n) AS c }
CALL () { MATCH (n:Reading) RETURN count(n) AS d }
CALL () { MATCH (n:Key) RETURN count(n) AS e }
CALL () { MATCH (n:Issued) RETURN count(n) AS f }
CALL () { MATCH (n:Judgement) RETURN count(n) AS g }
CALL () { MATCH (n:Change) RETURN count(n) AS h }
CALL () { MATCH (n:Count) RETURN count(n) AS i }
CALL () { MATCH (n:Meta) RETURN count(n) AS j }
RETURN a + b + c + d + e + f + g + h + i + j AS count
