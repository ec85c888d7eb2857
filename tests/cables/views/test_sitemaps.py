"""The sitemaps: every cable once, in files that keep."""

from xml.etree import ElementTree as ET

import pytest
from django.test import Client
from pytest_django import DjangoAssertNumQueries

from cables.loading.load import LoadResult
from cables.models import Cable

SITEMAP = "{http://www.sitemaps.org/schemas/sitemap/0.9}"
SITE = "http://localhost:8000"


def listed(client: Client, address: str) -> dict[str, str | None]:
    response = client.get(address, headers={"host": "127.0.0.1"})
    assert response.status_code == 200
    assert response.headers["Content-Type"] == "application/xml"
    tree = ET.fromstring(response.content)  # noqa: S314 - our own
    return {str(url.findtext(f"{SITEMAP}loc")): url.findtext(f"{SITEMAP}lastmod") for url in tree}


def test_the_files_together_list_every_cable_once(
    samples: list[LoadResult], client: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("cables.exports.sitemaps.KEYS_PER_FILE", 4)
    pages, *files = listed(client, "/sitemap.xml")
    assert pages == f"{SITE}/sitemap-pages.xml"
    cables = [cable for address in files for cable in listed(client, address.removeprefix(SITE))]
    assert sorted(cables) == sorted(
        SITE + cable.get_absolute_url() for cable in Cable.objects.all()
    )
    assert len(files) > 2


def test_a_cable_is_listed_with_its_load_time(seed: Cable, client: Client) -> None:
    _, file = listed(client, "/sitemap.xml").items()
    address, newest = file
    [(cable, loaded)] = listed(client, address.removeprefix(SITE)).items()
    assert cable == f"{SITE}/cable/07MOSCOW849/"
    assert loaded == newest == seed.loaded.isoformat()


def test_a_file_keeps_its_cables_when_others_are_removed(
    samples: list[LoadResult], client: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("cables.exports.sitemaps.KEYS_PER_FILE", 4)
    last = list(listed(client, "/sitemap.xml"))[-1].removeprefix(SITE)
    before = listed(client, last)
    first = Cable.objects.order_by("pk").first()
    assert first
    first.delete()
    assert listed(client, last) == before


def test_a_file_without_cables_does_not_exist(samples: list[LoadResult], client: Client) -> None:
    assert client.get("/sitemap-9999999.xml").status_code == 404
    assert client.get("/sitemap-0.xml").status_code == 404


def test_a_file_needs_one_query(
    samples: list[LoadResult], client: Client, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    for address in list(listed(client, "/sitemap.xml"))[1:]:
        with django_assert_num_queries(1):
            client.get(address.removeprefix(SITE))


@pytest.mark.django_db
def test_the_main_pages_are_listed_and_answer(client: Client) -> None:
    pages = listed(client, "/sitemap-pages.xml")
    assert f"{SITE}/" in pages
    for page in pages:
        assert client.get(page.removeprefix(SITE)).status_code == 200
