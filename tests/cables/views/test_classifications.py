"""Pages of classifications."""

from collections.abc import Callable

import pytest
from django.test import Client
from pytest_django import DjangoAssertNumQueries

from cables.loading.load import LoadResult
from cables.models import Cable, Classification
from cables.reading.classifications import LEVELS
from tests.conftest import LoadText

Get = Callable[[str], str]


def test_every_classification_has_a_slug_and_a_meaning() -> None:
    assert [level.value for level in LEVELS] == list(Classification)
    assert len({level.slug for level in LEVELS}) == len(LEVELS)
    assert all(level.meaning and level.name for level in LEVELS)


def test_classifications_are_listed_with_what_they_mean(
    samples: list[LoadResult], get: Get
) -> None:
    page = get("/classifications/")
    assert 'href="/classification/confidential/"' in page
    assert "damage to national security" in page


def test_a_classification_shows_when_and_where_it_was_used(
    samples: list[LoadResult], get: Get
) -> None:
    page = get("/classification/confidential/")
    assert "classification=CONFIDENTIAL&amp;created_after=2009" in page
    assert "origin=embassy-moscow&amp;classification=CONFIDENTIAL" in page


def test_every_classification_in_use_has_a_page(samples: list[LoadResult], get: Get) -> None:
    in_use = set(Cable.objects.values_list("classification", flat=True))
    for level in LEVELS:
        if level.value in in_use:
            assert level.name in get(f"/classification/{level.slug}/")


@pytest.mark.parametrize("address", ["/classification/nonsense/", "/classification/not-stated/"])
def test_an_unused_classification_links_to_those_in_use(
    client: Client, samples: list[LoadResult], address: str
) -> None:
    Cable.objects.filter(classification="").delete()
    response = client.get(address)
    assert response.status_code == 404
    assert 'href="/classification/secret/"' in response.content.decode()


def test_pages_of_classifications_need_few_queries(
    samples: list[LoadResult], get: Get, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    get("/classification/secret/")
    with django_assert_num_queries(1):
        get("/classifications/")
    with django_assert_num_queries(3):
        get("/classification/secret/")


def test_not_stated_has_no_links_to_the_list(load_text: LoadText, get: Get) -> None:
    cable = load_text()
    Cable.objects.filter(pk=cable.pk).update(classification="")
    page = get("/classification/not-stated/")
    assert 'href="/cable/09SPECIMEN901/"' in page
    assert "1 cable in all" in page
    assert 'href="/cables/?' not in page
    assert "classification=" not in get("/origin/embassy-specimen/")
