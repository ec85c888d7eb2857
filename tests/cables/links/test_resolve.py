"""Resolving what a reader types or pastes."""

import pytest
from django.test import Client
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from pytest_django import DjangoAssertNumQueries

from cables.links.resolve import exact_reference_id, resolve_text
from cables.models import Cable
from tests.conftest import SHORT_CABLE, LoadText

pytestmark = pytest.mark.django_db
any_text = settings(deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])


def load_year(load_text: LoadText, year: int, serial: int = 901) -> Cable:
    text = SHORT_CABLE.replace("MAR 09", f"MAR {year % 100:02}").replace("901", str(serial))
    return load_text(text, name=f"{year % 100:02}SPECIMEN{serial}.txt")


def test_without_a_year_every_year_in_the_collection_is_a_candidate(load_text: LoadText) -> None:
    for year in (2009, 1999, 2001):
        load_year(load_text, year)
    resolved = resolve_text("C O N F I D E N T I A L SPECIMEN 000901")
    assert (resolved.url, resolved.yearless) == ("", "SPECIMEN 901")
    assert resolved.years_in_collection == (1999, 2001, 2009)
    assert [cable.reference_id for cable in resolved.candidates] == [
        "99SPECIMEN901",
        "01SPECIMEN901",
        "09SPECIMEN901",
    ]


def test_a_year_in_which_it_is_only_cited_is_listed_too(load_text: LoadText) -> None:
    load_text()
    resolved = resolve_text("SPECIMEN 5902")
    assert not resolved.years_in_collection
    assert [(year.year, year.missing_ids) for year in resolved.years] == [
        (2008, ("08SPECIMEN5902",))
    ]


def test_a_post_is_found_under_the_stored_spelling(load_text: LoadText) -> None:
    text = SHORT_CABLE.replace("SPECIMEN 000901", "KYIV 000901").replace(
        "AMEMBASSY SPECIMEN", "AMEMBASSY KYIV"
    )
    load_text(text, name="09KYIV901.txt")
    assert resolve_text("09KIEV901 ¶2").url == "/cable/09KYIV901/2/"
    assert resolve_text("KIEV 901").candidates[0].reference_id == "09KYIV901"
    assert resolve_text("08KIEV901").url == "/cable/08KIEV901/"


def test_a_text_without_a_cable_resolves_to_nothing() -> None:
    resolved = resolve_text("nothing of the kind")
    assert (resolved.url, resolved.reference_id, resolved.yearless) == ("", "", "")
    assert not resolved.candidates
    assert resolved.dead_link is None


def test_the_last_url_in_a_text_counts() -> None:
    archived = "https://archive.example.org/web/20110830/http://example.org/tag/PREL_0.html"
    assert resolve_text(f"see {archived}.").url == "/cables/?tag=PREL&sort=oldest"


@pytest.mark.parametrize(
    "query",
    [
        "07MOSCOW849",
        "07 Moscow 000849",
        "#07MOSCOW849",
        '"07 MOSCOW 849"',
        "MOSCOW 849 (07)",
        " 2007 MOSCOW 849. ",
    ],
)
def test_a_query_may_consist_of_a_reference_id(query: str) -> None:
    assert exact_reference_id(query) == "07MOSCOW849"


@pytest.mark.parametrize(
    "query",
    [
        "talks in 07 MOSCOW 849",
        "07MOSCOW849 talks",
        "07MOSCOW849/3",
        "MOSCOW 849",
        "20 dollars 5",
        "20dollars5",
        "07MOSCOW849 07MOSCOW850",
        "",
    ],
)
def test_a_longer_phrase_is_not_a_reference_id(query: str) -> None:
    assert exact_reference_id(query) == ""


def test_a_misprinted_id_is_recognized_as_a_query() -> None:
    assert exact_reference_id("09SECTION01OF03SANJOSE525") == "09SANJOSE525"


@any_text
@given(st.text())
def test_any_text_is_accepted(text: str) -> None:
    resolve_text(text)
    exact_reference_id(text)


@any_text
@given(
    st.text(alphabet="htp:/w.?=&#[]%07MOSCOW849par-_ ", max_size=120),
    st.sampled_from(["", "https://example.org/", "/cable.php?id=", "/plusd/?", "/tag/"]),
)
def test_any_url_is_accepted(text: str, start: str) -> None:
    resolve_text(start + text)


@any_text
@given(st.text(min_size=1))
def test_the_page_accepts_any_text(client: Client, text: str) -> None:
    assert client.get("/open/", {"id": text}).status_code in {200, 302, 404, 410}


def test_candidates_need_few_queries(
    load_text: LoadText, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    load_text()
    with django_assert_max_num_queries(2):
        assert resolve_text("SPECIMEN 901").candidates
