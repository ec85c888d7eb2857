"""What is found: words, phrases, fields and filters, against short cables of our own."""

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


def found(typed: str, **filters: object) -> set[str]:
    """Return the serials of the cables that answer a question."""
    selection = Selection(**filters)  # type: ignore[arg-type]
    asked = SearchQuery(
        parsed_query=with_reference_remarks(parse_query(typed)), selection=selection
    )
    keys = find_cables(asked, limit=20).keys
    ids = Cable.objects.filter(pk__in=keys).values_list("reference_id", flat=True)
    return {one.removeprefix("09SPECIMEN") for one in ids}


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
def test_a_question_finds_what_it_asks_for(
    cables: dict[str, Cable], typed: str, expected: set[str]
) -> None:
    assert found(typed) == expected


def test_a_word_in_the_subject_weighs_more(cables: dict[str, Cable]) -> None:
    asked = SearchQuery(parsed_query=parse_query("gas"), selection=Selection(sort="relevance"))
    assert find_cables(asked, limit=1).keys == (cables["901"].pk,)


def test_filters_narrow_what_words_find(cables: dict[str, Cable]) -> None:
    assert found("gas", tags=("ENRG",)) == {"901"}
    assert found("", tags=("PREL",)) == {"901", "903"}
    assert found("", captions=("SIPDIS",)) == {"901", "902", "903"}
    assert found("", classifications=("UNCLASSIFIED",)) == {"902"}
    assert found("", created_after=date(2009, 4, 1)) == {"903"}
    assert found("", created_before=date(2009, 3, 3)) == {"901", "902"}
    assert found("", has_references=True) == {"901", "902", "903"}
    assert found("", released_after=date(2000, 1, 1)) == set()


def test_a_page_follows_the_one_before(cables: dict[str, Cable]) -> None:
    asked = SearchQuery(parsed_query=parse_query(""), selection=Selection(sort="oldest"))
    pages = [find_cables(asked, limit=1, offset=at) for at in range(4)]
    assert [page.total for page in pages] == [3, 3, 3, 3]
    assert [len(page.keys) for page in pages] == [1, 1, 1, 0]
    assert {key for page in pages for key in page.keys} == {one.pk for one in cables.values()}
    assert pages[2].keys == (cables["903"].pk,)


def test_counts_are_of_what_a_choice_would_give(cables: dict[str, Cable]) -> None:
    counted = count_facets(SearchQuery(parsed_query=parse_query("gas"), selection=Selection()))
    assert counted.tag == {"EFIS": 1, "ENRG": 1, "PREL": 1}
    assert counted.classification == {"CONFIDENTIAL": 1, "UNCLASSIFIED": 1}
    assert counted.month == {200903: 2}
    chosen = count_facets(
        SearchQuery(
            parsed_query=parse_query("gas"), selection=Selection(classifications=("UNCLASSIFIED",))
        )
    )
    assert chosen.classification == {"CONFIDENTIAL": 1, "UNCLASSIFIED": 1}
    assert chosen.tag == {"EFIS": 1}


def test_a_large_result_is_counted_by_what_it_lacks(cables: dict[str, Cable]) -> None:
    asked = SearchQuery(parsed_query=parse_query("gas"), selection=Selection(sort="relevance"))
    found = find_cables(asked, limit=1)
    assert found.total == 2
    assert count_facets(asked, found) == count_facets(asked)
    assert list(count_facets(asked, found).tag) == list(count_facets(asked).tag)


def fitting(cables: dict[str, Cable], levels: tuple[str, ...]) -> set[int]:
    return {one.pk for one in cables.values() if not levels or one.classification in levels}


@pytest.mark.parametrize("sort", SORTS)
@pytest.mark.parametrize("levels", [(), ("UNCLASSIFIED",)])
def test_a_phrase_of_few_cables_is_looked_for_once(
    cables: dict[str, Cable], sort: Sort, levels: tuple[str, ...]
) -> None:
    selection = Selection(sort=sort, classifications=levels)
    asked = SearchQuery(parsed_query=parse_query('"gas"'), selection=selection)
    pages = [find_cables(asked, limit=1, offset=at) for at in range(3)]
    by_hand = [key for key in pages[0].widest_keys if key in fitting(cables, levels)]
    assert [key for page in pages for key in page.keys] == by_hand
    assert {page.total for page in pages} == {len(by_hand)}
    assert count_facets(asked, pages[0]) == count_facets(asked)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(st.text() | st.text(alphabet='gasfihumnrt"*-:() OR/\\[]{}^~+&|!?.', max_size=60))
def test_any_text_gets_an_answer(cables: dict[str, Cable], typed: str) -> None:
    answer = find_cables(
        SearchQuery(parsed_query=with_reference_remarks(parse_query(typed)), selection=Selection()),
        limit=20,
    )
    assert answer.total == len(answer.keys)
