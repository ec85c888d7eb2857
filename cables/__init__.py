"""The reading room: cables, their paragraphs and the people in them."""
