"""Searching for people by name."""

import pytest
from django.utils.text import slugify
from pytest_django import DjangoAssertNumQueries

from cables.models import Person
from cables.people.counts import people_counts
from cables.people.search import MOST_RESULTS, search_people
from tests.cables.people.rows import person

pytestmark = pytest.mark.django_db


def search(query: str) -> list[str]:
    return [match.name for match in search_people(query, people_counts())]


def create_people(*names: str) -> None:
    for name in names:
        person(name, slugify(name))


def test_an_exact_match_comes_before_a_similar_name() -> None:
    create_people("Ana Ruis", "Ana Ruiz", "Anna Ruiz")
    assert search("Ana Ruiz")[0] == "Ana Ruiz"
    assert search("Ana Ruis")[0] == "Ana Ruis"


def test_equal_matches_are_sorted_by_number_of_cables() -> None:
    create_people("Ana Ruiz", "Omar Ruiz")
    Person.objects.filter(slug="omar-ruiz").update(cable_count=5)
    assert search("Ruiz") == ["Omar Ruiz", "Ana Ruiz"]


def test_a_short_name_must_be_spelled_exactly() -> None:
    create_people("Wen Li", "Wen Lo")
    assert search("Lo") == ["Wen Lo"]


def test_a_surname_of_several_words_is_found_by_each_word_and_by_all() -> None:
    create_people("Ursula van der Leyden")
    for query in ("van der leyden", "Leyden", "vanderleyden", "ursula leyden"):
        assert search(query) == ["Ursula van der Leyden"], query


def test_a_query_without_a_name_finds_nobody() -> None:
    create_people("Ana Ruiz")
    assert search("q") == []
    assert search("?!") == []
    assert search("") == []


def test_results_and_queries_are_limited(
    django_assert_max_num_queries: DjangoAssertNumQueries,
) -> None:
    create_people(*(f"Given{number} Ruiz" for number in range(MOST_RESULTS + 20)))
    counts = people_counts()
    assert counts.surnames
    assert counts.given_names_by_word
    with django_assert_max_num_queries(16):
        assert len(search_people("ruiz ruis ruiss ruisz ruizz", counts)) == MOST_RESULTS
