"""The home page."""

import re
from collections.abc import Callable

import pytest
from pytest_django import DjangoAssertNumQueries

from cables.browse.map import HEIGHT, MAX_RADIUS, MIN_RADIUS, WIDTH, map_dots
from cables.browse.posts import posts_with_counts
from cables.browse.statistics import current_statistics
from cables.loading.load import LoadResult

Get = Callable[[str], str]


def test_the_home_page_links_the_seed_and_recent_cables(
    samples: list[LoadResult], get: Get
) -> None:
    page = get("/")
    assert 'href="/cable/07MOSCOW849/"' in page
    assert "11 cables by year" in page
    assert 'href="/date/2009/"' in page
    assert page.count('class="row-id"') == 5


def test_it_searches_by_words_and_reference_ids(samples: list[LoadResult], get: Get) -> None:
    form = re.search(r"<form.*?</form>", get("/"), re.DOTALL)
    assert form
    assert 'action="/cables/"' in form[0]
    assert 'name="q"' in form[0]
    assert "reference ID" in form[0]


def test_every_way_of_browsing_is_linked(samples: list[LoadResult], get: Get) -> None:
    page = get("/")
    pages = ("origins", "tags", "dates", "releases", "classifications", "open", "glossary", "help")
    for name in pages:
        assert f'href="/{name}/' in page


def test_posts_are_listed_by_region_and_on_a_map(samples: list[LoadResult], get: Get) -> None:
    page = get("/")
    assert 'href="/origins/#europe-and-eurasia"' in page
    assert "<title>Embassy Moscow: 1</title>" in page
    assert "style=" not in page


def test_the_map_shows_every_post_whose_location_is_known(samples: list[LoadResult]) -> None:
    posts = posts_with_counts(current_statistics().posts)
    dots = map_dots(posts)
    assert {dot.post_count.post.name for dot in dots} == {
        count.post.name
        for count in posts
        if count.post_facts and count.post_facts.latitude is not None
    }
    for dot in dots:
        assert 0 < dot.x < WIDTH
        assert 0 < dot.y < HEIGHT
        assert MIN_RADIUS <= dot.radius <= MAX_RADIUS


@pytest.mark.django_db
def test_an_empty_site_shows_no_map_and_says_how_to_load_cables(get: Get) -> None:
    page = get("/")
    assert "load_cables" in page
    assert "<svg" not in page


def test_the_home_page_needs_few_queries(
    samples: list[LoadResult], get: Get, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    get("/")
    with django_assert_num_queries(4):
        get("/")
