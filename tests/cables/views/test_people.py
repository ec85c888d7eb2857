"""Lists of people, and the search by name."""

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


def mentioned(name: str, **columns: object) -> None:
    added = person(name, slugify(name))
    Person.objects.filter(pk=added.pk).update(is_mentioned=True, **columns)


@pytest.fixture
def some_people() -> None:
    mentioned("Muammar Qadhafi", cable_count=9, country="Libya", titles=[["Leader", "", "", 3]])
    mentioned("Seif Qadhafi", cable_count=2, country="Libya")
    mentioned("Sergey Lavrov", cable_count=7, country="Russia", is_tagged=True)
    mentioned("Jens Jørgensen", cable_count=1, country="Côte d'Ivoire")
    mentioned("Nuri al-Maliki", cable_count=4)


def names(page: str) -> list[str]:
    rows = page.split('<p class="row-title"><a href="')[1:]
    return [unescape(row.split(">")[1].split("<")[0]) for row in rows]


def test_an_empty_collection_says_that_it_has_no_people(get: Get) -> None:
    page = get("/people/")
    assert "No people yet" in page
    assert "Try one of these" in page


def test_the_overview_links_to_letters_countries_roles_and_the_most_mentioned(
    some_people: None, get: Get
) -> None:
    page = get("/people/")
    assert 'href="/people/q/"' in page
    assert 'href="/people/country/cote-divoire/"' in page
    assert 'href="/people/role/named-in-tags/"' in page
    assert 'href="/people/role/signer/"' not in page  # nobody signed
    assert names(page)[:2] == ["Qadhafi, Muammar", "Lavrov, Sergey"]


def test_a_letter_lists_surnames_in_order_and_ignores_the_article(
    some_people: None, get: Get
) -> None:
    assert names(get("/people/q/")) == ["Qadhafi, Muammar", "Qadhafi, Seif"]
    assert names(get("/people/m/")) == ["al-Maliki, Nuri"]


def test_an_unused_letter_is_a_page_and_longer_prefixes_are_not(
    some_people: None, client: Client
) -> None:
    assert "No people in this list" in client.get("/people/z/").content.decode()
    assert client.get("/people/zz/").status_code == 404
    assert client.get("/people/ab/").status_code == 404
    assert client.get("/people/la/").status_code == 200


def test_a_country_and_a_role_have_a_list(some_people: None, get: Get) -> None:
    assert names(get("/people/country/libya/")) == ["Qadhafi, Muammar", "Qadhafi, Seif"]
    assert names(get("/people/role/named-in-tags/")) == ["Lavrov, Sergey"]


@pytest.mark.parametrize(
    "address", ["/people/country/atlantis/", "/people/role/king/", "/people/q/2/", "/people/4/"]
)
def test_an_unknown_list_is_not_found(some_people: None, client: Client, address: str) -> None:
    assert client.get(address).status_code == 404


def test_a_long_list_continues_at_numbered_urls(
    some_people: None, get: Get, client: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("cables.people.lists.PAGE_SIZE", 2)
    first = get("/people/role/mentioned/")
    assert 'href="/people/role/mentioned/2/" rel="next"' in first
    last = get("/people/role/mentioned/3/")
    assert 'href="/people/role/mentioned/2/" rel="prev"' in last
    assert len(names(first)) == 2
    assert len(names(last)) == 1
    moved = client.get("/people/role/mentioned/1/")
    assert (moved.status_code, moved.headers["Location"]) == (301, "/people/role/mentioned/")


def test_a_list_has_a_last_page_and_says_why(
    some_people: None, get: Get, client: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("cables.people.lists.PAGE_SIZE", 1)
    monkeypatch.setattr("cables.people.lists.DEEPEST_PAGE", 2)
    monkeypatch.setattr("cables.views.people.DEEPEST_PAGE", 2)
    page = get("/people/role/mentioned/2/")
    assert "Only the first pages are shown" in page
    assert 'rel="next"' not in page
    assert client.get("/people/role/mentioned/3/").status_code == 404


def test_a_letter_with_many_people_offers_two_letters(
    some_people: None, get: Get, monkeypatch: pytest.MonkeyPatch
) -> None:
    mentioned("Quentin Quill")
    monkeypatch.setattr("cables.people.lists.PAGE_SIZE", 2)
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
def test_other_spellings_of_a_name_match(
    some_people: None, get: Get, asked: str, expected: str
) -> None:
    assert names(get(f"/people/?q={asked}"))[0] == expected


def test_an_unknown_name_suggests_a_search_of_the_cables(some_people: None, get: Get) -> None:
    page = get("/people/?q=Xyzzy%20%3Cb%3E")
    assert "No person found" in page
    assert 'href="/cables/?q=Xyzzy%20%3Cb%3E"' in page
    assert "<b>" not in page


@pytest.mark.parametrize("asked", ["%00", "%20", "...", "a" * 5000, "x%20" * 500, "%F0%9F%92%A9"])
def test_any_text_is_answered(some_people: None, get: Get, asked: str) -> None:
    get(f"/people/?q={asked}")


def test_lists_are_indexed_and_searches_are_not(some_people: None, get: Get) -> None:
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
    get(address)  # counts are cached
    with django_assert_max_num_queries(queries):
        get(address)


def test_every_page_links_to_people(get: Get) -> None:
    assert '<a href="/people/">People</a>' in get("/")
    assert '<a href="/people/" aria-current="page">People</a>' in get("/people/")
