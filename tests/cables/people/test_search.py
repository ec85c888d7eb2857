"""Finding people by name: what is near, and what is bounded."""

import pytest
from django.utils.text import slugify
from pytest_django import DjangoAssertNumQueries

from cables.models import Person
from cables.people.counts import people_counts
from cables.people.search import MOST_RESULTS, search_people
from tests.cables.people.rows import person

pytestmark = pytest.mark.django_db


def found(asked: str) -> list[str]:
    return [one.name for one in search_people(asked, people_counts())]


def named(*names: str) -> None:
    for name in names:
        person(name, slugify(name))


def test_the_same_name_stands_before_a_near_one() -> None:
    named("Ana Ruis", "Ana Ruiz", "Anna Ruiz")
    assert found("Ana Ruiz")[0] == "Ana Ruiz"
    assert found("Ana Ruis")[0] == "Ana Ruis"


def test_among_equals_the_most_named_stands_first() -> None:
    named("Ana Ruiz", "Omar Ruiz")
    Person.objects.filter(slug="omar-ruiz").update(cable_count=5)
    assert found("Ruiz") == ["Omar Ruiz", "Ana Ruiz"]


def test_a_short_name_must_be_spelt_right() -> None:
    named("Wen Li", "Wen Lo")
    assert found("Lo") == ["Wen Lo"]


def test_a_surname_of_several_words_is_found_by_each_and_by_all() -> None:
    named("Ursula van der Leyden")
    for asked in ("van der leyden", "Leyden", "vanderleyden", "ursula leyden"):
        assert found(asked) == ["Ursula van der Leyden"], asked


def test_nobody_is_near_to_what_is_no_name() -> None:
    named("Ana Ruiz")
    assert found("q") == []
    assert found("?!") == []
    assert found("") == []


def test_what_is_found_and_what_is_asked_of_the_database_are_bounded(
    django_assert_max_num_queries: DjangoAssertNumQueries,
) -> None:
    named(*(f"Given{number} Ruiz" for number in range(MOST_RESULTS + 20)))
    counts = people_counts()
    assert counts.surnames
    assert counts.given_names_by_word
    with django_assert_max_num_queries(16):
        assert len(search_people("ruiz ruis ruiss ruisz ruizz", counts)) == MOST_RESULTS
