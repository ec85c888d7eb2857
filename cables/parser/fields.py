"""The cable's fields, out of the labelled entries before its text."""

from collections.abc import Iterator, Sequence
from datetime import datetime

from cables.parser import classified_by, orders, reference_ids, references, subject, tags
from cables.parser.boundaries import CableText
from cables.parser.captions import leading_codes
from cables.parser.labeled_lines import LabeledEntry
from cables.parser.page_marks import blank_out_page_marks
from cables.parser.preamble import Preamble
from cables.parser.references import CitingCable
from cables.parser.values import (
    ClassifiedBy,
    PageMark,
    ParsedParagraph,
    ParsedReference,
    ParsedTag,
    ParseProblem,
    PartKind,
)

OPENING_PARAGRAPHS = 3
"""In so many first paragraphs the classifier may be named (`1. (U) CLASSIFIED BY`)."""


def derived_reference_id(copy: CableText, created: datetime | None) -> str:
    """Return the ID that the classification line and the date-time group give together."""
    opening = copy.classification_line
    if not opening or not opening.serial or not created:
        return ""
    post = reference_ids.post_code(opening.post)
    return reference_ids.format_reference_id(created.year, post, opening.serial) if post else ""


def citing_cable(reference_id: str, created: datetime | None) -> CitingCable:
    """Return year, post, serial and day of the cable, as far as its ID or its time tells them."""
    day = created.timetuple().tm_yday if created else 0
    try:
        year, post, serial = reference_ids.split_reference_id(reference_id)
    except ValueError:
        return CitingCable(created.year if created else 0, "", 0, day)
    return CitingCable(year, post, serial, day if created and created.year == year else 0)


def all_captions(copy: CableText, labelled: Preamble) -> tuple[str, ...]:
    """Return the captions of the classification line and of the lines below it, each once."""
    caveats = (
        copy.classification_line.caveats.replace("/", " ").strip(" -,")
        if copy.classification_line
        else ""
    )
    codes, _ = leading_codes(caveats.upper())
    return tuple(dict.fromkeys((*codes, *labelled.captions)))


def first_executive_order(text: str, labelled: Preamble) -> orders.OrderLine:
    """Return what the first E.O. line says."""
    for entry, _ in _of_kind(labelled, PartKind.EXECUTIVE_ORDER):
        return orders.read_order_line(text[entry.label_start : entry.end])
    return orders.OrderLine("", "", None, "")


def all_tags(text: str, labelled: Preamble) -> tuple[ParsedTag, ...]:
    """Return the codes of all TAGS lines, each code and person once."""
    found: dict[tuple[str, str], ParsedTag] = {}
    for entry, _ in _of_kind(labelled, PartKind.TAGS):
        for tag in tags.read_tags(text, entry.start, entry.end):
            found.setdefault((tag.code, tag.person), tag)
    return tuple(found.values())


def first_subject(text: str, labelled: Preamble, marks: tuple[PageMark, ...]) -> tuple[str, str]:
    """Return the first subject that has words, and its marking."""
    for entry, _ in _of_kind(labelled, PartKind.SUBJECT):
        words, marking = subject.read_subject(text, entry.start, entry.end, marks)
        if words:
            return words, marking
    return "", ""


def all_references(
    text: str, labelled: Preamble, marks: Sequence[PageMark], by: CitingCable
) -> tuple[ParsedReference, ...]:
    """Return the entries of all REF blocks; a page mark in them names no cable (10STATE16219)."""
    unmarked = blank_out_page_marks(text, marks)
    return tuple(
        reference
        for entry, _ in _of_kind(labelled, PartKind.REFERENCES)
        for reference in references.read_references(unmarked, entry.start, entry.end, by)
    )


def classifier(
    text: str, labelled: Preamble, paragraphs: Sequence[ParsedParagraph]
) -> ClassifiedBy | None:
    """Return who classified the cable: from its own line, else from one of the first paragraphs."""
    for entry, _ in _of_kind(labelled, PartKind.CLASSIFIED_BY):
        found = classified_by.read_classified_by(text, entry.label_start, entry.end)
        if found:
            return found
    for paragraph in paragraphs[:OPENING_PARAGRAPHS]:
        if classified_by.LABEL.match(text, paragraph.text_start, paragraph.end):
            return classified_by.read_classified_by(text, paragraph.text_start, paragraph.end)
    return None


def label_problems(text: str, labelled: Preamble) -> Iterator[ParseProblem]:
    """Yield what was put right in the labelled lines."""
    for entry, line in labelled.entries:
        if entry.kind is PartKind.TAGS:
            yield from tags.tag_problems(tags.read_tags(text, entry.start, entry.end), line)
        if entry.kind is PartKind.EXECUTIVE_ORDER:
            read = orders.read_order_line(text[entry.label_start : entry.end])
            if read.number != read.printed:
                yield ParseProblem(
                    code="repaired-order",
                    line=line,
                    message=f"The executive order {read.printed} is read as {read.number}.",
                    printed=read.printed,
                    meant=read.number,
                )


def _of_kind(labelled: Preamble, kind: PartKind) -> Iterator[tuple[LabeledEntry, int]]:
    return (item for item in labelled.entries if item[0].kind is kind)
