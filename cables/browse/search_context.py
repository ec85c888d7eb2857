"""A cable's page as part of a search: the words marked, its place in the list, the way back."""

from collections.abc import Sequence
from dataclasses import dataclass

from cables.browse.filters import CableFilter
from cables.browse.results import ResultPosition, find_position
from cables.models import Cable, Paragraph
from cables.reading.annotations import Annotation
from cables.search import Highlighter
from cables.search.snippets import hits_by_paragraph


@dataclass(frozen=True, slots=True, kw_only=True)
class SearchContext:
    """What a search that led to a cable adds to its page."""

    query_text: str
    """As typed; empty where the list was filtered alone."""
    highlighter: Highlighter
    """Finds the words in a line of text, such as a heading."""
    query_string: str
    """The query string of the list."""
    annotations: tuple[Annotation, ...]
    """Where the words stand in the paragraphs."""
    matching_paragraphs: tuple[Paragraph, ...]
    """Those that hold any of them, or stand under a heading that does, in order."""
    position: ResultPosition | None
    """None where the cable is not among the first of the list."""


def build_search_context(
    filters: CableFilter, cable: Cable, paragraphs: Sequence[Paragraph]
) -> SearchContext | None:
    """Return what a search adds to a cable's page; None where none led there.

    Args:
        filters: The filters of the address.
        cable: With its body.
        paragraphs: All of its paragraphs, in order.
    """
    if not filters.context_query_string:
        return None
    marker = Highlighter(filters.parsed_query)
    holding = hits_by_paragraph(cable, paragraphs, marker) if marker else {}
    return SearchContext(
        query_text=filters.parsed_query.text,
        highlighter=marker,
        query_string=filters.context_query_string,
        annotations=tuple(
            Annotation(start=hit.start, end=hit.end, kind="mark")
            for hits in holding.values()
            for hit in hits
            if hit.start >= 0  # those of a heading are found once more where it is drawn
        ),
        matching_paragraphs=tuple(paragraphs[at] for at in holding),
        position=find_position(cable, filters.parsed_query, filters.selection),
    )
