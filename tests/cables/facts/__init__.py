"""Tests of cables.facts."""
