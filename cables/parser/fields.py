"""The cable's fields, from the labeled lines before its text."""

from collections.abc import Iterator, Sequence
from datetime import datetime
from typing import NamedTuple

from cables.parser import classified_by, orders, reference_ids, references, subject, tags
from cables.parser.captions import leading_codes
from cables.parser.classification import ClassificationLine
from cables.parser.labeled_lines import LabeledEntry
from cables.parser.orders import OrderLine
from cables.parser.page_marks import blank_out_page_marks
from cables.parser.preamble import Preamble
from cables.parser.reference_years import CitingCable
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
"""The classifier may be named in one of the first paragraphs (`1. (U) CLASSIFIED BY`)."""


class LabeledFields(NamedTuple):
    """What the labeled lines say."""

    order: OrderLine = OrderLine("", "", None, "")
    tags: tuple[ParsedTag, ...] = ()
    subject: str = ""
    references: tuple[ParsedReference, ...] = ()
    classified_by: ClassifiedBy | None = None


def read_fields(
    text: str,
    preamble: Preamble,
    marks: Sequence[PageMark],
    paragraphs: Sequence[ParsedParagraph],
    citing: CitingCable,
) -> LabeledFields:
    """Read the labeled lines: all TAGS and REF lines, and the first of every other label."""
    return LabeledFields(
        order=_first_order(text, preamble),
        tags=_all_tags(text, preamble),
        subject=_first_subject(text, preamble, marks),
        references=_all_references(text, preamble, marks, citing),
        classified_by=_classifier(text, preamble, paragraphs),
    )


def _first_order(text: str, preamble: Preamble) -> OrderLine:
    for entry, _ in _of_kind(preamble, PartKind.EXECUTIVE_ORDER):
        return orders.read_order_line(text[entry.label_start : entry.end])
    return OrderLine("", "", None, "")


def _all_tags(text: str, preamble: Preamble) -> tuple[ParsedTag, ...]:
    """Return the codes of all TAGS lines, each code and person once."""
    unique: dict[tuple[str, str], ParsedTag] = {}
    for entry, _ in _of_kind(preamble, PartKind.TAGS):
        for tag in tags.read_tags(text, entry.start, entry.end):
            unique.setdefault((tag.code, tag.person), tag)
    return tuple(unique.values())


def _first_subject(text: str, preamble: Preamble, marks: Sequence[PageMark]) -> str:
    """Return the first subject that has words."""
    subjects = (
        subject.read_subject(text, entry.start, entry.end, marks)
        for entry, _ in _of_kind(preamble, PartKind.SUBJECT)
    )
    return next(filter(None, subjects), "")


def _all_references(
    text: str, preamble: Preamble, marks: Sequence[PageMark], citing: CitingCable
) -> tuple[ParsedReference, ...]:
    """Return the entries of all REF blocks; a page mark in them names no cable (10STATE16219)."""
    unmarked = blank_out_page_marks(text, marks)
    return tuple(
        reference
        for entry, _ in _of_kind(preamble, PartKind.REFERENCES)
        for reference in references.read_references(unmarked, entry.start, entry.end, citing)
    )


def _classifier(
    text: str, preamble: Preamble, paragraphs: Sequence[ParsedParagraph]
) -> ClassifiedBy | None:
    """Return who classified the cable: from its own line, else from one of the first paragraphs."""
    for entry, _ in _of_kind(preamble, PartKind.CLASSIFIED_BY):
        classifier = classified_by.read_classified_by(text, entry.label_start, entry.end)
        if classifier:
            return classifier
    for paragraph in paragraphs[:OPENING_PARAGRAPHS]:
        if classified_by.LABEL.match(text, paragraph.text_start, paragraph.end):
            return classified_by.read_classified_by(text, paragraph.text_start, paragraph.end)
    return None


def _of_kind(preamble: Preamble, kind: PartKind) -> Iterator[tuple[LabeledEntry, int]]:
    return (item for item in preamble.entries if item[0].kind is kind)


def label_problems(text: str, preamble: Preamble) -> Iterator[ParseProblem]:
    """Yield the corrections made in the labeled lines."""
    for entry, line in preamble.entries:
        if entry.kind is PartKind.TAGS:
            yield from tags.tag_problems(tags.read_tags(text, entry.start, entry.end), line)
        if entry.kind is PartKind.EXECUTIVE_ORDER:
            order = orders.read_order_line(text[entry.label_start : entry.end])
            if order.number != order.printed:
                yield ParseProblem(
                    code="repaired-order",
                    line=line,
                    message=f"Executive Order {order.printed} was read as {order.number}.",
                    printed=order.printed,
                    meant=order.number,
                )


def all_captions(opening: ClassificationLine | None, preamble: Preamble) -> tuple[str, ...]:
    """Return the captions of the classification line and of the lines below it, each once."""
    caveats = opening.caveats.replace("/", " ").strip(" -,") if opening else ""
    codes, _ = leading_codes(caveats.upper())
    return tuple(dict.fromkeys((*codes, *preamble.captions)))


def derived_reference_id(opening: ClassificationLine | None, created: datetime | None) -> str:
    """Return the ID that post, serial and year make up; empty if one of them is unknown."""
    if not opening or not opening.serial or not created:
        return ""
    post = reference_ids.post_code(opening.post)
    return reference_ids.format_reference_id(created.year, post, opening.serial) if post else ""


def citing_cable(reference_id: str, created: datetime | None) -> CitingCable:
    """Return year, post, serial and day of the cable, as far as its ID and time give them."""
    day = created.timetuple().tm_yday if created else 0
    try:
        year, post, serial = reference_ids.split_reference_id(reference_id)
    except ValueError:
        return CitingCable(created.year if created else 0, "", 0, day)
    return CitingCable(year, post, serial, day if created and created.year == year else 0)
