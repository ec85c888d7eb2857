"""Pages as a whole: an empty site, help, errors, health."""

import re
from collections.abc import Callable
from unittest.mock import patch

import pytest
from django.db import OperationalError
from django.test import Client

from cables.loading.load import LoadResult

Get = Callable[[str], str]


def titles(page: str) -> list[str]:
    return re.findall(r'<span class="row-id">(\w+)</span>', page)


@pytest.mark.django_db
def test_an_empty_site_says_how_to_load_cables(get: Get) -> None:
    assert "load_cables" in get("/")
    assert "No cables match" in get("/cables/")


def test_the_list_is_newest_first_and_can_be_reversed(samples: list[LoadResult], get: Get) -> None:
    newest = titles(get("/cables/"))
    assert newest[-1] == "07MOSCOW849"
    assert titles(get("/cables/?sort=oldest")) == newest[::-1]


def test_filters_keep_what_matches_and_each_can_be_removed(
    samples: list[LoadResult], get: Get
) -> None:
    page = get("/cables/?origin=embassy-specimen&classification=SECRET")
    assert titles(page) == ["09SPECIMEN7"]
    assert 'href="/cables/?origin=embassy-specimen"' in page
    assert 'href="/cables/?classification=SECRET"' in page


def test_pages_of_the_list_have_no_cable_twice(
    samples: list[LoadResult], get: Get, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("cables.browse.results.PAGE_SIZE", 4)
    pages = [titles(get(f"/cables/?page={page}")) for page in (1, 2, 3)]
    assert [len(page) for page in pages] == [4, 4, 3]
    assert len({cable for page in pages for cable in page}) == 11


def test_pages_end_at_a_depth_and_say_why(
    samples: list[LoadResult], get: Get, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("cables.browse.results.PAGE_SIZE", 4)
    monkeypatch.setattr("cables.browse.results.DEEPEST_PAGE", 2)
    assert titles(get("/cables/?page=3")) == titles(get("/cables/?page=2"))
    assert "Only the first 2 pages are shown" in get("/cables/?page=3")


@pytest.mark.django_db
@pytest.mark.parametrize(
    "part", ["layout", "searching", "people", "discussing", "markings", "reasons", "damage"]
)
def test_help_has_its_parts(get: Get, part: str) -> None:
    page = get("/help/")
    assert f'id="{part}"' in page
    assert f'href="#{part}"' in page


@pytest.mark.django_db
def test_help_explains_the_reasons_of_both_orders(get: Get) -> None:
    page = get("/help/")
    assert "12958" in page
    assert "13526" in page
    assert "weapons of mass destruction" in page


@pytest.mark.django_db
def test_an_unreadable_id_is_answered_with_an_example(client: Client) -> None:
    page = client.get("/open/", {"id": "<b>nonsense"}).content.decode()
    assert "We couldn’t read “&lt;b&gt;nonsense”" in page


def test_every_page_has_one_search_box(samples: list[LoadResult], get: Get) -> None:
    for address in ("/", "/cables/", "/cable/07MOSCOW849/", "/cable/07MOSCOW849/3/", "/help/"):
        assert len(re.findall(r'<input [^>]*name="q"', get(address))) == 1, address


@pytest.mark.django_db
def test_a_missing_page_suggests_three_next_steps(client: Client) -> None:
    page = client.get("/nothing").content.decode()
    assert len(re.findall(r'<li><a href="/(?:open|cables|help)/"', page)) == 3


@pytest.mark.django_db
def test_an_internal_error_shows_a_page_and_no_traceback(
    client: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*args: object) -> None:
        raise RuntimeError("inner workings")

    monkeypatch.setattr("cables.views.cables.CableFilter", fail)
    client.raise_request_exception = False
    response = client.get("/cables/")
    page = response.content.decode()
    assert response.status_code == 500
    assert "Something went wrong" in page
    assert "inner workings" not in page
    assert "Traceback" not in page


@pytest.mark.django_db
def test_an_unknown_host_gets_the_sites_own_400_page(client: Client) -> None:
    response = client.get("/", headers={"host": "evil.example.org"})
    assert response.status_code == 400
    assert "could not be understood" in response.content.decode()


def test_health_is_plain_and_never_cached(samples: list[LoadResult], client: Client) -> None:
    response = client.get("/healthz")
    assert response.content == b"ok\n"
    assert "no-store" in response.headers["Cache-Control"]


def test_health_fails_if_the_database_cannot_be_read(client: Client) -> None:
    with patch("cables.models.Cable.objects.exists", side_effect=OperationalError):
        assert client.get("/healthz").status_code == 503


@pytest.mark.django_db
def test_crawlers_may_read_cables_but_not_queries(get: Get) -> None:
    rules = get("/robots.txt")
    assert "Disallow: /*?" in rules
    assert "Disallow: /cable" not in rules
