"""Pages of release dates."""

from collections.abc import Callable

import pytest
from django.test import Client
from pytest_django import DjangoAssertNumQueries

from cables.loading.load import LoadResult

Get = Callable[[str], str]


def test_release_dates_are_listed(samples: list[LoadResult], get: Get) -> None:
    page = get("/releases/")
    assert 'href="/release/2011-08-30/"' in page
    assert "30 August 2011" in page


def test_a_release_date_lists_its_cables(samples: list[LoadResult], get: Get) -> None:
    page = get("/release/2011-08-30/")
    assert 'href="/cable/07MOSCOW849/"' in page
    assert "released_after=2011-08-30&amp;released_before=2011-08-30" in page


def test_a_day_without_releases_links_to_the_nearest_with_some(
    samples: list[LoadResult], client: Client
) -> None:
    response = client.get("/release/2011-08-29/")
    page = response.content.decode()
    assert response.status_code == 404
    assert 'href="/release/2011-08-30/"' in page


@pytest.mark.parametrize("address", ["/release/2011/", "/release/2011-08/", "/release/2011-08-32/"])
def test_only_days_have_releases(client: Client, db: None, address: str) -> None:
    assert client.get(address).status_code == 404


def test_a_large_release_says_that_it_is_not_listed_in_full(
    samples: list[LoadResult], get: Get, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("cables.views.releases.LAST_PAGE", 0)
    assert "Only the first 0 cables are listed" in get("/release/2011-08-30/")


@pytest.mark.django_db
def test_an_empty_collection_says_that_it_has_no_release_dates(get: Get) -> None:
    assert "None of these cables has a release date" in get("/releases/")


def test_pages_of_releases_need_few_queries(
    samples: list[LoadResult], get: Get, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    get("/releases/")
    with django_assert_num_queries(1):
        get("/releases/")
    with django_assert_num_queries(2):
        get("/release/2011-08-30/")
