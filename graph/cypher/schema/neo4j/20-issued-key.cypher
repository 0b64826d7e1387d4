// Issued ids are found by the key that they were issued for.
CREATE INDEX issued_key IF NOT EXISTS FOR (i:Issued) ON (i.key)
