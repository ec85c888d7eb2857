"""The list of cables: what it answers, by index or database, and what stands around its rows."""
