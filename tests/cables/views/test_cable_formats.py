"""A cable as JSON and as plain text."""

import json

import pytest
from django.test import Client
from pytest_django import DjangoAssertNumQueries

from cables.models import Cable
from tests.conftest import SHORT_CABLE, LoadText

FORMATS = ["/cable/07MOSCOW849.json", "/cable/07MOSCOW849.txt"]


def test_the_json_is_the_record(seed: Cable, client: Client) -> None:
    response = client.get("/cable/07MOSCOW849.json")
    assert response.headers["Content-Type"] == "application/json"
    assert json.loads(response.content)["reference_id"] == "07MOSCOW849"


def test_the_text_is_the_telegram_and_nothing_else(seed: Cable, client: Client) -> None:
    response = client.get("/cable/07MOSCOW849.txt")
    assert response.headers["Content-Type"] == "text/plain; charset=utf-8"
    assert response.content.decode() == seed.telegram
    assert response.headers["ETag"] == f'"{seed.text_sha256}"'


@pytest.mark.parametrize("address", FORMATS)
def test_the_page_is_the_canonical_form(seed: Cable, client: Client, address: str) -> None:
    link = client.get(address).headers["Link"]
    assert link == '<http://localhost:8000/cable/07MOSCOW849/>; rel="canonical"'


@pytest.mark.parametrize(("address", "queries"), [(FORMATS[0], 2), (FORMATS[1], 2)])
def test_an_unchanged_format_is_not_sent_again(
    seed: Cable,
    client: Client,
    address: str,
    queries: int,
    django_assert_num_queries: DjangoAssertNumQueries,
) -> None:
    tag = client.get(address).headers["ETag"]
    with django_assert_num_queries(queries):
        again = client.get(address, headers={"If-None-Match": tag})
    assert again.status_code == 304


def test_another_load_may_change_the_json_and_not_the_text(
    load_text: LoadText, client: Client
) -> None:
    load_text()
    before = [
        client.get(f"/cable/09SPECIMEN901.{form}").headers["ETag"] for form in ("json", "txt")
    ]
    load_text(SHORT_CABLE.replace("901", "903"), name="09SPECIMEN903.txt")
    after = [client.get(f"/cable/09SPECIMEN901.{form}").headers["ETag"] for form in ("json", "txt")]
    assert before[0] != after[0]
    assert before[1] == after[1]


@pytest.mark.parametrize("form", ["json", "txt"])
@pytest.mark.parametrize("spelling", ["07moscow849", "07MOSCOW0849", "07 Moscow 849"])
def test_another_spelling_redirects(seed: Cable, client: Client, form: str, spelling: str) -> None:
    response = client.get(f"/cable/{spelling}.{form}")
    assert (response.status_code, response.headers["Location"]) == (
        301,
        f"/cable/07MOSCOW849.{form}",
    )


@pytest.mark.parametrize("address", ["/cable/06MOSCOW11698.json", "/cable/06MOSCOW11698.txt"])
def test_a_cable_that_is_not_in_the_collection_has_no_formats(
    seed: Cable, client: Client, address: str
) -> None:
    assert client.get(address).status_code == 404


def test_the_page_links_its_formats(seed: Cable, client: Client) -> None:
    page = client.get("/cable/07MOSCOW849/").content.decode()
    for address in FORMATS:
        assert page.count(f'href="{address}"') == 2
