"""The lists of people, and the search for one by name."""

from collections.abc import Callable
from html import unescape

import pytest
from django.test import Client
from django.utils.text import slugify
from pytest_django import DjangoAssertNumQueries

from cables.models import Person
from tests.cables.people.rows import person

Get = Callable[[str], str]
pytestmark = pytest.mark.django_db


def named(name: str, **columns: object) -> Person:
    somebody = person(name, slugify(name))
    Person.objects.filter(pk=somebody.pk).update(is_mentioned=True, **columns)
    return somebody


@pytest.fixture
def some_people() -> None:
    named("Muammar Qadhafi", cable_count=9, country="Libya", titles=[["Leader", "", "", 3]])
    named("Seif Qadhafi", cable_count=2, country="Libya")
    named("Sergey Lavrov", cable_count=7, country="Russia", is_tagged=True)
    named("Jens Jørgensen", cable_count=1, country="Côte d'Ivoire")
    named("Nuri al-Maliki", cable_count=4)


def names(page: str) -> list[str]:
    rows = page.split('<p class="row-title"><a href="')[1:]
    return [unescape(row.split(">")[1].split("<")[0]) for row in rows]


def test_a_room_without_people_says_so_and_leads_on(get: Get) -> None:
    page = get("/people/")
    assert "Nobody is listed yet" in page
    assert "Three ways on" in page


def test_the_first_page_leads_to_letters_countries_roles_and_the_most_named(
    some_people: None, get: Get
) -> None:
    page = get("/people/")
    assert 'href="/people/q/"' in page
    assert 'href="/people/country/cote-divoire/"' in page
    assert 'href="/people/role/named-in-tags/"' in page
    assert 'href="/people/role/signer/"' not in page  # nobody signed
    assert names(page)[:2] == ["Qadhafi, Muammar", "Lavrov, Sergey"]


def test_a_letter_lists_surnames_in_order_and_leaves_the_article_aside(
    some_people: None, get: Get
) -> None:
    assert names(get("/people/q/")) == ["Qadhafi, Muammar", "Qadhafi, Seif"]
    assert names(get("/people/m/")) == ["al-Maliki, Nuri"]


def test_a_letter_without_anybody_is_a_page_and_longer_beginnings_are_none(
    some_people: None, client: Client
) -> None:
    assert "Nobody stands here" in client.get("/people/z/").content.decode()
    assert client.get("/people/zz/").status_code == 404
    assert client.get("/people/la/").status_code == 200


def test_a_country_and_a_role_have_a_list(some_people: None, get: Get) -> None:
    assert names(get("/people/country/libya/")) == ["Qadhafi, Muammar", "Qadhafi, Seif"]
    assert names(get("/people/role/named-in-tags/")) == ["Lavrov, Sergey"]


@pytest.mark.parametrize(
    "address", ["/people/country/atlantis/", "/people/role/king/", "/people/q/2/", "/people/4/"]
)
def test_what_is_no_list_is_not_found(some_people: None, client: Client, address: str) -> None:
    assert client.get(address).status_code == 404


def test_a_long_list_goes_on_at_numbered_addresses(
    some_people: None, get: Get, client: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("cables.views.people.PAGE_SIZE", 2)
    first = get("/people/role/mentioned/")
    assert 'href="/people/role/mentioned/2/" rel="next"' in first
    last = get("/people/role/mentioned/3/")
    assert 'href="/people/role/mentioned/2/" rel="prev"' in last
    assert len(names(first)) == 2
    assert len(names(last)) == 1
    moved = client.get("/people/role/mentioned/1/")
    assert (moved.status_code, moved.headers["Location"]) == (301, "/people/role/mentioned/")


def test_a_list_ends_at_a_depth_with_a_word_why(
    some_people: None, get: Get, client: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("cables.views.people.PAGE_SIZE", 1)
    monkeypatch.setattr("cables.views.people.DEEPEST_PAGE", 2)
    page = get("/people/role/mentioned/2/")
    assert "Pages end here" in page
    assert 'rel="next"' not in page
    assert client.get("/people/role/mentioned/3/").status_code == 404


def test_a_long_letter_offers_its_next_letters(
    some_people: None, get: Get, monkeypatch: pytest.MonkeyPatch
) -> None:
    named("Quentin Quill")
    monkeypatch.setattr("cables.views.people.PAGE_SIZE", 2)
    page = get("/people/q/")
    assert 'href="/people/qa/"' in page
    assert 'href="/people/qu/"' in page


@pytest.mark.parametrize(
    ("asked", "expected"),
    [
        ("lavrov", "Lavrov, Sergey"),
        ("LAV", "Lavrov, Sergey"),
        ("lavrow", "Lavrov, Sergey"),
        ("sergei lavrov", "Lavrov, Sergey"),
        ("Lavrov, Sergey", "Lavrov, Sergey"),
        ("kadafi", "Qadhafi, Muammar"),
        ("gaddafi", "Qadhafi, Muammar"),
        ("seif kadafi", "Qadhafi, Seif"),
        ("jorgensen", "Jørgensen, Jens"),
        ("al maliki", "al-Maliki, Nuri"),
        ("al-Maleki", "al-Maliki, Nuri"),
        ("Muamar", "Qadhafi, Muammar"),
    ],
)
def test_a_name_is_found_in_another_spelling(
    some_people: None, get: Get, asked: str, expected: str
) -> None:
    assert names(get(f"/people/?q={asked}"))[0] == expected


def test_who_is_not_found_is_looked_for_elsewhere(some_people: None, get: Get) -> None:
    page = get("/people/?q=Xyzzy%20%3Cb%3E")
    assert "Nobody here has a name like that" in page
    assert 'href="/cables/?q=Xyzzy%20%3Cb%3E"' in page
    assert "<b>" not in page


@pytest.mark.parametrize("asked", ["%00", "%20", "...", "a" * 5000, "x%20" * 500, "%F0%9F%92%A9"])
def test_whatever_is_typed_is_answered(some_people: None, get: Get, asked: str) -> None:
    get(f"/people/?q={asked}")


def test_a_search_is_kept_out_of_indexes_and_a_list_is_not(some_people: None, get: Get) -> None:
    assert 'content="noindex,follow"' in get("/people/?q=lavrov")
    page = get("/people/l/")
    assert "noindex" not in page
    assert '<link rel="canonical" href="http://localhost:8000/people/l/">' in page


@pytest.mark.parametrize(
    ("address", "queries"),
    [("/people/", 2), ("/people/q/", 3), ("/people/country/libya/", 3), ("/people/?q=lavrov", 6)],
)
def test_a_page_of_people_needs_few_queries(
    some_people: None,
    get: Get,
    django_assert_max_num_queries: DjangoAssertNumQueries,
    address: str,
    queries: int,
) -> None:
    get(address)  # what is counted once is counted
    with django_assert_max_num_queries(queries):
        get(address)


def test_every_page_leads_to_people(get: Get) -> None:
    assert '<a href="/people/">People</a>' in get("/")
    assert '<a href="/people/" aria-current="page">People</a>' in get("/people/")
