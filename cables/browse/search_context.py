"""A cable's page as a search result: highlighted words, position in the list, the way back."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from cables.browse.query_links import QueryLinks
from cables.browse.results import build_search_query
from cables.models import Cable, Paragraph
from cables.models.selection import Selection
from cables.reading.annotations import Annotation
from cables.search import Highlighter, ParsedQuery, SearchUnavailableError, find_cables
from cables.search.snippets import hits_by_paragraph

MAX_POSITION: Final = 500
"""How many cables of a result know their position and neighbors."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ResultPosition:
    """The position of a cable in a result."""

    number: int
    """From 1."""
    total: int
    previous: Cable | None
    next: Cable | None


@dataclass(frozen=True, slots=True, kw_only=True)
class SearchContext:
    """What a search adds to the page of a cable that it found."""

    query_text: str
    """The words as typed; empty if the list was only filtered."""
    highlighter: Highlighter
    """Finds the words in a line of text, such as a heading."""
    query_string: str
    """The query string of the list."""
    annotations: tuple[Annotation, ...]
    """The words in the paragraphs."""
    matching_paragraphs: tuple[Paragraph, ...]
    """The paragraphs that have any of the words, in their text or heading, in order."""
    position: ResultPosition | None
    """None if the cable is not among the first of the list."""


def build_search_context(
    cable: Cable,
    paragraphs: Sequence[Paragraph],
    parsed_query: ParsedQuery,
    selection: Selection,
    links: QueryLinks,
) -> SearchContext | None:
    """Return what a search adds to a cable's page; None if the URL has no search.

    Args:
        cable: With its body.
        paragraphs: All of its paragraphs, in order.
        parsed_query: The words of the search.
        selection: The filters and the order of the search.
        links: Of the URL.
    """
    if not links.for_cable:
        return None
    highlighter = Highlighter(parsed_query)
    hits = hits_by_paragraph(cable, paragraphs, highlighter) if highlighter else {}
    return SearchContext(
        query_text=parsed_query.text,
        highlighter=highlighter,
        query_string=links.for_cable,
        annotations=tuple(
            Annotation(start=hit.start, end=hit.end, kind="mark")
            for paragraph_hits in hits.values()
            for hit in paragraph_hits
            if hit.start >= 0  # hits in a heading are found again where it is drawn
        ),
        matching_paragraphs=tuple(paragraphs[index] for index in hits),
        position=find_position(cable, parsed_query, selection),
    )


def find_position(
    cable: Cable, parsed_query: ParsedQuery, selection: Selection
) -> ResultPosition | None:
    """Return the position of a cable in a result; None if it is not among the first."""
    try:
        page = find_cables(build_search_query(parsed_query, selection), limit=MAX_POSITION)
    except SearchUnavailableError:
        return None
    if cable.pk not in page.keys:
        return None
    index = page.keys.index(cable.pk)
    previous_key = page.keys[index - 1] if index else None
    next_key = page.keys[index + 1] if index + 1 < len(page.keys) else None
    neighbors = Cable.objects.for_lists().in_bulk([key for key in (previous_key, next_key) if key])
    return ResultPosition(
        number=index + 1,
        total=page.total,
        previous=neighbors.get(previous_key) if previous_key else None,
        next=neighbors.get(next_key) if next_key else None,
    )
