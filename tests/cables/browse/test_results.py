"""The list: the index and the database give one answer, and pages neither repeat nor lose a row."""

import os
from collections import Counter
from datetime import date, datetime
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from cables.browse import results as module
from cables.browse.facet_counts import count_facets_in_database
from cables.browse.results import (
    PAGE_SIZE,
    build_result_page,
    database_slice,
    find_position,
    whole_list,
)
from cables.loading.load import LoadResult
from cables.models import Cable, Mention
from cables.models.selection import SORTS, FacetCounts, Selection, Sort
from cables.models.state import revision
from cables.search import SearchQuery, count_facets, find_cables, index_files, parse_query
from tests.cables.models.selections import selections
from tests.conftest import ROOT, SHORT_CABLE, LoadText, index_all, load_all

CORPUS = Path(os.environ.get("CABLES_CORPUS", ROOT.parent / "shared" / "corpus"))
ARCHIVES = sorted(CORPUS.glob("*.tar.xz"))
NOTHING = parse_query("")


def answers_agree(selection: Selection, held: "Held") -> None:
    """Hold index, database and a walk over every cable to one answer."""
    asked = SearchQuery(
        parsed_query=NOTHING,
        selection=selection,
        cable_keys=module.keys_of_cables_naming(selection.person),
    )
    by_index = find_cables(asked, limit=2000)
    by_key = {cable.pk: cable for cable in held.selected(selection)}
    assert set(by_index.keys) == by_key.keys()
    assert by_index.total == len(by_index.keys) == database_slice(selection, 0).total
    in_order([by_key[key] for key in by_index.keys], selection)
    assert (
        count_facets(asked)
        == count_facets_in_database(revision(), selection)
        == held.facets(selection)
    )
    assert count_facets(asked, by_index) == held.facets(selection)


def in_order(cables: list[Cable], selection: Selection) -> None:
    """Assert that cables stand in the order asked for, the undated last."""
    if selection.sort == "loaded":
        moments = [cable.loaded.timestamp() // 1 for cable in cables]
        assert moments == sorted(moments, reverse=True)
        return
    dated = [cable.created for cable in cables if cable.created]
    assert dated == sorted(dated, reverse=selection.sort != "oldest")
    assert all(cable.created for cable in cables[: len(dated)])


class Held:
    """Every cable in memory, so that selections can be answered by a walk over all of them."""

    def __init__(self) -> None:
        self.cables = list(
            Cable.objects.defer("header", "body")
            .select_related("origin")
            .prefetch_related("cable_tags__tag", "references")
        )
        self.people: dict[int, set[str]] = {}
        for cable, slug in Mention.objects.values_list("cable_id", "person__slug"):
            self.people.setdefault(cable, set()).add(slug or "")

    def selected(self, selection: Selection) -> list[Cable]:
        """Return the cables that every filter lets through."""
        return [
            cable
            for cable in self.cables
            if fits(cable, selection)
            and (not selection.person or selection.person in self.people.get(cable.pk, ()))
        ]

    def facets(self, selection: Selection) -> FacetCounts:
        """Count what a result is made of."""
        found = self.selected(selection)
        by_origin = self.selected(selection.without("origin"))
        by_level = self.selected(selection.without("classification"))
        return FacetCounts(
            origin=dict(Counter(cable.origin.slug for cable in by_origin if cable.origin)),
            tag=dict(Counter(one.tag.code for cable in found for one in cable.cable_tags.all())),
            classification=dict(
                Counter(cable.classification for cable in by_level if cable.classification)
            ),
            caption=dict(Counter(code for cable in found for code in set(cable.captions))),
            month=dict(
                Counter(
                    cable.created.year * 100 + cable.created.month
                    for cable in found
                    if cable.created
                )
            ),
        )


def fits(cable: Cable, selection: Selection) -> bool:
    """Tell whether a cable is one of a selection, people apart."""
    slug = cable.origin.slug if cable.origin else ""
    return (
        (not selection.origins or slug in selection.origins)
        and {one.tag.code for one in cable.cable_tags.all()} >= set(selection.tags)
        and (not selection.classifications or cable.classification in selection.classifications)
        and set(cable.captions) >= set(selection.captions)
        and lies_between(cable.created, selection.created_after, selection.created_before)
        and lies_between(cable.released, selection.released_after, selection.released_before)
        and (not selection.has_references or bool(cable.references.all()))
    )


def lies_between(moment: datetime | None, first: date | None, last: date | None) -> bool:
    """Tell whether a moment lies in a stretch of days."""
    if first is None and last is None:
        return True
    day = moment.date() if moment else None
    return day is not None and (not first or first <= day) and (not last or day <= last)


@settings(
    suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None, max_examples=30
)
@given(st.data())
def test_index_and_database_agree_on_the_samples(
    samples: list[LoadResult], data: st.DataObject
) -> None:
    if index_files.current_folder() is None:
        index_all()
    answers_agree(data.draw(selections()), Held())


@pytest.mark.corpus
@pytest.mark.skipif(not ARCHIVES, reason=f"the real cables are not at {CORPUS}")
def test_index_and_database_agree_on_the_real_cables(db: None) -> None:
    load_all(*ARCHIVES)
    index_all()
    held = Held()

    @settings(deadline=None, max_examples=40)
    @given(selections())
    def holds(selection: Selection) -> None:
        answers_agree(selection, held)

    holds()
    pages_hold_every_row_once()


def pages_hold_every_row_once() -> None:
    """Walk through all pages of the list, in each order."""
    sorts: tuple[Sort, ...] = ("newest", "oldest", "loaded")
    for sort in sorts:
        selection = Selection(sort=sort)
        first = build_result_page(NOTHING, selection, None)
        numbers = range(1, first.page.paginator.num_pages + 1)
        rows = [
            row.cable.pk
            for at in numbers
            for row in build_result_page(NOTHING, selection, str(at)).rows
        ]
        assert len(rows) == len(set(rows)) == Cable.objects.count()


@pytest.fixture
def many(load_text: LoadText) -> list[Cable]:
    """Load more cables than a page holds, all of one minute, and index them."""
    found = [
        load_text(SHORT_CABLE.replace("000901", f"000{serial}"), name=f"09SPECIMEN{serial}.txt")
        for serial in range(700, 700 + 2 * PAGE_SIZE + 1)
    ]
    index_all()
    return found


@pytest.mark.parametrize("sort", SORTS)
def test_cables_of_one_minute_stand_on_one_page_each(many: list[Cable], sort: Sort) -> None:
    selection = Selection(sort=sort)
    pages = [build_result_page(parse_query("specimen"), selection, str(at)) for at in (1, 2, 3)]
    assert [len(page.rows) for page in pages] == [PAGE_SIZE, PAGE_SIZE, 1]
    assert len({row.cable.pk for page in pages for row in page.rows}) == len(many)


@pytest.mark.parametrize("wanted", ["0", "-3", "x", "", None, "99", "9" * 40])
def test_what_is_no_page_is_the_first_or_the_last(many: list[Cable], wanted: str | None) -> None:
    shown = build_result_page(NOTHING, Selection(), wanted)
    assert shown.page.number == (3 if (wanted or "").startswith("99") else 1)
    assert shown.rows


def test_pages_end_where_they_are_too_deep(
    many: list[Cable], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(module, "DEEPEST_PAGE", 2)
    for wanted in ("2", "3"):
        deep = build_result_page(NOTHING, Selection(), wanted)
        assert deep.too_deep
        assert deep.page.number == 2
    assert not build_result_page(NOTHING, Selection(), "1").too_deep


def test_the_last_loaded_stand_first_though_many_were_loaded_in_one_second(
    many: list[Cable],
) -> None:
    newest = build_result_page(parse_query("specimen"), Selection(sort="loaded"), None)
    expected = list(Cable.objects.newest_loaded_first()[:PAGE_SIZE])
    assert [row.cable for row in newest.rows] == expected


def test_without_an_index_filters_work_and_words_are_said_to_be_passed_over(
    samples: list[LoadResult],
) -> None:
    browsing = build_result_page(NOTHING, Selection(), None)
    assert browsing.total == len(samples)
    assert not browsing.notices
    searching = build_result_page(parse_query("pyongyang"), Selection(), None)
    assert searching.total == len(samples)
    assert "the index has not been built" in searching.notices[0]
    assert searching.query_ignored
    assert not browsing.query_ignored


def test_an_index_that_is_behind_says_so_and_browsing_has_the_new_cables(
    load_text: LoadText,
) -> None:
    load_text()
    index_all()
    load_text(SHORT_CABLE.replace("000901", "000902"), name="09SPECIMEN902.txt")
    assert build_result_page(NOTHING, Selection(), None).total == 2
    searching = build_result_page(parse_query("markup"), Selection(), None)
    assert searching.total == 1
    assert "The search index is out of date" in searching.notices[0]


def test_a_misspelt_word_is_offered_as_the_index_spells_it(samples: list[LoadResult]) -> None:
    index_all()
    found = build_result_page(parse_query("Enthusiasn -gas"), Selection(), None)
    assert found.suggestion
    assert found.suggestion.query_text == "enthusiasm -gas"
    assert build_result_page(parse_query("zzzzqqqq"), Selection(), None).suggestion is None
    assert build_result_page(parse_query("İstanbul"), Selection(), None).suggestion is None


def test_a_cable_knows_its_place_in_the_list(many: list[Cable]) -> None:
    keys = find_cables(SearchQuery(parsed_query=NOTHING, selection=Selection()), limit=100).keys
    first, second = (Cable.objects.get(pk=keys[at]) for at in (0, 1))
    here = find_position(first, NOTHING, Selection())
    assert here
    assert (here.number, here.total, here.previous, here.next) == (1, len(many), None, second)
    there = find_position(second, NOTHING, Selection())
    assert there
    assert (there.number, there.previous) == (2, first)
    assert find_position(first, parse_query("nosuchword"), Selection()) is None


def test_a_whole_list_comes_in_order_and_without_texts(many: list[Cable]) -> None:
    found = whole_list(parse_query("specimen"), Selection(sort="oldest"), 10_000)
    cables = list(found.cables)
    assert found.total == len(cables) == len(many)
    assert {"header", "body"} <= cables[0].get_deferred_fields()
