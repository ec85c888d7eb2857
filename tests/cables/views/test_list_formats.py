"""The list in machine-readable formats."""

import csv
import io
import json
from collections.abc import Callable

import pytest
from django.test import Client

from cables.loading.load import LoadResult
from tests.conftest import index_all

GetPage = Callable[[str], str]


@pytest.fixture
def indexed(samples: list[LoadResult]) -> list[LoadResult]:
    """Load and index the samples."""
    index_all()
    return samples


def test_the_list_comes_as_json_csv_and_feed(client: Client, indexed: list[LoadResult]) -> None:
    document = json.loads(client.get("/cables/?q=enthusiasm&format=json").getvalue())
    assert document["total"] == 1
    assert document["cables"][0]["reference_id"] == "07MOSCOW849"
    assert "#par" in document["cables"][0]["excerpts"][0]["url"]
    table = client.get("/cables/?tag=PREL&format=csv").getvalue().decode()
    rows = list(csv.DictReader(io.StringIO(table)))
    assert {"09SPECIMEN3", "09SPECIMEN4"} <= {row["reference_id"] for row in rows}
    feed = client.get("/cables/?q=enthusiasm&format=atom")
    assert feed.headers["Content-Type"].startswith("application/atom+xml")
    assert b"07MOSCOW849" in feed.content


def test_a_search_without_an_index_is_an_error_in_json(
    client: Client, samples: list[LoadResult]
) -> None:
    response = client.get("/cables/?q=enthusiasm&format=json")
    assert response.status_code == 503
    assert b"the index has not been built" in response.content
    document = json.loads(client.get("/cables/?tag=PREL&format=json").getvalue())
    assert document["total"] == 3


def test_an_unknown_format_gives_the_page(get: GetPage, indexed: list[LoadResult]) -> None:
    assert "<h1" in get("/cables/?format=pdf")
