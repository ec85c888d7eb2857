"""Resolve the names found in cables to people."""
