"""The pages of classifications."""

from collections.abc import Callable

import pytest
from django.test import Client
from pytest_django import DjangoAssertNumQueries

from cables.loading.load import LoadResult
from cables.models import Cable, Classification
from cables.reading.classifications import LEVELS
from tests.conftest import LoadText

Get = Callable[[str], str]


def test_every_classification_has_an_address_and_a_meaning() -> None:
    assert [one.value for one in LEVELS] == list(Classification)
    assert len({one.slug for one in LEVELS}) == len(LEVELS)
    assert all(one.meaning and one.name for one in LEVELS)


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


def test_all_that_occur_have_a_page(samples: list[LoadResult], get: Get) -> None:
    held = set(Cable.objects.values_list("classification", flat=True))
    for level in LEVELS:
        if level.value in held:
            assert level.name in get(f"/classification/{level.slug}/")


@pytest.mark.parametrize("address", ["/classification/nonsense/", "/classification/not-stated/"])
def test_one_that_does_not_occur_leads_to_those_that_do(
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


def test_what_is_not_stated_leads_to_no_filter(load_text: LoadText, get: Get) -> None:
    cable = load_text()
    Cable.objects.filter(pk=cable.pk).update(classification="")
    page = get("/classification/not-stated/")
    assert 'href="/cable/09SPECIMEN901/"' in page
    assert "1 cable in all" in page
    assert 'href="/cables/?' not in page
    assert "classification=" not in get("/origin/embassy-specimen/")
