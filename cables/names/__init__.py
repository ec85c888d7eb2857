"""Recognize, compare and protect the personal names in a text."""
