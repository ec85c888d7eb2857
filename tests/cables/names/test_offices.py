"""Titles as offices."""

import pytest

from cables.names.offices import is_american_office, is_public_office, title_offices


@pytest.mark.parametrize(
    ("one", "other"),
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
def test_two_titles_of_one_office_have_it_in_common(one: str, other: str) -> None:
    assert title_offices(one) & title_offices(other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("President", "Vice President"),
        ("Minister", "Prime Minister"),
        ("Foreign Minister", "Deputy Foreign Minister"),
        ("Defense Minister", "Governor"),
        ("President", "PLN president"),
        ("President", "President of Botnia"),
    ],
)
def test_a_rank_makes_another_office(one: str, other: str) -> None:
    assert not title_offices(one) & title_offices(other)


@pytest.mark.parametrize("title", ["", "activist", "businessman", "a contact", "Mr."])
def test_a_source_has_no_office(title: str) -> None:
    assert not is_public_office(title)


def test_an_embassys_own_people_are_american() -> None:
    assert is_american_office("Poloff")
    assert is_american_office("Under Secretary")
    assert not is_american_office("Foreign Minister")
