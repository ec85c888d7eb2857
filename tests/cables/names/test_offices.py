"""Offices that titles name."""

import pytest

from cables.names.offices import is_american_office, is_public_office, title_offices


@pytest.mark.parametrize(
    ("title", "other_title"),
    [
        ("Foreign Minister", "Russian FM"),
        ("Minister of Foreign Affairs", "Foreign Minister"),
        ("PM", "Prime Minister"),
        ("Amb.", "the American Ambassador"),
        ("Minister", "Minister of Finance"),
        ("A/S", "Assistant Secretary"),
        ("CDA", "Chargé d'Affaires"),
        ("Deputy Chief of Mission", "DCM"),
        ("President of the Republic", "then-President"),
        ("PRESIDENT OF BRAZIL", "Brazilian President"),
    ],
)
def test_titles_of_one_office_share_it(title: str, other_title: str) -> None:
    assert title_offices(title) & title_offices(other_title)


@pytest.mark.parametrize(
    ("title", "other_title"),
    [
        ("President", "Vice President"),
        ("Minister", "Prime Minister"),
        ("Foreign Minister", "Deputy Foreign Minister"),
        ("Defense Minister", "Governor"),
        ("President", "PLN president"),
        ("President", "President of Botnia"),
    ],
)
def test_a_rank_makes_a_different_office(title: str, other_title: str) -> None:
    assert not title_offices(title) & title_offices(other_title)


@pytest.mark.parametrize("title", ["", "activist", "businessman", "a contact", "Mr."])
def test_a_source_has_no_office(title: str) -> None:
    assert not is_public_office(title)


def test_embassy_staff_is_american() -> None:
    assert is_american_office("Poloff")
    assert is_american_office("Under Secretary")
    assert not is_american_office("Foreign Minister")
