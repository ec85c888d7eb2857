"""Terms and codes of telegrams."""

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
    term = find_term(word)

    assert term is not None
    assert term.term == entry


def test_an_unknown_word_has_no_entry() -> None:
    assert find_term("SPECIMEN") is None
    assert find_term("") is None


def test_every_entry_is_found_by_its_own_spelling() -> None:
    assert [entry.term for entry in all_terms() if find_term(entry.term) is None] == []
