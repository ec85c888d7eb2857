"""A cable's page as part of a search: the words marked, its place in the list, the way back."""

from collections.abc import Sequence
from dataclasses import dataclass

from cables.browse.filters import CableFilter
from cables.browse.results import Place, place
from cables.models import Cable, Paragraph
from cables.reading.annotations import Annotation
from cables.search import Marker
from cables.search.snippets import hits_by_paragraph


@dataclass(frozen=True, slots=True, kw_only=True)
class InSearch:
    """What a search that led to a cable adds to its page."""

    words: str
    """As typed; empty where the list was filtered alone."""
    marker: Marker
    """Finds the words in a line of text, such as a heading."""
    query: str
    """The query string of the list."""
    marks: tuple[Annotation, ...]
    """Where the words stand in the paragraphs."""
    paragraphs: tuple[Paragraph, ...]
    """Those that hold any of them, or stand under a heading that does, in order."""
    place: Place | None
    """None where the cable is not among the first of the list."""


def in_search(
    chosen: CableFilter, cable: Cable, paragraphs: Sequence[Paragraph]
) -> InSearch | None:
    """Return what a search adds to a cable's page; None where none led there.

    Args:
        chosen: The filters of the address.
        cable: With its body.
        paragraphs: All of its paragraphs, in order.
    """
    if not chosen.context:
        return None
    marker = Marker(chosen.words)
    holding = hits_by_paragraph(cable, paragraphs, marker) if marker else {}
    return InSearch(
        words=chosen.words.text,
        marker=marker,
        query=chosen.context,
        marks=tuple(
            Annotation(start=hit.start, end=hit.end, kind="mark")
            for hits in holding.values()
            for hit in hits
            if hit.start >= 0  # those of a heading are found once more where it is drawn
        ),
        paragraphs=tuple(paragraphs[at] for at in holding),
        place=place(cable, chosen.words, chosen.selection),
    )
