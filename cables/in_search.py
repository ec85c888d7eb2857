"""A cable's page as part of a search: the words marked, its place in the list, the way back."""

from collections.abc import Sequence
from dataclasses import dataclass

from cables.annotations import Annotation
from cables.filters import CableFilter
from cables.listing import Place, place
from cables.models import Cable, Paragraph
from cables.search import Marker


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
    """Those that hold any of them, in order."""
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
    holding = {
        paragraph: marker.hits(cable.body, paragraph.text_start, paragraph.end)
        for paragraph in paragraphs
        if marker
    }
    return InSearch(
        words=chosen.words.text,
        marker=marker,
        query=chosen.context,
        marks=tuple(
            Annotation(start=hit.start, end=hit.end, kind="mark")
            for hits in holding.values()
            for hit in hits
        ),
        paragraphs=tuple(paragraph for paragraph, hits in holding.items() if hits),
        place=place(cable, chosen.words, chosen.selection),
    )
