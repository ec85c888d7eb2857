"""The glossary."""

from collections.abc import Callable

import pytest
from pytest_django import DjangoAssertNumQueries

from cables.facts.acronyms import all_acronyms

Get = Callable[[str], str]


@pytest.mark.django_db
def test_every_abbreviation_is_listed_with_all_its_meanings(
    get: Get, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    with django_assert_num_queries(0):
        page = get("/glossary/")
    assert page.count("<dt id=") == len({row.acronym for row in all_acronyms()})
    assert page.index("Government of Brazil") < page.index("Government of Bolivia")
    assert "cables from La Paz" in page
    assert "ambiguous;" not in page


@pytest.mark.django_db
@pytest.mark.parametrize("words", ["SIPRNet distribution", "VZCZ", 'href="#A"', 'id="captions"'])
def test_captions_and_header_terms_are_listed_too(get: Get, words: str) -> None:
    assert words in get("/glossary/")
