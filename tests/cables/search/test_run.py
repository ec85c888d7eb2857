"""Searches for words, phrases, fields and filters in short cables."""

from datetime import date

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from cables.models import Cable
from cables.models.selection import SORTS, Selection, Sort
from cables.search import (
    SearchQuery,
    count_facets,
    find_cables,
    parse_query,
    with_reference_remarks,
)
from tests.conftest import LoadText, index_all

TEXT = """\
R {day:02}1200Z {month} 09
FM AMEMBASSY SPECIMEN
TO SECSTATE WASHDC 0001

{level} SPECIMEN 000{serial}

SIPDIS

E.O. 12958: DECL: 03/03/2019
TAGS: {tags}
SUBJECT: {subject}

REF: {ref}

1. ({marking}) {first}

2. (C) {second}

DOE
"""
CABLES = {
    901: {
        "subject": "SPECIMEN: GAS TALKS",
        "first": "The minister spoke of pipelines and of human rights in the northern province.",
        "second": "Transit fees remain open.",
        "tags": "PREL, ENRG",
        "ref": "07 MOSCOW 849",
        "marking": "S//NF",
    },
    902: {
        "subject": "SPECIMEN: FISH",
        "first": "Gas was not mentioned by the fisheries minister, whose rights are human.",
        "second": "Santé was discussed at the clinic.",
        "level": "UNCLAS",
        "marking": "U",
    },
    903: {
        "subject": "SPECIMEN: LAND",
        "first": "The harvest failed. Sante was not the word.",
        "second": "The fishermen mined sand.",
        "month": "APR",
        "tags": "PREL",
    },
}


@pytest.fixture
def cables(load_text: LoadText) -> dict[str, Cable]:
    """Load three cables and index them."""
    loaded = {}
    for serial, facts in CABLES.items():
        values = {
            "day": 3,
            "month": "MAR",
            "level": "C O N F I D E N T I A L",
            "tags": "EFIS",
            "ref": "SPECIMEN 800",
            "marking": "C",
            "serial": serial,
        }
        text = TEXT.format(**{**values, **facts})
        loaded[f"{serial}"] = load_text(text, name=f"09SPECIMEN{serial}.txt")
    index_all()
    return loaded


def matching_serials(typed: str, **filters: object) -> set[str]:
    """Return the serial numbers of the cables that match."""
    selection = Selection(**filters)  # type: ignore[arg-type]
    query = SearchQuery(
        parsed_query=with_reference_remarks(parse_query(typed)), selection=selection
    )
    keys = find_cables(query, limit=20).keys
    ids = Cable.objects.filter(pk__in=keys).values_list("reference_id", flat=True)
    return {reference_id.removeprefix("09SPECIMEN") for reference_id in ids}


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("gas", {"901", "902"}),
        ("minister gas", {"901", "902"}),
        ("pipeline", {"901"}),
        ("mining", {"903"}),
        ('"human rights"', {"901"}),
        ("human rights", {"901", "902"}),
        ("gas -pipeline", {"902"}),
        ("-gas", {"903"}),
        ("harvest OR pipeline", {"901", "903"}),
        ("fish*", {"902", "903"}),
        ("sante", {"902", "903"}),
        ("santé", {"902", "903"}),
        ("subject:gas", {"901"}),
        ("subject:fis*", {"902"}),
        ("tag:prel", {"901", "903"}),
        ("tag:e*", {"901", "902"}),
        ("class:confidential", {"901", "903"}),
        ("class:unclassified", {"902"}),
        ("from:specimen gas", {"901", "902"}),
        ("ref:07MOSCOW00849", {"901"}),
        ('ref:"07 MOSCOW 849"', {"901"}),
        ("portion:S/NF", {"901"}),
        ("portion:u", {"902"}),
        ("gas -tag:ENRG", {"902"}),
        ("nosuchword", set()),
        ("ref:nonsense", set()),
    ],
)
def test_a_query_finds_the_matching_cables(
    cables: dict[str, Cable], typed: str, expected: set[str]
) -> None:
    assert matching_serials(typed) == expected


def test_a_word_in_the_subject_ranks_higher(cables: dict[str, Cable]) -> None:
    query = SearchQuery(parsed_query=parse_query("gas"), selection=Selection(sort="relevance"))
    assert find_cables(query, limit=1).keys == (cables["901"].pk,)


def test_filters_narrow_a_search(cables: dict[str, Cable]) -> None:
    assert matching_serials("gas", tags=("ENRG",)) == {"901"}
    assert matching_serials("", tags=("PREL",)) == {"901", "903"}
    assert matching_serials("", captions=("SIPDIS",)) == {"901", "902", "903"}
    assert matching_serials("", classifications=("UNCLASSIFIED",)) == {"902"}
    assert matching_serials("", created_after=date(2009, 4, 1)) == {"903"}
    assert matching_serials("", created_before=date(2009, 3, 3)) == {"901", "902"}
    assert matching_serials("", has_references=True) == {"901", "902", "903"}
    assert matching_serials("", released_after=date(2000, 1, 1)) == set()


def test_pages_follow_each_other(cables: dict[str, Cable]) -> None:
    query = SearchQuery(parsed_query=parse_query(""), selection=Selection(sort="oldest"))
    pages = [find_cables(query, limit=1, offset=offset) for offset in range(4)]
    assert [page.total for page in pages] == [3, 3, 3, 3]
    assert [len(page.keys) for page in pages] == [1, 1, 1, 0]
    assert {key for page in pages for key in page.keys} == {cable.pk for cable in cables.values()}
    assert pages[2].keys == (cables["903"].pk,)


def test_a_count_is_the_result_of_selecting_the_value(cables: dict[str, Cable]) -> None:
    counts = count_facets(SearchQuery(parsed_query=parse_query("gas"), selection=Selection()))
    assert counts.tag == {"EFIS": 1, "ENRG": 1, "PREL": 1}
    assert counts.classification == {"CONFIDENTIAL": 1, "UNCLASSIFIED": 1}
    assert counts.month == {200903: 2}
    narrowed = count_facets(
        SearchQuery(
            parsed_query=parse_query("gas"), selection=Selection(classifications=("UNCLASSIFIED",))
        )
    )
    assert narrowed.classification == {"CONFIDENTIAL": 1, "UNCLASSIFIED": 1}
    assert narrowed.tag == {"EFIS": 1}


def test_a_large_result_is_counted_by_its_complement(cables: dict[str, Cable]) -> None:
    query = SearchQuery(parsed_query=parse_query("gas"), selection=Selection(sort="relevance"))
    page = find_cables(query, limit=1)
    assert page.total == 2
    assert count_facets(query, page) == count_facets(query)
    assert list(count_facets(query, page).tag) == list(count_facets(query).tag)


def keys_with_level(cables: dict[str, Cable], levels: tuple[str, ...]) -> set[int]:
    return {cable.pk for cable in cables.values() if not levels or cable.classification in levels}


@pytest.mark.parametrize("sort", SORTS)
@pytest.mark.parametrize("levels", [(), ("UNCLASSIFIED",)])
def test_a_phrase_in_few_cables_gives_the_same_pages_and_counts(
    cables: dict[str, Cable], sort: Sort, levels: tuple[str, ...]
) -> None:
    selection = Selection(sort=sort, classifications=levels)
    query = SearchQuery(parsed_query=parse_query('"gas"'), selection=selection)
    pages = [find_cables(query, limit=1, offset=offset) for offset in range(3)]
    expected = [key for key in pages[0].widest_keys if key in keys_with_level(cables, levels)]
    assert [key for page in pages for key in page.keys] == expected
    assert {page.total for page in pages} == {len(expected)}
    assert count_facets(query, pages[0]) == count_facets(query)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(st.text() | st.text(alphabet='gasfihumnrt"*-:() OR/\\[]{}^~+&|!?.', max_size=60))
def test_any_text_can_be_searched(cables: dict[str, Cable], typed: str) -> None:
    page = find_cables(
        SearchQuery(parsed_query=with_reference_remarks(parse_query(typed)), selection=Selection()),
        limit=20,
    )
    assert page.total == len(page.keys)
