"""What the list of cables answers: by the search index where it can, else by the database."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import chain
from typing import Final

from django.core.paginator import Page, Paginator

from cables.browse.facet_counts import count_facets_in_database
from cables.models import Cable, Mention, Paragraph
from cables.models.querysets import CableQuerySet
from cables.models.selection import FacetCounts, Selection
from cables.models.state import revision
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
from cables.search.snippets import LinePiece, line_pieces

PAGE_SIZE: Final = 20
DEEPEST_PAGE: Final = 500
"""Beyond it an offset costs more than the reader gains; filters lead there in fewer steps."""
MAX_POSITION: Final = 500
"""How far down a result a cable's page still tells its place, and what stands beside it."""
BATCH_SIZE: Final = 500
"""Cables fetched at a time for programs."""
OUTDATED_INDEX_NOTICE: Final = (
    "Cables were loaded or taken away since the search index was made; until it is brought up to "
    "date, words are looked for among the older ones."
)


@dataclass(frozen=True, slots=True, kw_only=True)
class ResultRow:
    """One cable of a list."""

    cable: Cable
    title_pieces: tuple[LinePiece, ...]
    """The title's words, those of the reader marked."""
    snippets: Snippets


@dataclass(frozen=True, slots=True, kw_only=True)
class ResultPage:
    """A page of a list."""

    rows: tuple[ResultRow, ...]
    page: Page[int]
    """Which page of how many."""
    facet_counts: FacetCounts
    notices: tuple[str, ...]
    """Sentences on what the index could not do."""
    suggestion: SpellingSuggestion | None
    """A better spelling, where nothing was found."""
    too_deep: bool
    """Whether this is the deepest page that there is, and more cables fit."""
    query_ignored: bool
    """Whether words were asked for and could not be looked for: the list is what filters leave."""

    @property
    def total(self) -> int:
        """How many cables fit."""
        return self.page.paginator.count


@dataclass(frozen=True, slots=True, kw_only=True)
class ResultSlice:
    """Some cables of a result, before they are fetched."""

    total: int
    keys: tuple[int, ...]
    facet_counts: FacetCounts
    notices: tuple[str, ...] = ()
    suggestion: SpellingSuggestion | None = None
    query_ignored: bool = False


def build_result_page(
    parsed_query: ParsedQuery, selection: Selection, requested_page: str | None
) -> ResultPage:
    """Return a page of the cables that fit, with what the whole result is made of.

    Args:
        parsed_query: The reader's words.
        selection: Filters and order.
        requested_page: As the address gives it; what is no page is the first, what lies behind the
            last is the last.
    """
    number = _parse_page_number(requested_page)
    offset = (min(number, DEEPEST_PAGE) - 1) * PAGE_SIZE
    answer = _find_result_slice(parsed_query, selection, offset)
    if not answer.keys and answer.total:  # behind the last page
        last = min((answer.total - 1) // PAGE_SIZE, DEEPEST_PAGE - 1)
        answer = _find_result_slice(parsed_query, selection, last * PAGE_SIZE)
    page = Paginator(range(answer.total), PAGE_SIZE).get_page(min(number, DEEPEST_PAGE))
    return ResultPage(
        rows=tuple(_result_rows(answer.keys, Highlighter(parsed_query))),
        page=page,
        facet_counts=answer.facet_counts,
        notices=answer.notices,
        suggestion=answer.suggestion,
        too_deep=number >= DEEPEST_PAGE and page.paginator.num_pages > DEEPEST_PAGE,
        query_ignored=answer.query_ignored,
    )


def _parse_page_number(wanted: str | None) -> int:
    """Read the number of a page."""
    try:
        return max(int(wanted or 1), 1)
    except ValueError:
        return 1


def _find_result_slice(words: ParsedQuery, selection: Selection, offset: int) -> ResultSlice:
    """Ask the index; where it cannot answer, the database."""
    try:
        behind = reader.current_index().state.highest != revision()[0]
        if behind and not words:
            return database_slice(selection, offset)
        asked = SearchQuery(
            parsed_query=words,
            selection=selection,
            cable_keys=keys_of_cables_naming(selection.person),
        )
        found = find_cables(asked, limit=PAGE_SIZE, offset=offset)
        return ResultSlice(
            total=found.total,
            keys=found.keys,
            facet_counts=count_facets(asked, found),
            notices=(OUTDATED_INDEX_NOTICE,) if behind else (),
            suggestion=None if found.total else suggest_spelling(words),
        )
    except SearchUnavailableError as error:
        told = f"{error} The filters work without it."
        return database_slice(selection, offset, (told,) if words else ())


def count_results(parsed_query: ParsedQuery, selection: Selection) -> int:
    """Return how many cables fit."""
    asked = SearchQuery(
        parsed_query=parsed_query,
        selection=selection,
        cable_keys=keys_of_cables_naming(selection.person),
    )
    try:
        return find_cables(asked, limit=1).total
    except SearchUnavailableError:
        return Cable.objects.selected(selection).count()


def keys_of_cables_naming(person: str) -> tuple[int, ...] | None:
    """Return the keys of the cables that name a person; None where no person is asked for."""
    if not person:
        return None
    found = Mention.objects.filter(person__slug=person).order_by().values_list("cable_id")
    return tuple(key for (key,) in found.distinct())


def database_slice(selection: Selection, offset: int, notices: tuple[str, ...] = ()) -> ResultSlice:
    """Answer filters without the index."""
    found = Cable.objects.selected(selection)
    keys = tuple(found.values_list("pk", flat=True)[offset : offset + PAGE_SIZE])
    return ResultSlice(
        total=found.count(),
        keys=keys,
        facet_counts=count_facets_in_database(revision(), selection),
        notices=notices,
        query_ignored=bool(notices),
    )


def _result_rows(keys: Sequence[int], marker: Highlighter) -> Iterator[ResultRow]:
    """Yield the rows of cables, in the order of their keys."""
    if not marker:
        for cable in _fetch_in_order(Cable.objects.for_rows(), keys):
            yield ResultRow(cable=cable, title_pieces=((cable.title, ""),), snippets=Snippets())
        return
    for cable, found in cables_with_snippets(keys, marker):
        title = tuple(line_pieces(cable.title, marker.hits(cable.title)))
        yield ResultRow(cable=cable, title_pieces=title, snippets=found)


def cables_with_snippets(
    keys: Sequence[int], marker: Highlighter
) -> Iterator[tuple[Cable, Snippets]]:
    """Yield cables in the order of their keys, each with the excerpts that answer a question."""
    paragraphs: dict[int, list[Paragraph]] = {}
    for paragraph in Paragraph.objects.filter(cable_id__in=keys):
        paragraphs.setdefault(paragraph.cable_id, []).append(paragraph)
    for cable in _fetch_in_order(Cable.objects.for_excerpts(), keys):
        yield cable, best_snippets(cable, paragraphs.get(cable.pk, []), marker)


def _fetch_in_order(wanted: CableQuerySet, keys: Sequence[int]) -> Iterator[Cable]:
    """Yield cables in the order of their keys, those that are gone left out."""
    found = wanted.in_bulk(keys)
    return (found[key] for key in keys if key in found)


@dataclass(frozen=True, slots=True, kw_only=True)
class WholeList:
    """All cables that fit, as far as a form for programs gives them."""

    total: int
    cables: Iterator[Cable]
    """In order; fetched a batch at a time."""
    notices: tuple[str, ...]
    """Sentences on what the index could not do."""


def whole_list(parsed_query: ParsedQuery, selection: Selection, limit: int) -> WholeList:
    """Return the matching cables, without their text.

    Args:
        parsed_query: The query.
        selection: The filters and the order.
        limit: How many cables at the most.

    Raises:
        SearchUnavailableError: There are words, and the index cannot answer; a program must not
            take the cables without them, or none, for the answer.
    """
    behind = False
    try:
        behind = reader.current_index().state.highest != revision()[0]
        asked = SearchQuery(
            parsed_query=parsed_query,
            selection=selection,
            cable_keys=keys_of_cables_naming(selection.person),
        )
        found = find_cables(asked, limit=limit)
    except SearchUnavailableError:
        if parsed_query:
            raise
        behind = True
    if behind and not parsed_query:
        held = Cable.objects.selected(selection)
        keys = tuple(held.values_list("pk", flat=True)[:limit])
        found = SearchPage(total=held.count(), keys=keys)
    batches = (found.keys[at : at + BATCH_SIZE] for at in range(0, len(found.keys), BATCH_SIZE))
    return WholeList(
        total=found.total,
        cables=chain.from_iterable(
            _fetch_in_order(Cable.objects.for_lists(), one) for one in batches
        ),
        notices=(OUTDATED_INDEX_NOTICE,) if behind and parsed_query else (),
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class ResultPosition:
    """Where a cable stands in a result."""

    number: int
    """From 1."""
    total: int
    previous: Cable | None
    next: Cable | None


def find_position(
    cable: Cable, parsed_query: ParsedQuery, selection: Selection
) -> ResultPosition | None:
    """Return where a cable stands in a result; None where not among the first, or not at all."""
    asked = SearchQuery(
        parsed_query=parsed_query,
        selection=selection,
        cable_keys=keys_of_cables_naming(selection.person),
    )
    try:
        found = find_cables(asked, limit=MAX_POSITION)
    except SearchUnavailableError:
        return None
    if cable.pk not in found.keys:
        return None
    at = found.keys.index(cable.pk)
    beside = Cable.objects.for_lists().in_bulk(found.keys[max(at - 1, 0) : at + 2])
    following = found.keys[at + 1] if at + 1 < len(found.keys) else None
    return ResultPosition(
        number=at + 1,
        total=found.total,
        previous=beside.get(found.keys[at - 1]) if at else None,
        next=beside.get(following) if following else None,
    )
