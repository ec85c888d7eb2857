"""Annotations of a cable's text: search words, people, acronyms.

An annotation marks a span of the body. The text itself is never changed; the renderer opens an
element where the span starts and closes it where it ends, across line breaks and other spans.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Final, Literal

from cables.parser.values import Span

AnnotationKind = Literal["person", "acronym", "mark"]
NESTING_ORDER: Final[dict[AnnotationKind, int]] = {"person": 0, "acronym": 1, "mark": 2}
"""How overlapping elements nest: a mark may be inside a link, not around it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Annotation(Span):
    """A span of a cable's body, in characters, and what it is."""

    kind: AnnotationKind
    href: str = ""
    """The link of a person's name; empty for other kinds."""
    title: str = ""
    """The meaning of an acronym; empty for other kinds."""


def overlapping(annotations: Iterable[Annotation], span: Span) -> tuple[Annotation, ...]:
    """Return the annotations that overlap a span of the body."""
    return tuple(
        annotation
        for annotation in annotations
        if annotation.start < span.end and span.start < annotation.end
    )


def covering(annotations: Sequence[Annotation], start: int, end: int) -> tuple[Annotation, ...]:
    """Return the annotations that cover a span in which none starts or ends, outermost first.

    Only the first of each kind counts: a link cannot contain a link.
    """
    by_kind: dict[AnnotationKind, Annotation] = {}
    for annotation in annotations:
        if annotation.start <= start and end <= annotation.end:
            by_kind.setdefault(annotation.kind, annotation)
    return tuple(sorted(by_kind.values(), key=lambda annotation: NESTING_ORDER[annotation.kind]))


def cut_points(annotations: Sequence[Annotation], start: int, end: int) -> list[int]:
    """Return where to cut a span so that no annotation starts or ends inside a part."""
    offsets = {
        offset for annotation in annotations for offset in (annotation.start, annotation.end)
    }
    return [start, *sorted(offset for offset in offsets if start < offset < end), end]
