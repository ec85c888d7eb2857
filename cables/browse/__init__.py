"""The list of cables with its filters, and overviews by post, tag, date and classification."""
