"""Persons across cables: who is who, and what their pages say."""
