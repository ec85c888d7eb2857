"""The cable's fields, out of the labelled entries before its text."""

from collections.abc import Iterator, Sequence
from datetime import datetime

from cables.parser import classified_by, orders, reference_ids, references, subject, tags
from cables.parser.boundaries import Copy
from cables.parser.captions import leading_codes
from cables.parser.labeled_lines import Entry
from cables.parser.page_marks import blanked
from cables.parser.preamble import Preamble
from cables.parser.references import Citing
from cables.parser.values import (
    ClassifiedBy,
    PageMark,
    Paragraph,
    PartKind,
    Problem,
    Reference,
    Tag,
)

OPENING_PARAGRAPHS = 3
"""In so many first paragraphs the classifier may be named (`1. (U) CLASSIFIED BY`)."""


def own_id(copy: Copy, created: datetime | None) -> str:
    """Return the ID that the classification line and the date-time group give together."""
    opening = copy.opening
    if not opening or not opening.serial or not created:
        return ""
    post = reference_ids.post_code(opening.post)
    return reference_ids.joined(created.year, post, opening.serial) if post else ""


def citing(reference_id: str, created: datetime | None) -> Citing:
    """Return year, post, serial and day of the cable, as far as its ID or its time tells them."""
    day = created.timetuple().tm_yday if created else 0
    try:
        year, post, serial = reference_ids.split(reference_id)
    except ValueError:
        return Citing(created.year if created else 0, "", 0, day)
    return Citing(year, post, serial, day if created and created.year == year else 0)


def captions(copy: Copy, labelled: Preamble) -> tuple[str, ...]:
    """Return the captions of the classification line and of the lines below it, each once."""
    caveats = copy.opening.caveats.replace("/", " ").strip(" -,") if copy.opening else ""
    codes, _ = leading_codes(caveats.upper())
    return tuple(dict.fromkeys((*codes, *labelled.captions)))


def order(text: str, labelled: Preamble) -> orders.OrderLine:
    """Return what the first E.O. line says."""
    for entry, _ in _of_kind(labelled, PartKind.EXECUTIVE_ORDER):
        return orders.read(text[entry.label_start : entry.end])
    return orders.OrderLine("", "", None, "")


def all_tags(text: str, labelled: Preamble) -> tuple[Tag, ...]:
    """Return the codes of all TAGS lines, each code and person once."""
    found: dict[tuple[str, str], Tag] = {}
    for entry, _ in _of_kind(labelled, PartKind.TAGS):
        for tag in tags.read(text, entry.start, entry.end):
            found.setdefault((tag.code, tag.person), tag)
    return tuple(found.values())


def first_subject(text: str, labelled: Preamble, marks: tuple[PageMark, ...]) -> tuple[str, str]:
    """Return the first subject that has words, and its marking."""
    for entry, _ in _of_kind(labelled, PartKind.SUBJECT):
        words, marking = subject.read(text, entry.start, entry.end, marks)
        if words:
            return words, marking
    return "", ""


def all_references(
    text: str, labelled: Preamble, marks: Sequence[PageMark], by: Citing
) -> tuple[Reference, ...]:
    """Return the entries of all REF blocks; a page mark in them names no cable (10STATE16219)."""
    unmarked = blanked(text, marks)
    return tuple(
        reference
        for entry, _ in _of_kind(labelled, PartKind.REFERENCES)
        for reference in references.read(unmarked, entry.start, entry.end, by)
    )


def classifier(
    text: str, labelled: Preamble, paragraphs: Sequence[Paragraph]
) -> ClassifiedBy | None:
    """Return who classified the cable: from its own line, else from one of the first paragraphs."""
    for entry, _ in _of_kind(labelled, PartKind.CLASSIFIED_BY):
        found = classified_by.read(text, entry.label_start, entry.end)
        if found:
            return found
    for paragraph in paragraphs[:OPENING_PARAGRAPHS]:
        if classified_by.LABEL.match(text, paragraph.text_start, paragraph.end):
            return classified_by.read(text, paragraph.text_start, paragraph.end)
    return None


def problems(text: str, labelled: Preamble) -> Iterator[Problem]:
    """Yield what was put right in the labelled lines."""
    for entry, line in labelled.entries:
        if entry.kind is PartKind.TAGS:
            yield from tags.problems(tags.read(text, entry.start, entry.end), line)
        if entry.kind is PartKind.EXECUTIVE_ORDER:
            read = orders.read(text[entry.label_start : entry.end])
            if read.number != read.printed:
                yield Problem(
                    code="repaired-order",
                    line=line,
                    message=f"The executive order {read.printed} is read as {read.number}.",
                    printed=read.printed,
                    meant=read.number,
                )


def _of_kind(labelled: Preamble, kind: PartKind) -> Iterator[tuple[Entry, int]]:
    return (item for item in labelled.entries if item[0].kind is kind)
