"""Atom feeds."""

from xml.etree import ElementTree as ET

import pytest
from django.test import RequestFactory
from pytest_django import DjangoAssertNumQueries

from cables.exports.atom import as_atom
from cables.loading.load import LoadResult
from cables.models import Cable
from tests.conftest import SHORT_CABLE, LoadText

ATOM = "{http://www.w3.org/2005/Atom}"


def get_feed(**query: str) -> ET.Element:
    request = RequestFactory(headers={"host": "127.0.0.1:1234"}).get("/cables/", query)
    response = as_atom(
        request,
        Cable.objects.for_lists().newest_loaded_first(),
        heading="Cables <found>",
        page_url="/cables/?q=x",
    )
    assert response.headers["Content-Type"] == "application/atom+xml; charset=utf-8"
    return ET.fromstring(response.content)  # noqa: S314 - our own


def text_of(parent: ET.Element, name: str) -> str:
    element = parent.find(f"{ATOM}{name}")
    assert element is not None, name
    return element.text or ""


def test_a_feed_has_title_author_links_and_id(samples: list[LoadResult]) -> None:
    feed = get_feed(q="x", format="atom")
    assert text_of(feed, "title") == "Cables <found> · Cable Reading Room"
    assert text_of(feed, "author/" + ATOM + "name") == "Cable Reading Room"
    assert {link.get("rel"): link.get("href") for link in feed.findall(f"{ATOM}link")} == {
        "alternate": "http://localhost:8000/cables/?q=x",
        "self": "http://localhost:8000/cables/?q=x&format=atom",
    }
    assert text_of(feed, "id") == "http://localhost:8000/cables/?q=x&format=atom"


def test_an_entry_is_a_cable(load_text: LoadText) -> None:
    cable = load_text(SHORT_CABLE.replace("A SHORT", "A SHORT & <odd>"))
    feed = get_feed()
    [entry] = feed.findall(f"{ATOM}entry")
    assert text_of(entry, "title") == "09SPECIMEN901: SPECIMEN: A SHORT & <odd> CABLE FOR TESTS"
    assert text_of(entry, "id") == "http://localhost:8000/cable/09SPECIMEN901/"
    assert text_of(entry, "published") == "2009-03-03T12:00:00+00:00"
    assert text_of(entry, "updated") == cable.loaded.isoformat() == text_of(feed, "updated")
    assert text_of(entry, "summary") == "SPECIMEN: A SHORT &amp; &lt;odd&gt; CABLE FOR TESTS"
    assert text_of(entry, "author/" + ATOM + "name") == "Embassy Specimen"
    terms = [category.get("term") for category in entry.findall(f"{ATOM}category")]
    assert terms == ["PREL", "AINF"]


@pytest.mark.django_db
def test_an_empty_feed_is_the_same_each_time() -> None:
    assert text_of(get_feed(), "updated") == "2010-11-28T00:00:00+00:00"


def test_a_feed_has_the_first_cables_and_needs_few_queries(
    samples: list[LoadResult],
    monkeypatch: pytest.MonkeyPatch,
    django_assert_max_num_queries: DjangoAssertNumQueries,
) -> None:
    monkeypatch.setattr("cables.exports.atom.MAX_ENTRIES", 7)
    with django_assert_max_num_queries(6):  # keys, cables, tags, codes, withheld names
        assert len(get_feed().findall(f"{ATOM}entry")) == 7
