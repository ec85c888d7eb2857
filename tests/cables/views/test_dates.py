"""Pages of years, months and days."""

import re
from collections.abc import Callable

import pytest
from django.test import Client
from pytest_django import DjangoAssertNumQueries

from cables.loading.load import LoadResult
from cables.models import Cable
from tests.cables.browse.test_statistics import UNDATED
from tests.conftest import SHORT_CABLE, LoadText

Get = Callable[[str], str]


def titles(page: str) -> list[str]:
    return re.findall(r'<span class="row-id">(\w+)</span>', page)


def test_the_grid_links_to_every_month_with_cables(samples: list[LoadResult], get: Get) -> None:
    page = get("/dates/")
    months = {
        f"/date/{cable.created:%Y-%m}/"
        for cable in Cable.objects.all()
        if cable.created is not None
    }
    assert set(re.findall(r'"(/date/\d{4}-\d{2}/)"', page)) == months
    assert page.index("/date/2009/") < page.index("2008: none") < page.index("/date/2007/")


def test_a_year_shows_the_days_of_its_months(samples: list[LoadResult], get: Get) -> None:
    page = get("/date/2007/")
    assert 'href="/date/2007-02-28/"' in page
    assert 'href="/date/2009/" rel="next"' in page
    assert "created_after=2007" in page


def test_a_month_lists_its_cables_by_day(samples: list[LoadResult], get: Get) -> None:
    page = get("/date/2007-02/")
    assert "Wednesday, 28 February" in page
    assert titles(page) == ["07MOSCOW849"]


def test_a_day_lists_its_cables(samples: list[LoadResult], get: Get) -> None:
    page = get("/date/2007-02-28/")
    assert titles(page) == ["07MOSCOW849"]
    assert 'href="/date/2007-02/"' in page


def test_every_cable_can_be_reached_without_query_strings(
    samples: list[LoadResult], load_text: LoadText, get: Get, monkeypatch: pytest.MonkeyPatch
) -> None:
    load_text(UNDATED, name="09SPECIMEN950.txt")
    monkeypatch.setattr("cables.views.paging.PAGE_SIZE", 2)
    seen: set[str] = set()
    waiting = ["/dates/"]
    while waiting:
        address = waiting.pop()
        seen.add(address)
        links = set(re.findall(r'href="(/(?:date|cable)/[^"?#]*)"', get(address)))
        waiting += [link for link in links - seen - set(waiting) if "/date/" in link]
        seen |= {link for link in links if "/cable/" in link}
    assert {cable.get_absolute_url() for cable in Cable.objects.all()} <= seen


def test_each_page_of_a_month_has_its_own_url(
    load_text: LoadText, get: Get, client: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    load_text()
    load_text(SHORT_CABLE.replace("000901", "000902"), name="09SPECIMEN902.txt")
    monkeypatch.setattr("cables.views.paging.PAGE_SIZE", 1)
    address = "/date/2009-03/"
    page = get(address)
    assert f'href="{address}2/" rel="next"' in page
    assert f'href="{address}" rel="prev"' in get(f"{address}2/")
    assert not set(titles(page)) & set(titles(get(f"{address}2/")))
    assert client.get(f"{address}1/").headers["Location"] == address
    assert client.get(f"{address}99/").status_code == 404


def test_a_period_without_cables_links_to_the_nearest_with_some(
    samples: list[LoadResult], client: Client
) -> None:
    response = client.get("/date/2008-05/")
    page = response.content.decode()
    assert response.status_code == 404
    assert "No cables from May 2008" in page
    assert 'href="/date/2007-02/"' in page


@pytest.mark.parametrize("address", ["/date/2007-13/", "/date/2007-02-30/", "/date/0000/"])
def test_an_impossible_date_is_not_found(client: Client, db: None, address: str) -> None:
    assert client.get(address).status_code == 404


def test_cables_without_a_date_have_a_page(load_text: LoadText, get: Get) -> None:
    assert "Every cable has a date" in get("/date/undated/")
    load_text(UNDATED, name="09SPECIMEN950.txt")
    assert titles(get("/date/undated/")) == ["09SPECIMEN950"]
    assert 'href="/date/undated/"' in get("/dates/")


@pytest.mark.django_db
def test_an_empty_collection_says_that_it_has_no_dates(get: Get) -> None:
    assert "No cables with a date are loaded" in get("/dates/")


@pytest.mark.parametrize(
    ("address", "queries"),
    [("/dates/", 1), ("/date/2007/", 1), ("/date/2007-02/", 2), ("/date/2007-02-28/", 2)],
)
def test_pages_of_dates_need_few_queries(
    samples: list[LoadResult],
    get: Get,
    address: str,
    queries: int,
    django_assert_num_queries: DjangoAssertNumQueries,
) -> None:
    get("/dates/")
    with django_assert_num_queries(queries):
        get(address)
