"""Ways in: counts over the whole room by post, tag, date and class, and how they are drawn."""
