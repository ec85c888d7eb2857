"""Words and signs of telegrams."""

import pytest

from cables.facts.header_terms import all_terms, find_term


@pytest.mark.parametrize(
    ("word", "entry"),
    [
        ("FM", "FM"),
        ("fm", "FM"),
        ("QUOTE", "QTE, QUOTE"),
        ("OO", "OO, PP, RR, ZZ (line 2)"),
        ("SECTION 02 OF 11", "SECTION 01 OF 02"),
        ("RUEHC", "RUEHC"),
        ("RUEHMO", "RUEHxx"),
        ("VZCZCXRO4549", "VZCZ..."),
        ("END COMMENT", "COMMENT ... END COMMENT"),
    ],
)
def test_a_word_finds_its_entry(word: str, entry: str) -> None:
    found = find_term(word)

    assert found is not None
    assert found.term == entry


def test_a_word_without_entry_gives_none() -> None:
    assert find_term("SPECIMEN") is None
    assert find_term("") is None


def test_every_entry_finds_an_entry_by_its_own_spelling() -> None:
    assert [entry.term for entry in all_terms() if find_term(entry.term) is None] == []
