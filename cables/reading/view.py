"""The reading view of a stored cable: paragraphs, headings and page marks, in order."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from django.utils.text import slugify

from cables.models import Paragraph, Reference
from cables.parser.blocks import Block
from cables.parser.reflow import make_blocks, page_label
from cables.parser.repairs import repair_text
from cables.parser.values import PartKind, Span
from cables.reading.annotations import Annotation, overlapping
from cables.reading.content import CableContent


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadingEntry:
    """A paragraph, a heading, or anything between them."""

    kind: str
    """paragraph, heading, page, signature, trailer, other, fused."""
    blocks: tuple[Block, ...] = ()
    annotations: tuple[Annotation, ...] = ()
    """The people, acronyms and search words in a paragraph's text."""
    paragraph: Paragraph | None = None
    anchor: str = ""
    """The fragment of the entry; empty if nothing links to it."""
    old_anchors: tuple[str, ...] = ()
    """Fragments of the original page that also lead here."""
    text: str = ""
    """The text of a heading or a page mark."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadingView:
    """A cable arranged for reading."""

    entries: tuple[ReadingEntry, ...]
    references: tuple[tuple[Reference, tuple[str, ...]], ...]
    """The REF entries, each with the original page's fragments that lead to it, such as parB."""
    leading_anchors: tuple[str, ...]
    """Fragments of the original page above paragraph 1 that belong to no entry."""

    @property
    def headings(self) -> tuple[ReadingEntry, ...]:
        """The headings, for a table of contents."""
        return tuple(entry for entry in self.entries if entry.kind == PartKind.HEADING)


def build_reading_view(
    content: CableContent,
    references: Sequence[Reference],
    annotations: Sequence[Annotation] = (),
) -> ReadingView:
    """Arrange a cable for reading.

    Args:
        content: The cable.
        references: Its REF entries, in order.
        annotations: Its annotations, in any order.
    """
    cable, paragraphs = content.cable, content.paragraphs
    text_start = paragraphs[0].start if paragraphs else len(cable.body)
    anchors_above = [anchor for anchor in cable.old_anchors if anchor[1] < text_start]
    anchors_below = [anchor for anchor in cable.old_anchors if anchor[1] >= text_start]
    reference_anchors = _place_old_anchors(anchors_above, references)
    paragraph_anchors = _place_old_anchors(anchors_below, paragraphs)
    placed = {name for names in reference_anchors.values() for name in names}
    entries = [
        (
            paragraph.start,
            _paragraph_entry(
                content, paragraph, annotations, paragraph_anchors.get(paragraph.position, ())
            ),
        )
        for paragraph in paragraphs
    ]
    entries += _entries_between(content)
    entries.sort(key=lambda entry: entry[0])
    return ReadingView(
        entries=tuple(entry for _, entry in entries),
        references=tuple(
            (reference, tuple(reference_anchors.get(reference.position, ())))
            for reference in references
        ),
        leading_anchors=tuple(name for name, _ in anchors_above if name not in placed),
    )


def build_paragraph_entries(
    content: CableContent, paragraphs: Sequence[Paragraph], annotations: Sequence[Annotation] = ()
) -> tuple[ReadingEntry, ...]:
    """Arrange some of a cable's paragraphs, for a page of their own."""
    return tuple(_paragraph_entry(content, paragraph, annotations) for paragraph in paragraphs)


def _paragraph_entry(
    content: CableContent,
    paragraph: Paragraph,
    annotations: Sequence[Annotation],
    old_anchors: Sequence[str] = (),
) -> ReadingEntry:
    return ReadingEntry(
        kind="paragraph",
        paragraph=paragraph,
        anchor=paragraph.anchor,
        old_anchors=tuple(old_anchors),
        blocks=content.blocks_of(paragraph),
        annotations=overlapping(annotations, content.text_span(paragraph)),
    )


def _place_old_anchors(
    anchors: Sequence[tuple[str, int]], items: Sequence[Paragraph] | Sequence[Reference]
) -> dict[int, list[str]]:
    """Return the original page's anchors by the position of the item that they belong to.

    The letter of a REF entry is just before the entry, so an anchor belongs to the first item that
    ends after it, or to the last.
    """
    places: dict[int, list[str]] = {}
    for name, offset in anchors if items else ():
        items_after = (item for item in items if offset < item.end)
        places.setdefault(next(items_after, items[-1]).position, []).append(name)
    return places


def _entries_between(content: CableContent) -> Iterator[tuple[int, ReadingEntry]]:
    """Yield the entries outside of paragraphs, each with its offset."""
    body = content.cable.body
    page_labels = {mark.start: page_label(mark) for mark in content.page_marks}
    slugs: set[str] = set()
    for kind, start, end, *_ in content.cable.layout:
        if any(paragraph.start <= start < paragraph.end for paragraph in content.paragraphs):
            continue  # a page mark inside a paragraph is part of its blocks
        if kind == PartKind.PAGE_MARK:
            yield start, ReadingEntry(kind=kind, text=page_labels[start])
        elif kind == PartKind.HEADING:
            text = _heading_text(body[start:end])
            yield start, ReadingEntry(kind=kind, text=text, anchor=_unique_slug(text, slugs))
        else:
            blocks = make_blocks(body, Span(start=start, end=end))
            yield start, ReadingEntry(kind=kind, blocks=blocks)


def _heading_text(printed: str) -> str:
    """Return a heading on one line, without the rules that underline it."""
    lines = (line.strip() for line in printed.split("\n"))
    return repair_text(" ".join(line for line in lines if line.strip("-=_ ")))


def _unique_slug(text: str, slugs: set[str]) -> str:
    """Return a heading's fragment, different from all paragraphs', and add it to the slugs."""
    base = f"h-{slugify(text)[:60].strip('-')}"
    slug, number = base, 1
    while slug in slugs:
        number += 1
        slug = f"{base}-{number}"
    slugs.add(slug)
    return slug
