"""Measure parsing, loading, searching and pages on synthetic cables: `make bench`."""
