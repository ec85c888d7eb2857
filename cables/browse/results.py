"""The results of a list: from the search index if it can answer, else from the database."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import chain
from typing import Final

from django.core.paginator import Page, Paginator

from cables.browse.facet_counts import count_facets_in_database
from cables.models import Cable, Mention
from cables.models.selection import FacetCounts, Selection
from cables.models.state import revision
from cables.reading.content import CableContent
from cables.search import (
    Highlighter,
    ParsedQuery,
    SearchPage,
    SearchQuery,
    SearchUnavailableError,
    Snippets,
    SpellingSuggestion,
    best_snippets,
    count_facets,
    find_cables,
    reader,
    suggest_spelling,
)
from cables.search.highlight import LinePiece, line_pieces

PAGE_SIZE: Final = 20
DEEPEST_PAGE: Final = 500
"""A deeper offset is slow; filters get there in fewer steps."""
BATCH_SIZE: Final = 500
"""Cables fetched at a time for an export."""
OUTDATED_INDEX_NOTICE: Final = (
    "The search index is out of date; recently loaded cables may be missing from these results."
)


@dataclass(frozen=True, slots=True, kw_only=True)
class ResultRow:
    """One cable of a list."""

    cable: Cable
    title_pieces: tuple[LinePiece, ...]
    """The title, with the words of the query highlighted."""
    snippets: Snippets


@dataclass(frozen=True, slots=True, kw_only=True)
class ResultPage:
    """A page of a list."""

    rows: tuple[ResultRow, ...]
    page: Page[int]
    facet_counts: FacetCounts
    notices: tuple[str, ...]
    """Sentences on what the index could not do."""
    suggestion: SpellingSuggestion | None
    """A better spelling if nothing matches."""
    too_deep: bool
    """Whether this is the deepest page shown although more cables match."""
    query_ignored: bool
    """Whether the words could not be searched for, so that only the filters apply."""

    @property
    def total(self) -> int:
        """How many cables match."""
        return self.page.paginator.count


@dataclass(frozen=True, slots=True, kw_only=True)
class ResultSlice:
    """The keys of one page's cables, and facts about the whole result."""

    total: int
    keys: tuple[int, ...]
    facet_counts: FacetCounts
    notices: tuple[str, ...] = ()
    suggestion: SpellingSuggestion | None = None
    query_ignored: bool = False


def build_result_page(
    parsed_query: ParsedQuery, selection: Selection, requested_page: str | None
) -> ResultPage:
    """Return a page of the matching cables, with counts of the whole result.

    Args:
        parsed_query: The words.
        selection: The filters and the sort order.
        requested_page: As in the URL; anything but a number means the first page, a number too
            high the last.
    """
    number = min(_parse_page_number(requested_page), DEEPEST_PAGE)
    result = _find_result_slice(parsed_query, selection, (number - 1) * PAGE_SIZE)
    if not result.keys and result.total:  # after the last page
        last = min((result.total - 1) // PAGE_SIZE, DEEPEST_PAGE - 1)
        result = _find_result_slice(parsed_query, selection, last * PAGE_SIZE)
    page = Paginator(range(result.total), PAGE_SIZE).get_page(number)
    return ResultPage(
        rows=tuple(_result_rows(result.keys, Highlighter(parsed_query))),
        page=page,
        facet_counts=result.facet_counts,
        notices=result.notices,
        suggestion=result.suggestion,
        too_deep=number == DEEPEST_PAGE < page.paginator.num_pages,
        query_ignored=result.query_ignored,
    )


def _parse_page_number(requested_page: str | None) -> int:
    try:
        return max(int(requested_page or 1), 1)
    except ValueError:
        return 1


def _find_result_slice(parsed_query: ParsedQuery, selection: Selection, offset: int) -> ResultSlice:
    """Ask the index; if it cannot answer, the database."""
    try:
        outdated = _is_index_outdated()
        if outdated and not parsed_query:
            return database_slice(selection, offset)
        query = build_search_query(parsed_query, selection)
        page = find_cables(query, limit=PAGE_SIZE, offset=offset)
        return ResultSlice(
            total=page.total,
            keys=page.keys,
            facet_counts=count_facets(query, page),
            notices=(OUTDATED_INDEX_NOTICE,) if outdated else (),
            suggestion=None if page.total else suggest_spelling(parsed_query),
        )
    except SearchUnavailableError as error:
        notices = (f"{error} Filters still work.",) if parsed_query else ()
        return database_slice(selection, offset, notices)


def _is_index_outdated() -> bool:
    return reader.current_index().state.highest != revision()[0]


def build_search_query(parsed_query: ParsedQuery, selection: Selection) -> SearchQuery:
    """Return the query for the index; it needs the keys of the cables that name the person."""
    return SearchQuery(
        parsed_query=parsed_query,
        selection=selection,
        cable_keys=keys_of_cables_naming(selection.person),
    )


def keys_of_cables_naming(person: str) -> tuple[int, ...] | None:
    """Return the keys of the cables that name a person; None if there is no slug."""
    if not person:
        return None
    mentions = Mention.objects.filter(person__slug=person).order_by()
    return tuple(mentions.values_list("cable_id", flat=True).distinct())


def database_slice(selection: Selection, offset: int, notices: tuple[str, ...] = ()) -> ResultSlice:
    """Return a page of a result without using the index; notices say that words were ignored."""
    cables = Cable.objects.selected(selection)
    return ResultSlice(
        total=cables.count(),
        keys=tuple(cables.values_list("pk", flat=True)[offset : offset + PAGE_SIZE]),
        facet_counts=count_facets_in_database(revision(), selection),
        notices=notices,
        query_ignored=bool(notices),
    )


def count_results(parsed_query: ParsedQuery, selection: Selection) -> int:
    """Return how many cables match."""
    try:
        return find_cables(build_search_query(parsed_query, selection), limit=1).total
    except SearchUnavailableError:
        return Cable.objects.selected(selection).count()


def _result_rows(keys: Sequence[int], highlighter: Highlighter) -> Iterator[ResultRow]:
    """Yield the rows of cables, in the order of their keys."""
    if not highlighter:
        for cable in Cable.objects.for_rows().in_key_order(keys):
            yield ResultRow(cable=cable, title_pieces=((cable.title, ""),), snippets=Snippets())
        return
    for cable, snippets in cables_with_snippets(keys, highlighter):
        title = tuple(line_pieces(cable.title, highlighter.hits(cable.title)))
        yield ResultRow(cable=cable, title_pieces=title, snippets=snippets)


def cables_with_snippets(
    keys: Sequence[int], highlighter: Highlighter
) -> Iterator[tuple[Cable, Snippets]]:
    """Yield cables in the order of their keys, each with its best snippets."""
    cables = Cable.objects.for_excerpts().prefetch_related("paragraphs")
    for cable in cables.in_key_order(keys):
        yield cable, _snippets_of(cable, highlighter) if highlighter else Snippets()


def _snippets_of(cable: Cable, highlighter: Highlighter) -> Snippets:
    content = CableContent(cable)
    return best_snippets(
        cable,
        content.paragraphs,
        highlighter,
        text_of=content.line_of,
        withheld_names=content.withheld_names,
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class WholeList:
    """All matching cables, up to the limit of an export."""

    total: int
    cables: Iterator[Cable]
    """In order; fetched a batch at a time."""
    notices: tuple[str, ...]
    """Sentences on what the index could not do."""


def whole_list(parsed_query: ParsedQuery, selection: Selection, limit: int) -> WholeList:
    """Return the matching cables, without their text.

    Args:
        parsed_query: The words.
        selection: The filters and the sort order.
        limit: How many cables at most.

    Raises:
        SearchUnavailableError: There are words, and the index cannot answer. A program must not
            mistake the cables that match the filters alone for the answer.
    """
    outdated = False
    try:
        outdated = _is_index_outdated()
        page = find_cables(build_search_query(parsed_query, selection), limit=limit)
    except SearchUnavailableError:
        if parsed_query:
            raise
        outdated = True
    if outdated and not parsed_query:
        cables = Cable.objects.selected(selection)
        keys = tuple(cables.values_list("pk", flat=True)[:limit])
        page = SearchPage(total=cables.count(), keys=keys)
    batches = (page.keys[at : at + BATCH_SIZE] for at in range(0, len(page.keys), BATCH_SIZE))
    return WholeList(
        total=page.total,
        cables=chain.from_iterable(
            Cable.objects.for_lists().in_key_order(batch) for batch in batches
        ),
        notices=(OUTDATED_INDEX_NOTICE,) if outdated and parsed_query else (),
    )
