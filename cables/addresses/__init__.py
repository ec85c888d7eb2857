"""Addresses, ours and those of older sites: what a spelling, a paste or an old link means here."""
