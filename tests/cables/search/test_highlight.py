"""Highlighting finds the words of a query where the index finds them."""

import unicodedata
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cables.search.fold import fold_text
from cables.search.highlight import Highlighter
from cables.search.query import parse_query


def highlighted(typed: str, text: str) -> list[str]:
    """Return the parts of a text that a query highlights."""
    return [text[hit.start : hit.end] for hit in Highlighter(parse_query(typed)).hits(text)]


@pytest.mark.parametrize(
    ("typed", "text", "expected"),
    [
        ("mine", "Mines were MINED; a miner is not a mine.", ["Mines", "MINED", "mine"]),
        ("agreed", "they agree to an agreement", ["agree"]),
        ("party", "the parties and a partial party", ["parties", "party"]),
        ("Orbán", "ORBAN and Orbán met Orban", ["ORBAN", "Orbán", "Orban"]),
        ("sante", "la Santé", ["Santé"]),
        ('"human rights"', "human\n   rights, rights of humans", ["human\n   rights"]),
        ("six-party", "the Six-Party talks of six parties", ["Six-Party", "six parties"]),
        ("minist*", "ministers, ministry, administer", ["ministers", "ministry"]),
        ("gas OR oil", "oil and gas", ["oil", "gas"]),
        ("gas -oil", "oil and gas", ["gas"]),
        ("tag:PREL", "PREL", []),
        ("subject:gas", "gas", ["gas"]),
        ("25", "25,000 of 25", ["25", "25"]),
    ],
)
def test_words_are_highlighted_as_they_are_searched(
    typed: str, text: str, expected: list[str]
) -> None:
    assert highlighted(typed, text) == expected


def test_hits_are_in_order_and_do_not_overlap() -> None:
    text = "human rights, human rights law"
    hits = Highlighter(parse_query('"human rights" rights "rights law"')).hits(text)
    assert all(hit.end <= next_hit.start for hit, next_hit in pairwise(hits))
    assert [text[hit.start : hit.end] for hit in hits] == ["human rights", "human rights"]


@given(st.text(), st.text())
def test_any_query_can_highlight_any_text(typed: str, text: str) -> None:
    for hit in Highlighter(parse_query(typed)).hits(text):
        assert 0 <= hit.start < hit.end <= len(text)


@given(st.text())
def test_folding_keeps_every_offset(text: str) -> None:
    assert len(fold_text(text)) == len(text)


def test_folding_removes_accents() -> None:
    assert fold_text("Şükrü İNÖNÜ, Łódź, Đinđić, façade") == "sukru inonu, lodz, dindic, facade"
    assert unicodedata.is_normalized("NFC", fold_text("é"))
