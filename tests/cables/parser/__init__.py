"""Tests of cables.text."""
