"""The people named in one cable."""

import pytest
from pytest_django import DjangoAssertNumQueries

from cables.models import Cable, Mention
from cables.people.in_cable import (
    fetch_mentions,
    people_in_cable,
    people_json,
    person_annotations,
)
from tests.cables.people.rows import TWO_PEOPLE, in_header, name_in, person
from tests.conftest import LoadText


@pytest.fixture
def cable(load_text: LoadText) -> Cable:
    cable = load_text(TWO_PEOPLE)
    cable.mentions.all().delete()
    ruiz, bey, doe = (
        person("Ana Ruiz", "ana-ruiz"),
        person("Omar Bey", "omar-bey"),
        person("Jane Doe", "jane-doe"),
    )
    name_in(cable, ruiz, "Ana Ruiz", title="Foreign Minister")
    name_in(cable, bey, "Omar Bey", title="Deputy Minister")
    name_in(cable, ruiz, "Ruiz said")
    name_in(cable, bey, "Bey has")
    in_header(cable, doe, Mention.Role.SIGNER, "DOE")
    in_header(cable, doe, Mention.Role.CLASSIFIED_BY, "Jane Doe")
    in_header(cable, ruiz, Mention.Role.TAGGED, "RUIZ, ANA")
    return cable


def test_each_person_is_listed_once_with_the_most_important_role_first(cable: Cable) -> None:
    assert people_json(cable) == [
        {
            "name": "Jane Doe",
            "forms": ["DOE", "Jane Doe"],
            "role": "classified by",
            "paragraphs": [0],
            "slug": "jane-doe",
        },
        {
            "name": "Ana Ruiz",
            "forms": ["RUIZ, ANA", "Ana Ruiz", "Ruiz said"],
            "role": "named in TAGS",
            "paragraphs": [0, 1, 3],
            "slug": "ana-ruiz",
        },
        {
            "name": "Omar Bey",
            "forms": ["Omar Bey", "Bey has"],
            "role": "mentioned",
            "paragraphs": [3],
            "slug": "omar-bey",
        },
    ]


def test_every_role_of_a_person_is_kept(cable: Cable) -> None:
    doe = people_in_cable(fetch_mentions(cable))[0]
    assert doe.roles == ("classified by", "signer")


def test_people_with_the_same_role_are_in_the_order_of_the_text(cable: Cable) -> None:
    Mention.objects.filter(role=Mention.Role.TAGGED).delete()
    assert [entry["name"] for entry in people_json(cable)] == ["Jane Doe", "Ana Ruiz", "Omar Bey"]


def test_a_cable_without_people_has_an_empty_list(cable: Cable) -> None:
    cable.mentions.all().delete()
    assert people_json(cable) == []


def test_people_are_fetched_in_one_query(
    cable: Cable, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    with django_assert_num_queries(1):
        people_json(cable)


def test_a_name_in_a_paragraph_links_to_the_person(load_text: LoadText) -> None:
    cable = load_text(TWO_PEOPLE)
    cable.mentions.all().delete()
    name_in(cable, person("Ana Ruiz", "ana-ruiz"), "Ana Ruiz")
    (annotation,) = person_annotations(fetch_mentions(cable))
    assert cable.body[annotation.start : annotation.end] == "Ana Ruiz"
    assert (annotation.kind, annotation.href) == ("person", "/person/ana-ruiz/")


def test_a_name_in_the_header_is_not_linked_in_the_text(load_text: LoadText) -> None:
    cable = load_text(TWO_PEOPLE)
    cable.mentions.all().delete()
    in_header(cable, person("Jane Doe", "jane-doe"), Mention.Role.SIGNER, "DOE")
    assert person_annotations(fetch_mentions(cable)) == []
