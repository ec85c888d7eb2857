"""Measuring the loader: a generator of synthetic corpora, and what `make bench` runs on them."""
