"""The feeds."""

from xml.etree import ElementTree as ET

import pytest
from django.test import Client

from cables.loading.load import LoadResult

ATOM = "{http://www.w3.org/2005/Atom}"


def entries(client: Client, address: str) -> tuple[str, list[str]]:
    feed = ET.fromstring(client.get(address).content)  # noqa: S314 - our own
    titles = [str(entry.findtext(f"{ATOM}title")) for entry in feed.findall(f"{ATOM}entry")]
    return str(feed.findtext(f"{ATOM}title")), [title.partition(":")[0] for title in titles]


def test_the_sites_feed_has_all_recent_cables(samples: list[LoadResult], client: Client) -> None:
    title, cables = entries(client, "/feed/")
    assert title == "Recently added cables · Cable Reading Room"
    assert len(cables) == 11


def test_a_post_has_a_feed(samples: list[LoadResult], client: Client) -> None:
    title, cables = entries(client, "/origin/embassy-moscow/feed/")
    assert title == "Cables from Embassy Moscow · Cable Reading Room"
    assert cables == ["07MOSCOW849"]


def test_a_tag_has_a_feed(samples: list[LoadResult], client: Client) -> None:
    title, cables = entries(client, "/tag/SCUL/feed/")
    assert title.startswith("Cables tagged SCUL (Social affairs: cultural affairs)")
    assert "09SPECIMEN4" in cables
    assert "07MOSCOW849" not in cables


@pytest.mark.django_db
@pytest.mark.parametrize("address", ["/origin/nowhere/feed/", "/tag/NONE/feed/"])
def test_an_unknown_post_or_tag_has_no_feed(client: Client, address: str) -> None:
    assert client.get(address).status_code == 404


def test_an_unchanged_feed_is_not_sent_again(samples: list[LoadResult], client: Client) -> None:
    first = client.get("/feed/")
    for condition in (
        {"If-None-Match": first.headers["ETag"]},
        {"If-Modified-Since": first.headers["Last-Modified"]},
    ):
        assert client.get("/feed/", headers=condition).status_code == 304


def test_every_page_links_the_feed_and_the_search(
    samples: list[LoadResult], client: Client
) -> None:
    page = client.get("/help/").content.decode()
    assert '<link rel="alternate" type="application/atom+xml"' in page
    assert '<link rel="search" type="application/opensearchdescription+xml"' in page
