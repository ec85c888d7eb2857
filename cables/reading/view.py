"""A stored cable as a reader meets it: paragraphs, headings, page marks, in the text's order."""

from collections.abc import Sequence
from dataclasses import dataclass

from django.utils.text import slugify

from cables.models import Cable, Paragraph, Reference
from cables.parser.blocks import Block
from cables.parser.reflow import make_blocks, page_label, single_line_text
from cables.parser.values import PageMark, PartKind, Span
from cables.reading.annotations import Annotation, overlapping


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadingEntry:
    """One thing on the page: a paragraph, a heading, or what stands between them."""

    kind: str
    """paragraph, heading, page, signature, trailer, other, fused."""
    blocks: tuple[Block, ...] = ()
    annotations: tuple[Annotation, ...] = ()
    """What is laid over a paragraph's text: people, acronyms, search words."""
    paragraph: Paragraph | None = None
    anchor: str = ""
    """The entry's fragment; empty where nothing links to it."""
    old_anchors: tuple[str, ...] = ()
    """Further fragments that land here: the odd anchors of the original page."""
    text: str = ""
    """A heading's words, or a page mark's."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadingView:
    """The reading view of a cable."""

    entries: tuple[ReadingEntry, ...]
    references: tuple[tuple[Reference, tuple[str, ...]], ...]
    """The REF entries, each with the original page's fragments that land on it: parB."""
    leading_anchors: tuple[str, ...]
    """Fragments of the original page above paragraph 1 that belong to no entry."""

    @property
    def headings(self) -> tuple[ReadingEntry, ...]:
        """The headings, for a contents list."""
        return tuple(entry for entry in self.entries if entry.kind == PartKind.HEADING)


def build_reading_view(
    cable: Cable,
    paragraphs: Sequence[Paragraph],
    references: Sequence[Reference],
    annotations: Sequence[Annotation] = (),
) -> ReadingView:
    """Arrange a cable for reading.

    Args:
        cable: With its body and layout.
        paragraphs: Its paragraphs, in order.
        references: Its REF entries, in order.
        annotations: What is laid over its text, in any order.
    """
    marks = page_marks_of(cable)
    first = paragraphs[0].start if paragraphs else len(cable.body)
    above = [anchor for anchor in cable.old_anchors if anchor[1] < first]
    targets = _place_old_anchors(
        [anchor for anchor in cable.old_anchors if anchor[1] >= first], paragraphs
    )
    of_references = _place_old_anchors(above, references)
    placed = {name for names in of_references.values() for name in names}
    entries = [
        (
            paragraph.start,
            ReadingEntry(
                kind="paragraph",
                paragraph=paragraph,
                anchor=paragraph.anchor,
                old_anchors=tuple(targets.get(paragraph.position, ())),
                blocks=_paragraph_blocks(cable, paragraph, marks),
                annotations=overlapping(annotations, _text_span(cable, paragraph)),
            ),
        )
        for paragraph in paragraphs
    ]
    entries += _entries_between(cable, paragraphs)
    entries.sort(key=lambda placed: placed[0])
    return ReadingView(
        entries=tuple(entry for _, entry in entries),
        references=tuple((one, tuple(of_references.get(one.position, ()))) for one in references),
        leading_anchors=tuple(name for name, _ in above if name not in placed),
    )


def build_paragraph_entries(
    cable: Cable, paragraphs: Sequence[Paragraph], annotations: Sequence[Annotation] = ()
) -> tuple[ReadingEntry, ...]:
    """Arrange a few paragraphs alone, as their own page quotes them."""
    marks = page_marks_of(cable)
    return tuple(
        ReadingEntry(
            kind="paragraph",
            paragraph=paragraph,
            anchor=paragraph.anchor,
            blocks=_paragraph_blocks(cable, paragraph, marks),
            annotations=overlapping(annotations, _text_span(cable, paragraph)),
        )
        for paragraph in paragraphs
    )


def _paragraph_blocks(
    cable: Cable, paragraph: Paragraph, marks: Sequence[PageMark] | None = None
) -> tuple[Block, ...]:
    """Return a paragraph's blocks, without its number and marking."""
    marks = page_marks_of(cable) if marks is None else marks
    return make_blocks(cable.body, _text_span(cable, paragraph), marks)


def _text_span(cable: Cable, paragraph: Paragraph) -> Span:
    """Return where a paragraph's words stand, behind its number and marking.

    Where nothing but these is printed, as in `1. (C - ENTIRE TEXT).`, they are its words.
    """
    text = cable.body[paragraph.text_start : paragraph.end]
    has_words = any(character.isalnum() for character in text)
    return Span(start=paragraph.text_start if has_words else paragraph.start, end=paragraph.end)


def paragraph_text(cable: Cable, paragraph: Paragraph) -> str:
    """Return a paragraph's words in one line, page marks left out."""
    return single_line_text(cable.body, _text_span(cable, paragraph), page_marks_of(cable))


def page_marks_of(cable: Cable) -> list[PageMark]:
    """Return the page-break lines of the body; a page's number is a fragment where it is first."""
    marks, seen = [], set()
    for kind, start, end, *more in cable.layout:
        if kind == PartKind.PAGE_MARK:
            page, pages = more
            anchor = "" if page in seen else f"page{page}"
            seen.add(page)
            printed = cable.body[start:end]
            marks.append(
                PageMark(
                    start=start, end=end, page=page, pages=pages, printed=printed, anchor=anchor
                )
            )
    return marks


def _place_old_anchors(
    anchors: Sequence[tuple[str, int]], holders: Sequence[Paragraph] | Sequence[Reference]
) -> dict[int, list[str]]:
    """Return the odd anchors of the original page by the position of what they fall in.

    A letter of a REF line stands just before the entry that it names, and belongs to it: so an
    anchor falls in the first holder that ends behind it, else in the last.
    """
    places: dict[int, list[str]] = {}
    for anchor, at in anchors if holders else ():
        behind = (one for one in holders if at < one.end)
        places.setdefault(next(behind, holders[-1]).position, []).append(anchor)
    return places


def _entries_between(
    cable: Cable, paragraphs: Sequence[Paragraph]
) -> list[tuple[int, ReadingEntry]]:
    """Return what stands outside the paragraphs, each with its offset."""
    found: list[tuple[int, ReadingEntry]] = []
    taken: set[str] = set()
    for kind, start, end, *more in cable.layout:
        if any(one.start <= start < one.end for one in paragraphs):
            continue  # a page mark inside a paragraph is drawn by its blocks
        if kind == PartKind.PAGE_MARK:
            mark = PageMark(start=start, end=end, page=more[0], pages=more[1], printed="")
            found.append((start, ReadingEntry(kind=kind, text=page_label(mark))))
        elif kind == PartKind.HEADING:
            text = _heading_text(cable.body[start:end])
            found.append(
                (start, ReadingEntry(kind=kind, text=text, anchor=_unique_slug(text, taken)))
            )
        else:
            text_blocks = make_blocks(cable.body, Span(start=start, end=end))
            found.append((start, ReadingEntry(kind=kind, blocks=text_blocks)))
    return found


def _heading_text(printed: str) -> str:
    """Return a heading in one line, without the rules between lines that are each underlined."""
    lines = (line.strip() for line in printed.split("\n"))
    return " ".join(line for line in lines if line.strip("-=_ "))


def _unique_slug(text: str, taken: set[str]) -> str:
    """Return a heading's fragment, not yet taken on this page and no paragraph's."""
    base = f"h-{slugify(text)[:60].strip('-')}"
    slug, number = base, 1
    while slug in taken:
        number += 1
        slug = f"{base}-{number}"
    taken.add(slug)
    return slug
