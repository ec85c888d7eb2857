"""The cable's fields, from the labeled lines before its text."""

from collections.abc import Iterator, Sequence
from datetime import datetime
from itertools import chain
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
    """Each code and person once."""
    tag_lines: tuple[tuple[int, tuple[ParsedTag, ...]], ...] = ()
    """The number of each TAGS line and its codes, as often as printed."""
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
    """Read the labeled lines: all TAGS and REF lines, and the first of every other label.

    A page mark inside them names no cable (10STATE16219) and no tag (95LIMA2475).
    """
    unmarked = blank_out_page_marks(text, marks)
    tag_lines = tuple(
        (line, tags.read_tags(unmarked, entry.start, entry.end))
        for entry, line in _of_kind(preamble, PartKind.TAGS)
    )
    unique: dict[tuple[str, str], ParsedTag] = {}
    for tag in chain.from_iterable(own for _, own in tag_lines):
        unique.setdefault((tag.code, tag.person), tag)
    return LabeledFields(
        order=_first_order(text, preamble),
        tags=tuple(unique.values()),
        tag_lines=tag_lines,
        subject=_first_subject(unmarked, preamble),
        references=_all_references(unmarked, preamble, citing),
        classified_by=_classifier(text, preamble, paragraphs),
    )


def _first_order(text: str, preamble: Preamble) -> OrderLine:
    for entry, _ in _of_kind(preamble, PartKind.EXECUTIVE_ORDER):
        return orders.read_order_line(text[entry.label_start : entry.end])
    return OrderLine("", "", None, "")


def _first_subject(text: str, preamble: Preamble) -> str:
    """Return the first subject that has words."""
    subjects = (
        subject.read_subject(text, entry.start, entry.end)
        for entry, _ in _of_kind(preamble, PartKind.SUBJECT)
    )
    return next(filter(None, subjects), "")


def _all_references(
    text: str, preamble: Preamble, citing: CitingCable
) -> tuple[ParsedReference, ...]:
    """Return the entries of all REF blocks."""
    return tuple(
        reference
        for entry, _ in _of_kind(preamble, PartKind.REFERENCES)
        for reference in references.read_references(text, entry.start, entry.end, citing)
    )


def _classifier(
    text: str, preamble: Preamble, paragraphs: Sequence[ParsedParagraph]
) -> ClassifiedBy | None:
    """Return who classified the cable: from a line or one of the first paragraphs, named if any."""
    spans = [
        (entry.label_start, entry.end) for entry, _ in _of_kind(preamble, PartKind.CLASSIFIED_BY)
    ]
    spans += [
        (paragraph.text_start, paragraph.end)
        for paragraph in paragraphs[:OPENING_PARAGRAPHS]
        if classified_by.LABEL.match(text, paragraph.text_start, paragraph.end)
    ]
    read = (classified_by.read_classified_by(text, start, end) for start, end in spans)
    return max(filter(None, read), key=_completeness, default=None)


def _completeness(classifier: ClassifiedBy) -> tuple[bool, bool]:
    """Return what makes one of several lines the best; the first of equal ones is taken."""
    return bool(classifier.name), bool(classifier.reasons)


def _of_kind(preamble: Preamble, kind: PartKind) -> Iterator[tuple[LabeledEntry, int]]:
    return (item for item in preamble.entries if item[0].kind is kind)


def label_problems(text: str, preamble: Preamble, labeled: LabeledFields) -> Iterator[ParseProblem]:
    """Yield the corrections made in the labeled lines."""
    for line, own in labeled.tag_lines:
        yield from tags.tag_problems(own, line)
    for entry, line in _of_kind(preamble, PartKind.EXECUTIVE_ORDER):
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
