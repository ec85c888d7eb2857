"""The Django app: cables, their paragraphs and the people named in them."""
