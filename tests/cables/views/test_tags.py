"""Pages of topics (TAGS)."""

from collections.abc import Callable

import pytest
from django.test import Client
from django.urls import reverse
from pytest_django import DjangoAssertNumQueries

from cables.loading.load import LoadResult
from tests.conftest import SHORT_CABLE, LoadText

Get = Callable[[str], str]


def test_all_codes_are_explained_by_kind(samples: list[LoadResult], get: Get) -> None:
    page = get("/tags/")
    assert page.index('id="subject"') < page.index('id="geopolitical"')
    assert 'href="/tag/PREL/"' in page
    assert "Political affairs: external political relations" in page


def test_a_code_shows_who_uses_it_and_with_which_others(load_text: LoadText, get: Get) -> None:
    load_text()
    page = " ".join(get("/tag/PREL/").split())
    assert "external political relations" in page
    assert "A code for a subject; source:" in page
    assert 'href="/cables/?origin=embassy-specimen&amp;tag=PREL"' in page
    assert 'href="/cables/?tag=PREL&amp;tag=AINF"' in page
    assert "created_after=2009" in page
    assert 'href="/cable/09SPECIMEN901/"' in page
    assert 'href="/tag/PREL/feed/"' in page


def test_a_code_with_a_slash_has_a_url(load_text: LoadText, get: Get) -> None:
    load_text(SHORT_CABLE.replace("AINF", "SBE/P"))
    assert 'href="/tag/SBE~2FP/"' in get("/tags/")
    page = get("/tag/SBE~2FP/")
    assert "<h1>SBE/P</h1>" in page
    assert "tag=SBE%2FP" in page


@pytest.mark.parametrize("code", ["PREL", "ZANU-PF", "SBE/P", "R&D", "..", "É 1", "~"])
def test_the_url_of_a_code_resolves_to_the_code(client: Client, db: None, code: str) -> None:
    address = reverse("tag", kwargs={"code": code})
    assert client.get(address).resolver_match.kwargs == {"code": code}
    assert "/" not in address.removeprefix("/tag/").removesuffix("/")


def test_lower_case_redirects_to_the_code(samples: list[LoadResult], client: Client) -> None:
    response = client.get("/tag/prel/")
    assert (response.status_code, response.headers["Location"]) == (301, "/tag/PREL/")


@pytest.mark.parametrize(
    ("address", "words"),
    [
        ("/tag/KNNP/", "The code means"),
        ("/tag/nothing/", "We have no definition for this code"),
        ("/tag/A~FF/", "We have no definition for this code"),
    ],
)
def test_an_unused_code_is_explained_if_it_is_known(
    client: Client, db: None, address: str, words: str
) -> None:
    response = client.get(address)
    assert response.status_code == 404
    assert words in response.content.decode()


def test_a_code_with_two_meanings_shows_both(load_text: LoadText, get: Get) -> None:
    load_text(SHORT_CABLE.replace("AINF", "AU"))
    page = " ".join(get("/tag/AU/").split())
    assert "A code for a country or region" in page
    assert "A code for an organization" in page


def test_pages_of_codes_need_few_queries(
    samples: list[LoadResult], get: Get, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    get("/tags/")
    with django_assert_num_queries(2):
        get("/tags/")
    get("/tag/PREL/")
    with django_assert_num_queries(5):
        get("/tag/PREL/")
