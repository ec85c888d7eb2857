"""What is laid over a cable's text where it is drawn: search words, people, acronyms.

An annotation is a stretch of the body. The text itself stays as it is; the drawing opens an element
where the stretch begins and closes it where it ends, over line breaks and across other stretches.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Final, Literal

from cables.parser.values import Span

AnnotationKind = Literal["person", "acronym", "mark"]
NESTING_ORDER: Final[dict[AnnotationKind, int]] = {"person": 0, "acronym": 1, "mark": 2}
"""How elements nest where stretches overlap: a mark may stand inside a link, not around it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Annotation(Span):
    """A stretch of a cable's body, in characters, and what it is."""

    kind: AnnotationKind
    href: str = ""
    """Where a person's name leads; empty for other kinds."""
    title: str = ""
    """What an acronym stands for; empty for other kinds."""


def overlapping(annotations: Iterable[Annotation], span: Span) -> tuple[Annotation, ...]:
    """Return the annotations that touch a stretch of the body."""
    return tuple(one for one in annotations if one.start < span.end and span.start < one.end)


def covering(annotations: Sequence[Annotation], start: int, end: int) -> tuple[Annotation, ...]:
    """Return what lies over a stretch that no annotation begins or ends inside, outermost first.

    Of two of one kind the first counts: a link cannot stand in a link.
    """
    found: dict[AnnotationKind, Annotation] = {}
    for one in annotations:
        if one.start <= start and end <= one.end:
            found.setdefault(one.kind, one)
    return tuple(sorted(found.values(), key=lambda one: NESTING_ORDER[one.kind]))


def cut_points(annotations: Sequence[Annotation], start: int, end: int) -> list[int]:
    """Return where a stretch must be cut so that each part lies inside or outside of each."""
    places = {place for one in annotations for place in (one.start, one.end)}
    return [start, *sorted(place for place in places if start < place < end), end]
