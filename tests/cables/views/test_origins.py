"""Pages of posts."""

from collections.abc import Callable

import pytest
from django.test import Client
from pytest_django import DjangoAssertNumQueries

from cables.browse.posts import UNKNOWN_REGION
from cables.loading.load import LoadResult
from cables.models import Post
from tests.conftest import LoadText

Get = Callable[[str], str]


def test_posts_are_listed_by_region_and_country(samples: list[LoadResult], get: Get) -> None:
    page = get("/origins/").partition('aria-label="Regions"')[2]
    assert page.index("Europe and Eurasia") < page.index("Russia") < page.index("Embassy Moscow")
    assert UNKNOWN_REGION.name in page
    assert 'href="/origin/embassy-specimen/"' in page


def test_a_post_shows_its_years_topics_and_classifications(
    samples: list[LoadResult], get: Get
) -> None:
    page = get("/origin/embassy-specimen/")
    years = "/cables/?origin=embassy-specimen&amp;created_after=2009&amp;created_before=2009"
    assert f'href="{years}"' in page
    assert 'href="/cables/?origin=embassy-specimen&amp;tag=PREL"' in page
    assert "external political relations" in page
    assert 'href="/cables/?origin=embassy-specimen&amp;classification=SECRET"' in page
    assert 'href="/origin/embassy-specimen/feed/"' in page


def test_a_post_of_a_known_place_shows_where_it_is(samples: list[LoadResult], get: Get) -> None:
    page = get("/origin/embassy-moscow/")
    assert "from Moscow" in page
    assert "RUEHMO" in page
    assert page.count('href="/cable/07MOSCOW849/"') == 1, "its first cable is its newest"


def test_an_unknown_post_suggests_similar_ones(samples: list[LoadResult], client: Client) -> None:
    response = client.get("/origin/consulate-moscow/")
    assert response.status_code == 404
    assert 'href="/origin/embassy-moscow/"' in response.content.decode()


@pytest.mark.django_db
def test_an_empty_collection_says_that_it_has_no_posts(get: Get) -> None:
    assert "None of the loaded cables names its post" in get("/origins/")


def test_pages_of_posts_need_few_queries(
    samples: list[LoadResult], get: Get, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    get("/origins/")
    with django_assert_num_queries(2):
        get("/origins/")
    get("/origin/embassy-specimen/")
    with django_assert_num_queries(5):
        get("/origin/embassy-specimen/")


def test_a_post_without_a_slug_breaks_no_page(load_text: LoadText, get: Get) -> None:
    cable = load_text()
    Post.objects.update(name="???", slug="")
    assert "???" in get(cable.get_absolute_url())
    for address in ("/", "/origins/", "/tag/PREL/", "/date/2009-03/", "/dates/"):
        get(address)
