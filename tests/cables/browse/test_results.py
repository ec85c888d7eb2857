"""Results: index and database agree, and pages neither repeat nor omit a row."""

import os
from collections import Counter
from datetime import date, datetime
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from cables.browse import results
from cables.browse.facet_counts import count_facets_in_database
from cables.browse.results import (
    PAGE_SIZE,
    build_result_page,
    database_slice,
    whole_list,
)
from cables.browse.search_context import find_position
from cables.loading.load import LoadResult
from cables.models import Cable, Mention
from cables.models.selection import SORTS, FacetCounts, Selection, Sort
from cables.models.state import revision
from cables.search import SearchQuery, count_facets, find_cables, index_files, parse_query
from tests.cables.models.selections import selections
from tests.conftest import ROOT, SHORT_CABLE, LoadText, index_all, load_all

CORPUS = Path(os.environ.get("CABLES_CORPUS", ROOT.parent / "shared" / "corpus"))
ARCHIVES = [CORPUS / f"{name}.tar.xz" for name in ("aad-text", "pages-2011-04", "pages-2011-08")]
"""The smaller archives: loading them all takes minutes."""
NO_WORDS = parse_query("")


def assert_answers_agree(selection: Selection, collection: "Collection") -> None:
    """Compare index, database and a walk over every cable."""
    query = SearchQuery(
        parsed_query=NO_WORDS,
        selection=selection,
        cable_keys=results.keys_of_cables_naming(selection.person),
    )
    by_index = find_cables(query, limit=2000)
    by_key = {cable.pk: cable for cable in collection.selected(selection)}
    assert set(by_index.keys) == by_key.keys()
    assert by_index.total == len(by_index.keys) == database_slice(selection, 0).total
    assert_in_order([by_key[key] for key in by_index.keys], selection)
    assert (
        count_facets(query)
        == count_facets_in_database(revision(), selection)
        == collection.facets(selection)
    )
    assert count_facets(query, by_index) == collection.facets(selection)


def assert_in_order(cables: list[Cable], selection: Selection) -> None:
    """Check that cables are in the order of the selection, those without a date last."""
    if selection.sort == "loaded":
        seconds = [cable.loaded.timestamp() // 1 for cable in cables]
        assert seconds == sorted(seconds, reverse=True)
        return
    dated = [cable.created for cable in cables if cable.created]
    assert dated == sorted(dated, reverse=selection.sort != "oldest")
    assert all(cable.created for cable in cables[: len(dated)])


class Collection:
    """All cables in memory, so that selections can be answered by a walk over them."""

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
        """Return the cables that match every filter."""
        return [
            cable
            for cable in self.cables
            if matches(cable, selection)
            and (not selection.person or selection.person in self.people.get(cable.pk, ()))
        ]

    def facets(self, selection: Selection) -> FacetCounts:
        """Count the facet values of a result."""
        cables = self.selected(selection)
        any_origin = self.selected(selection.without("origin"))
        any_level = self.selected(selection.without("classification"))
        return FacetCounts(
            origin=dict(Counter(cable.origin.slug for cable in any_origin if cable.origin)),
            tag=dict(
                Counter(
                    cable_tag.tag.code for cable in cables for cable_tag in cable.cable_tags.all()
                )
            ),
            classification=dict(
                Counter(cable.classification for cable in any_level if cable.classification)
            ),
            caption=dict(Counter(code for cable in cables for code in set(cable.captions))),
            month=dict(
                Counter(
                    cable.created.year * 100 + cable.created.month
                    for cable in cables
                    if cable.created
                )
            ),
        )


def matches(cable: Cable, selection: Selection) -> bool:
    """Return whether a cable matches a selection, except for its person."""
    slug = cable.origin.slug if cable.origin else ""
    return (
        (not selection.origins or slug in selection.origins)
        and {cable_tag.tag.code for cable_tag in cable.cable_tags.all()} >= set(selection.tags)
        and (not selection.classifications or cable.classification in selection.classifications)
        and set(cable.captions) >= set(selection.captions)
        and is_between(cable.created, selection.created_after, selection.created_before)
        and is_between(cable.released, selection.released_after, selection.released_before)
        and (not selection.has_references or bool(cable.references.all()))
    )


def is_between(moment: datetime | None, first: date | None, last: date | None) -> bool:
    """Return whether a time is in a range of days."""
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
    assert_answers_agree(data.draw(selections()), Collection())


@pytest.mark.corpus
@pytest.mark.skipif(not ARCHIVES[0].exists(), reason=f"the real cables are not at {CORPUS}")
def test_index_and_database_agree_on_the_real_cables(db: None) -> None:
    load_all(*ARCHIVES)
    index_all()
    collection = Collection()

    @settings(deadline=None, max_examples=40)
    @given(selections())
    def check(selection: Selection) -> None:
        assert_answers_agree(selection, collection)

    check()
    assert_pages_have_every_row_once()


def assert_pages_have_every_row_once() -> None:
    """Walk through all pages of the list, in each order."""
    sorts: tuple[Sort, ...] = ("newest", "oldest", "loaded")
    for sort in sorts:
        selection = Selection(sort=sort)
        first = build_result_page(NO_WORDS, selection, None)
        numbers = range(1, first.page.paginator.num_pages + 1)
        rows = [
            row.cable.pk
            for number in numbers
            for row in build_result_page(NO_WORDS, selection, str(number)).rows
        ]
        assert len(rows) == len(set(rows)) == Cable.objects.count()


@pytest.fixture
def many_cables(load_text: LoadText) -> list[Cable]:
    """Load more cables than fit on a page, all of one minute, and index them."""
    cables = [
        load_text(SHORT_CABLE.replace("000901", f"000{serial}"), name=f"09SPECIMEN{serial}.txt")
        for serial in range(700, 700 + 2 * PAGE_SIZE + 1)
    ]
    index_all()
    return cables


@pytest.mark.parametrize("sort", SORTS)
def test_cables_of_one_minute_are_on_one_page_each(many_cables: list[Cable], sort: Sort) -> None:
    selection = Selection(sort=sort)
    pages = [
        build_result_page(parse_query("specimen"), selection, str(number)) for number in (1, 2, 3)
    ]
    assert [len(page.rows) for page in pages] == [PAGE_SIZE, PAGE_SIZE, 1]
    assert len({row.cable.pk for page in pages for row in page.rows}) == len(many_cables)


@pytest.mark.parametrize("requested", ["0", "-3", "x", "", None, "99", "9" * 40])
def test_an_invalid_page_is_the_first_or_the_last(
    many_cables: list[Cable], requested: str | None
) -> None:
    result = build_result_page(NO_WORDS, Selection(), requested)
    assert result.page.number == (3 if (requested or "").startswith("99") else 1)
    assert result.rows


def test_pages_end_at_the_deepest_page(
    many_cables: list[Cable], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(results, "DEEPEST_PAGE", 2)
    for requested in ("2", "3"):
        deep = build_result_page(NO_WORDS, Selection(), requested)
        assert deep.too_deep
        assert deep.page.number == 2
    assert not build_result_page(NO_WORDS, Selection(), "1").too_deep


def test_the_last_loaded_come_first_even_if_loaded_in_one_second(
    many_cables: list[Cable],
) -> None:
    newest = build_result_page(parse_query("specimen"), Selection(sort="loaded"), None)
    expected = list(Cable.objects.newest_loaded_first()[:PAGE_SIZE])
    assert [row.cable for row in newest.rows] == expected


def test_without_an_index_filters_work_and_a_notice_says_that_words_do_not(
    samples: list[LoadResult],
) -> None:
    browsing = build_result_page(NO_WORDS, Selection(), None)
    assert browsing.total == len(samples)
    assert not browsing.notices
    searching = build_result_page(parse_query("pyongyang"), Selection(), None)
    assert searching.total == len(samples)
    assert "the index has not been built" in searching.notices[0]
    assert searching.query_ignored
    assert not browsing.query_ignored


def test_an_outdated_index_is_reported_and_browsing_shows_new_cables(
    load_text: LoadText,
) -> None:
    load_text()
    index_all()
    load_text(SHORT_CABLE.replace("000901", "000902"), name="09SPECIMEN902.txt")
    assert build_result_page(NO_WORDS, Selection(), None).total == 2
    searching = build_result_page(parse_query("markup"), Selection(), None)
    assert searching.total == 1
    assert "The search index is out of date" in searching.notices[0]


def test_a_misspelled_word_gets_a_suggestion(samples: list[LoadResult]) -> None:
    index_all()
    result = build_result_page(parse_query("Enthusiasn -gas"), Selection(), None)
    assert result.suggestion
    assert result.suggestion.query_text == "enthusiasm -gas"
    assert build_result_page(parse_query("zzzzqqqq"), Selection(), None).suggestion is None
    assert build_result_page(parse_query("İstanbul"), Selection(), None).suggestion is None


def test_a_cable_has_a_position_in_the_list(many_cables: list[Cable]) -> None:
    keys = find_cables(SearchQuery(parsed_query=NO_WORDS, selection=Selection()), limit=100).keys
    first, second = (Cable.objects.get(pk=key) for key in keys[:2])
    first_position = find_position(first, NO_WORDS, Selection())
    assert first_position
    assert (first_position.number, first_position.total) == (1, len(many_cables))
    assert (first_position.previous, first_position.next) == (None, second)
    second_position = find_position(second, NO_WORDS, Selection())
    assert second_position
    assert (second_position.number, second_position.previous) == (2, first)
    assert find_position(first, parse_query("nosuchword"), Selection()) is None


def test_a_whole_list_is_in_order_and_without_texts(many_cables: list[Cable]) -> None:
    result = whole_list(parse_query("specimen"), Selection(sort="oldest"), 10_000)
    cables = list(result.cables)
    assert result.total == len(cables) == len(many_cables)
    assert {"header", "body"} <= cables[0].get_deferred_fields()
