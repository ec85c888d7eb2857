"""Roles, ages and words of speech behind names."""

import pytest

from tests.cables.names.recognition.specimens import first, names, people


@pytest.mark.parametrize(
    ("text", "role"),
    [
        ("Bero Khlopkov, a senior analyst at the bank, agreed.", "a senior analyst at the bank"),
        ("Bero Khlopkov, Deputy director of it, agreed.", "Deputy director of it"),
        ("Bero Khlopkov (Minister of Justice) agreed.", "Minister of Justice"),
        ("-- Anna Khlopkov, Director, Office of Trade", "Director"),
    ],
)
def test_the_role_is_told_as_printed(text: str, role: str) -> None:
    mention = first(text)

    assert (mention.title, mention.rule) == (role, "name before a role")


def test_a_title_on_the_line_below_is_the_role() -> None:
    mention = first(
        "Two ministers are new.\n\nBero Khlopkov\nMinister of Justice\n-------------------"
    )

    assert (mention.printed, mention.title) == ("Bero Khlopkov", "Minister of Justice")


def test_a_title_of_the_next_name_is_no_role_of_this_one() -> None:
    khlopkov, berezin = people("She met Anna Khlopkov, Governor Ivan Berezin and others.")

    assert (khlopkov.titles, berezin.titles) == ((), ("Governor",))


@pytest.mark.parametrize(
    ("text", "rule"),
    [
        ("Bero Khlopkov told us that rain fell.", "name before a speech verb"),
        ("Bero Khlopkov, 57, was there.", "name before an age"),
        ("Bero Khlopkov (PSDB-SP) was there.", "name before a party"),
        ("THEY CALLED ON BERO KHLOPKOV, THE HEAD OF IT", "name before a role"),
    ],
)
def test_speech_age_party_and_role_speak_for_a_person(text: str, rule: str) -> None:
    assert first(text).rule == rule


@pytest.mark.parametrize(
    "text",
    [
        "The Bero Khlopkov told us that rain fell.",
        "Bero Khlopkov fell by two percent.",
        "Bero Khlopkov Company said so.",
        "Banco Khlopkov said so.",
        "She flew to Juan Khlopkov airport.",
        "Bero Khlopkov (BK) was there.",
        "The Council of Zarant - Bero Khlopkov (CZ-BK) was there.",
    ],
)
def test_firms_and_things_are_no_persons(text: str) -> None:
    assert names(text) == []


def test_a_party_whose_letters_happen_to_be_in_a_name_is_one_all_the_same() -> None:
    assert names("It went to Patrus Khlopkov (PT-MG) today.") == ["Patrus Khlopkov"]
    assert names("Zaranto Khlop Bero (ZKB) paid.") == []


def test_a_faction_is_not_the_one_whose_name_it_bears() -> None:
    assert names("the Council of Nagalim - Isak Khlopkov (NSCN-IM) agreed") == []
