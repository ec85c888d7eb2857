"""What the list of cables answers: by the search index where it can, else by the database."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import chain
from typing import Final

from django.core.paginator import Page, Paginator

from cables.browse.facet_counts import counted
from cables.models import Cable, Mention, Paragraph
from cables.models.querysets import CableQuerySet
from cables.models.selection import Facets, Selection
from cables.models.state import revision
from cables.search import (
    Asked,
    Excerpts,
    Found,
    Marker,
    SearchUnavailableError,
    Suggestion,
    Words,
    excerpts,
    facets,
    find,
    reader,
    suggestion,
)
from cables.search.snippets import PieceOfLine, line_pieces

PAGE_SIZE: Final = 20
DEEPEST_PAGE: Final = 500
"""Beyond it an offset costs more than the reader gains; filters lead there in fewer steps."""
REMEMBERED: Final = 500
"""How far down a result a cable's page still tells its place, and what stands beside it."""
BATCH: Final = 500
"""Cables fetched at a time for programs."""
BEHIND: Final = (
    "Cables were loaded or taken away since the search index was made; until it is brought up to "
    "date, words are looked for among the older ones."
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """One cable of a list."""

    cable: Cable
    title: tuple[PieceOfLine, ...]
    """The title's words, those of the reader marked."""
    excerpts: Excerpts


@dataclass(frozen=True, slots=True, kw_only=True)
class Listing:
    """A page of a list."""

    rows: tuple[Row, ...]
    page: Page[int]
    """Which page of how many."""
    facets: Facets
    notices: tuple[str, ...]
    """Sentences on what the index could not do."""
    suggestion: Suggestion | None
    """A better spelling, where nothing was found."""
    too_deep: bool
    """Whether this is the deepest page that there is, and more cables fit."""
    words_passed_over: bool
    """Whether words were asked for and could not be looked for: the list is what filters leave."""

    @property
    def total(self) -> int:
        """How many cables fit."""
        return self.page.paginator.count


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """Some cables of a result, before they are fetched."""

    total: int
    keys: tuple[int, ...]
    facets: Facets
    notices: tuple[str, ...] = ()
    suggestion: Suggestion | None = None
    words_passed_over: bool = False


def listing(words: Words, selection: Selection, wanted_page: str | None) -> Listing:
    """Return a page of the cables that fit, with what the whole result is made of.

    Args:
        words: The reader's words.
        selection: Filters and order.
        wanted_page: As the address gives it; what is no page is the first, what lies behind the
            last is the last.
    """
    number = page_number(wanted_page)
    offset = (min(number, DEEPEST_PAGE) - 1) * PAGE_SIZE
    answer = answered(words, selection, offset)
    if not answer.keys and answer.total:  # behind the last page
        last = min((answer.total - 1) // PAGE_SIZE, DEEPEST_PAGE - 1)
        answer = answered(words, selection, last * PAGE_SIZE)
    page = Paginator(range(answer.total), PAGE_SIZE).get_page(min(number, DEEPEST_PAGE))
    return Listing(
        rows=tuple(rows(answer.keys, Marker(words))),
        page=page,
        facets=answer.facets,
        notices=answer.notices,
        suggestion=answer.suggestion,
        too_deep=number >= DEEPEST_PAGE and page.paginator.num_pages > DEEPEST_PAGE,
        words_passed_over=answer.words_passed_over,
    )


def page_number(wanted: str | None) -> int:
    """Read the number of a page."""
    try:
        return max(int(wanted or 1), 1)
    except ValueError:
        return 1


def answered(words: Words, selection: Selection, offset: int) -> Answer:
    """Ask the index; where it cannot answer, the database."""
    try:
        behind = reader.opened().state.highest != revision()[0]
        if behind and not words:
            return by_database(selection, offset)
        asked = Asked(words=words, selection=selection, cables=naming(selection.person))
        found = find(asked, limit=PAGE_SIZE, offset=offset)
        return Answer(
            total=found.total,
            keys=found.keys,
            facets=facets(asked, found),
            notices=(BEHIND,) if behind else (),
            suggestion=None if found.total else suggestion(words),
        )
    except SearchUnavailableError as error:
        told = f"{error} The filters work without it."
        return by_database(selection, offset, (told,) if words else ())


def total_of(words: Words, selection: Selection) -> int:
    """Return how many cables fit."""
    asked = Asked(words=words, selection=selection, cables=naming(selection.person))
    try:
        return find(asked, limit=1).total
    except SearchUnavailableError:
        return Cable.objects.selected(selection).count()


def naming(person: str) -> tuple[int, ...] | None:
    """Return the keys of the cables that name a person; None where no person is asked for."""
    if not person:
        return None
    found = Mention.objects.filter(person__slug=person).order_by().values_list("cable_id")
    return tuple(key for (key,) in found.distinct())


def by_database(selection: Selection, offset: int, notices: tuple[str, ...] = ()) -> Answer:
    """Answer filters without the index."""
    found = Cable.objects.selected(selection)
    keys = tuple(found.values_list("pk", flat=True)[offset : offset + PAGE_SIZE])
    return Answer(
        total=found.count(),
        keys=keys,
        facets=counted(revision(), selection),
        notices=notices,
        words_passed_over=bool(notices),
    )


def rows(keys: Sequence[int], marker: Marker) -> Iterator[Row]:
    """Yield the rows of cables, in the order of their keys."""
    if not marker:
        for cable in fetched(Cable.objects.for_rows(), keys):
            yield Row(cable=cable, title=((cable.title, ""),), excerpts=Excerpts())
        return
    for cable, found in with_excerpts(keys, marker):
        title = tuple(line_pieces(cable.title, marker.hits(cable.title)))
        yield Row(cable=cable, title=title, excerpts=found)


def with_excerpts(keys: Sequence[int], marker: Marker) -> Iterator[tuple[Cable, Excerpts]]:
    """Yield cables in the order of their keys, each with the excerpts that answer a question."""
    paragraphs: dict[int, list[Paragraph]] = {}
    for paragraph in Paragraph.objects.filter(cable_id__in=keys):
        paragraphs.setdefault(paragraph.cable_id, []).append(paragraph)
    for cable in fetched(Cable.objects.for_excerpts(), keys):
        yield cable, excerpts(cable, paragraphs.get(cable.pk, []), marker)


def fetched(wanted: CableQuerySet, keys: Sequence[int]) -> Iterator[Cable]:
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


def whole_list(words: Words, selection: Selection, limit: int) -> WholeList:
    """Return the matching cables, without their text.

    Args:
        words: The query.
        selection: The filters and the order.
        limit: How many cables at the most.

    Raises:
        SearchUnavailableError: There are words, and the index cannot answer; a program must not
            take the cables without them, or none, for the answer.
    """
    behind = False
    try:
        behind = reader.opened().state.highest != revision()[0]
        asked = Asked(words=words, selection=selection, cables=naming(selection.person))
        found = find(asked, limit=limit)
    except SearchUnavailableError:
        if words:
            raise
        behind = True
    if behind and not words:
        held = Cable.objects.selected(selection)
        keys = tuple(held.values_list("pk", flat=True)[:limit])
        found = Found(total=held.count(), keys=keys)
    batches = (found.keys[at : at + BATCH] for at in range(0, len(found.keys), BATCH))
    return WholeList(
        total=found.total,
        cables=chain.from_iterable(fetched(Cable.objects.for_lists(), one) for one in batches),
        notices=(BEHIND,) if behind and words else (),
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """Where a cable stands in a result."""

    number: int
    """From 1."""
    total: int
    previous: Cable | None
    next: Cable | None


def place(cable: Cable, words: Words, selection: Selection) -> Place | None:
    """Return where a cable stands in a result; None where not among the first, or not at all."""
    asked = Asked(words=words, selection=selection, cables=naming(selection.person))
    try:
        found = find(asked, limit=REMEMBERED)
    except SearchUnavailableError:
        return None
    if cable.pk not in found.keys:
        return None
    at = found.keys.index(cable.pk)
    beside = Cable.objects.for_lists().in_bulk(found.keys[max(at - 1, 0) : at + 2])
    following = found.keys[at + 1] if at + 1 < len(found.keys) else None
    return Place(
        number=at + 1,
        total=found.total,
        previous=beside.get(found.keys[at - 1]) if at else None,
        next=beside.get(following) if following else None,
    )
