"""Titles and roles beside names."""

import pytest

from cables.names.recognition.titles import (
    clean_title,
    is_highest_office,
    shared_surnames,
    titles_conflict,
)
from tests.cables.names.recognition.specimens import first, names, people


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("Then Foreign Minister Khlopkov left.", "Foreign Minister"),
        ("Then Russian Deputy Foreign Minister Khlopkov left.", "Russian Deputy Foreign Minister"),
        ("Then Minister of Foreign Affairs Ivan Khlopkov left.", "Minister of Foreign Affairs"),
        ("We met party spokesman Khlopkov there.", "party spokesman"),
        ("We met Gen. Khlopkov there.", "Gen."),
        (
            "Director General of Police (DGP) Ivan Khlopkov left.",
            "Director General of Police (DGP)",
        ),
        (
            "Then Deputy Speaker of the National Assembly Bero Khlopkov left.",
            "Deputy Speaker of the National Assembly",
        ),
        ("The Minister of Public Works, Bero Khlopkov, agreed.", "Minister of Public Works"),
        ("He is a son of President Khlopkov.", "President"),
        ("Another journalist, Bero Khlopkov, agreed.", "journalist"),
    ],
)
def test_a_title_before_a_name_is_kept_as_printed(text: str, title: str) -> None:
    mention = first(text)

    assert mention.title == title
    assert mention.printed.endswith("Khlopkov")


@pytest.mark.parametrize(
    ("text", "role"),
    [
        ("Bero Khlopkov, a senior analyst at the bank, agreed.", "a senior analyst at the bank"),
        ("Bero Khlopkov, Deputy director of it, agreed.", "Deputy director of it"),
        ("Bero Khlopkov (Minister of Justice) agreed.", "Minister of Justice"),
        ("-- Anna Khlopkov, Director, Office of Trade", "Director"),
        (
            "Two ministers are new.\n\nBero Khlopkov\nMinister of Justice\n-------------------",
            "Minister of Justice",
        ),
    ],
)
def test_a_role_after_a_name_is_kept_as_printed(text: str, role: str) -> None:
    mention = first(text)

    assert (mention.title, mention.rule) == (role, "name before a role")


def test_a_title_of_the_next_name_is_not_a_role_of_this_one() -> None:
    khlopkov, berezin = people("She met Anna Khlopkov, Governor Ivan Berezin and others.")

    assert (khlopkov.titles, berezin.titles) == ((), ("Governor",))


def test_a_title_in_capitals_needs_a_name_without_a_complement() -> None:
    assert names("HE SAW PRESIDENT KHLOPKOV TODAY AND HAS BEEN CHIEF DEMOGRAFER OF IT") == [
        "Khlopkov"
    ]


@pytest.mark.parametrize("title", ["President", "Somali President Sheikh", "King"])
def test_heads_of_state_have_the_highest_offices(title: str) -> None:
    assert is_highest_office(title)


@pytest.mark.parametrize(
    "title", ["Vice President", "Prime Minister", "PM", "Minister", "spokesman for the President"]
)
def test_other_offices_are_not_the_highest(title: str) -> None:
    assert not is_highest_office(title)


@pytest.mark.parametrize(
    "known", ["Cabinet Aide", "wife of the President", "Deputy PM and Minister of Finance"]
)
def test_a_president_is_not_an_aide_a_wife_or_a_minister(known: str) -> None:
    assert titles_conflict([known], "President", surname_only=False)


@pytest.mark.parametrize("known", ["Dr.", "candidate", "General", "Prime Minister", "President"])
def test_a_president_may_be_a_general_or_a_candidate(known: str) -> None:
    assert not titles_conflict([known], "President", surname_only=False)


def test_a_person_without_a_title_may_be_president() -> None:
    assert not titles_conflict([], "President", surname_only=False)


def test_a_minister_is_not_a_president_known_by_surname_only() -> None:
    assert titles_conflict(["President"], "Minister of Trade", surname_only=True)
    assert not titles_conflict(["President"], "former Minister", surname_only=True)
    assert not titles_conflict(["President"], "Minister of Trade", surname_only=False)


def test_plural_surnames_are_shared() -> None:
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
def test_words_that_are_not_a_title_are_removed(printed: str, title: str) -> None:
    assert clean_title(printed) == title
