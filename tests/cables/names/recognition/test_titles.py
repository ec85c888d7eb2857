"""Titles before names."""

import pytest

from tests.cables.names.recognition.specimens import first, names


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
def test_the_title_is_told_as_printed(text: str, title: str) -> None:
    mention = first(text)

    assert mention.title == title
    assert mention.printed.endswith("Khlopkov")


@pytest.mark.parametrize(
    "text",
    [
        "She is the President. Gazprovia will pay.",
        "He is Director of Gazprovia in this region.",
        "The General Assembly met and the Secretary General Assembly fund grew.",
        "The Prime Minister's Office moved.",
    ],
)
def test_a_title_alone_makes_no_name(text: str) -> None:
    assert names(text) == []


def test_a_title_in_capitals_needs_a_name_that_stands_alone() -> None:
    assert names("HE SAW PRESIDENT KHLOPKOV TODAY AND HAS BEEN CHIEF DEMOGRAFER OF IT") == [
        "Khlopkov"
    ]
