"""When a title speaks against a person, and what of it is shown."""

import pytest

from cables.names.recognition.titles import (
    clean_title,
    is_highest_office,
    shared_surnames,
    titles_conflict,
)


@pytest.mark.parametrize("title", ["President", "Somali President Sheikh", "King"])
def test_the_highest_offices_are_known(title: str) -> None:
    assert is_highest_office(title)


@pytest.mark.parametrize(
    "title", ["Vice President", "Prime Minister", "PM", "Minister", "spokesman for the President"]
)
def test_others_are_below_them(title: str) -> None:
    assert not is_highest_office(title)


@pytest.mark.parametrize(
    "known", ["Cabinet Aide", "wife of the President", "Deputy PM and Minister of Finance"]
)
def test_a_president_is_no_aide_wife_or_minister(known: str) -> None:
    assert titles_conflict([known], "President", surname_only=False)


@pytest.mark.parametrize("known", ["Dr.", "candidate", "General", "Prime Minister", "President"])
def test_he_may_be_a_general_or_a_candidate(known: str) -> None:
    assert not titles_conflict([known], "President", surname_only=False)


def test_nothing_speaks_against_somebody_without_a_title() -> None:
    assert not titles_conflict([], "President", surname_only=False)


def test_a_minister_is_no_president_of_whom_only_the_surname_is_known() -> None:
    assert titles_conflict(["President"], "Minister of Trade", surname_only=True)
    assert not titles_conflict(["President"], "former Minister", surname_only=True)
    assert not titles_conflict(["President"], "Minister of Trade", surname_only=False)


def test_families_are_read() -> None:
    assert shared_surnames("He met the Zarants, and the Khlopkovs' son.") == {"zarant", "khlopkov"}


@pytest.mark.parametrize(
    ("printed", "title"),
    [
        ("BY AMBASSADOR", "AMBASSADOR"),
        ("lead-up to President", "President"),
        ("CAFTA-DR to President", "President"),
        ("CAFTA-DR. President", "President"),
        ("CAFTA-DR.", ""),
        ("MRS.", ""),
        ("Mr.", ""),
        ("54", ""),
        ("X/Y", ""),
        ("PM", "PM"),
        ("A/S", "A/S"),
        ("Dr.", "Dr."),
        ("Lt.", "Lt."),
    ],
)
def test_what_is_no_title_is_left_out(printed: str, title: str) -> None:
    assert clean_title(printed) == title
