"""Queries of older sites."""

from urllib.parse import quote_plus

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cables.links.legacy_queries import (
    MAX_ENCODED_LENGTH,
    fit_in_url,
    translate_search,
    valid_month_or_day,
)


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("state secret", "state secret"),
        ("=secret", '"secret"'),
        ("state-secret oil", '"state secret" oil'),
        ("=state-secret", '"state secret"'),
        ("embassy-moscow", '"embassy moscow"'),
        ("-oil gas-", "oil gas"),
        ('"state secret"', '"state secret"'),
        ("- = --", ""),
        ("", ""),
    ],
)
def test_searches_keep_their_meaning(old: str, new: str) -> None:
    assert translate_search(old) == new


@pytest.mark.parametrize("text", ["2007-02", "2007-02-28", "1966-12"])
def test_a_month_or_a_day_of_the_calendar_is_valid(text: str) -> None:
    assert valid_month_or_day(text) == text


@pytest.mark.parametrize("text", ["2007-13", "2007-02-30", "0000-01", "2007", "soon", "", "200702"])
def test_anything_else_is_not_valid(text: str) -> None:
    assert valid_month_or_day(text) == ""


@given(st.text())
def test_searches_are_cut_to_fit_in_a_url(text: str) -> None:
    words = fit_in_url(translate_search(text * 50))
    assert len(quote_plus(words)) <= MAX_ENCODED_LENGTH
