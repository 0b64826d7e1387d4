// All evidence of some groups.
// Parameters: groups (list of group ids). Rows: row (properties of the evidence).
MATCH (e:Evidence) WHERE e.group IN $groups
RETURN properties(e) AS row
ORDER BY e.id
