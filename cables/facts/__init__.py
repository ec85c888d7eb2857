"""Tables of posts, TAGS, captions, orders and acronyms, and lookups in them.

The tables are csv files beside this one (README.md gives their sources). Each module reads its
table on first use and keeps it.
"""
