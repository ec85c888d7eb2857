"""Kinds of single words."""

import pytest

from cables.names.recognition.word_kinds import (
    ACRONYM,
    COMMON,
    GIVEN,
    INITIAL,
    NEVER_A_NAME,
    PARTICLE,
    PLACE,
    SURNAME,
    TITLE,
    word_kind,
)


@pytest.mark.parametrize(
    ("word", "flag"),
    [
        ("Sergey", GIVEN),
        ("Yevgenii", GIVEN),
        ("Jean-Pierre", GIVEN),
        ("Minister", TITLE),
        ("Dr.", TITLE),
        ("A/S", TITLE),
        ("Moscow", PLACE),
        ("J.", INITIAL),
        ("J.J.", INITIAL),
        ("However", COMMON),
        ("Praises", COMMON),
        ("Rice", SURNAME),
        ("MFA", ACRONYM),
        ("XQZ", ACRONYM),
        ("van", PARTICLE),
    ],
)
def test_a_word_is_known(word: str, flag: int) -> None:
    assert word_kind(word) & flag


@pytest.mark.parametrize("word", ["XXXXXXXXXXXX", "U.S.", "G8", "EUR/RUS"])
def test_redactions_codes_and_offices_are_never_names(word: str) -> None:
    assert word_kind(word) == NEVER_A_NAME


@pytest.mark.parametrize("word", ["Khlopkov", "Gorkowski", "al-Haddad"])
def test_most_surnames_are_unknown(word: str) -> None:
    assert word_kind(word) == 0
