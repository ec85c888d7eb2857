"""Tests of cables.sources."""
