"""Facts about cables that no cable states: posts, TAGS, captions, orders, misspelt IDs, acronyms.

The facts are csv tables beside this file (README.md says where each comes from); every module here
looks things up in one of them, reads it on first use and keeps it. Nothing here imports Django.
"""
