"""Parse the text of a telegram into a cable."""

from collections.abc import Iterator, Sequence
from datetime import datetime
from typing import NamedTuple

from cables.parser import (
    anchors,
    boundaries,
    classification,
    dates,
    fields,
    header,
    inline_headings,
    labeled_lines,
    lines,
    notes,
    page_marks,
    paragraph_numbers,
    paragraphs,
    preamble,
    sections,
    signature,
    summary,
)
from cables.parser.boundaries import CableText
from cables.parser.lines import Line
from cables.parser.paragraph_numbers import ParagraphStart
from cables.parser.paragraphs import ParsedBody
from cables.parser.preamble import Preamble
from cables.parser.signature import CableEnding
from cables.parser.tiling import Claim, tile
from cables.parser.values import (
    Header,
    NotACable,
    PageMark,
    ParagraphKind,
    ParsedCable,
    ParseProblem,
    PartKind,
)


def parse(text: str, *, reference_id: str | None = None) -> ParsedCable:
    """Parse the text of a telegram: header, labelled lines, paragraphs, signature.

    Args:
        text: Header and body as the source has them, line ends and pilcrows included.
        reference_id: The cable's canonical ID where the source names it.

    Returns:
        The cable. Its parts, joined, are the text; what could not be read is told in `problems`.

    Raises:
        NotACable: The text has neither header, classification line, label nor numbered paragraph.
    """
    cable = parse_any(text, reference_id=reference_id or "")
    if not _is_recognized(cable):
        found = "an empty text" if not text.strip() else "a text in which nothing of a cable stands"
        raise NotACable(
            f"Found {found}; expected a header with FM, TO or a date-time group, a classification "
            "line such as 'UNCLAS MOSCOW 000849', a label such as 'SUBJECT:', or a paragraph that "
            "begins '1. (C)'."
        )
    return cable


def _is_recognized(cable: ParsedCable) -> bool:
    """Tell whether anything was found by which a cable could be told."""
    numbered = any(item.kind is ParagraphKind.NUMBERED for item in cable.paragraphs)
    said = cable.classification or cable.tags or cable.subject or cable.executive_order
    return bool(cable.header.end or said or cable.references or cable.classified_by or numbered)


MAX_OTHER_COPIES = 4
"""Other copies that are looked at; one is usual, a text with more is no cable's."""
MAX_SECTION_HEADER_LENGTH = 2000
"""Characters before a section's classification line in which its head is looked for."""
MAX_PREAMBLE_LENGTH = 4000
"""Characters of a copy in which its labelled lines are looked for."""


class _Stretches(NamedTuple):
    """The text with its stretches told apart."""

    text: str
    head: Header
    created: datetime | None
    lines: Sequence[Line]
    """Of the cable's body, cut at page marks, paragraphs and labels inside lines."""
    before: Sequence[Line]
    """Those before the first numbered paragraph, page marks left out."""
    starts: Sequence[ParagraphStart]
    marks: tuple[PageMark, ...]
    copy: CableText


def parse_any(text: str, *, reference_id: str = "") -> ParsedCable:
    """Read any text at all as a cable; `parse` is this for texts that are one."""
    told = _divide(text, reference_id)
    labelled = preamble.read_preamble(told.before, numbered=bool(told.starts))
    labelled = preamble.complete_preamble(labelled, _other_preambles(text, told.copy))
    return _cable(told, labelled, reference_id)


def _divide(text: str, reference_id: str) -> _Stretches:
    """Find header, page marks and the copy to read, then the lines of that."""
    marks = page_marks.find_page_marks(text)
    openings = classification.find_classification_lines(text)
    ends = [(mark.start, mark.end) for mark in marks] + [(one.start, one.end) for one in openings]
    all_lines = lines.split_lines(text, [place for span in ends for place in span])
    copy = boundaries.choose_cable_text(text, all_lines, openings, reference_id)
    if copy.classification_line:
        marks = sections.merge_marks(
            marks, sections.section_marks(all_lines, copy.classification_line, copy.later_sections)
        )
    above = [line for line in all_lines if line.full_start < copy.start]
    head, created = header.read_header(above, copy.body_start)
    created = created or next(
        filter(None, (dates.parse_dated_line(line.text) for line in above)), None
    )
    created = created or _repeated_time(text, copy)
    own, starts = _body(text, copy, marks, all_lines)
    first = starts[0].start if starts else copy.end
    places = page_marks.PageMarkIndex(marks)
    before = [line for line in own if line.start < first and not places.covers(line.start)]
    return _Stretches(text, head, created, own, before, starts, marks, copy)


def _repeated_time(text: str, copy: CableText) -> datetime | None:
    """Return the moment that the head of a later section repeats (03ROME2045), UTC."""
    for section in copy.later_sections:
        begin = max(copy.start, section.start - MAX_SECTION_HEADER_LENGTH)
        for group in dates.REPEATED_DATE_TIME_GROUP.finditer(text, begin, section.start):
            if created := dates.datetime_of_group(group):
                return created
    return None


def _body(
    text: str, copy: CableText, marks: tuple[PageMark, ...], all_lines: Sequence[Line]
) -> tuple[list[Line], list[ParagraphStart]]:
    """Return the lines of a copy, cut where something begins inside, and its paragraphs' starts."""
    body = copy.classification_line.end if copy.classification_line else copy.start
    own = [line for line in all_lines if body <= line.full_start < copy.end]
    starts = paragraph_numbers.choose_paragraph_starts(paragraph_numbers.find_candidates(own))
    first = starts[0].start if starts else copy.end
    cuts = [
        *(mark.end for mark in marks),
        *(start.start for start in starts if start.inline),
        *labeled_lines.inline_label_offsets(text, body, first),
    ]
    own = lines.cut_lines(text, own, cuts)
    own = lines.cut_lines(
        text, own, inline_headings.inline_heading_offsets(own, {start.start for start in starts})
    )
    own = [line for line in own if body <= line.full_start < copy.end]
    return lines.without_double_spacing(own), starts


def _other_preambles(text: str, copy: CableText) -> Iterator[Preamble]:
    """Yield the labelled lines of the copies that are not read."""
    for start, end in copy.other_copies[:MAX_OTHER_COPIES]:
        stop = min(end, start + MAX_PREAMBLE_LENGTH)
        own = lines.split_lines(
            text, labeled_lines.inline_label_offsets(text, start, stop), start=start, end=stop
        )
        yield preamble.read_preamble(own, numbered=False)


def _cable(told: _Stretches, labelled: Preamble, reference_id: str) -> ParsedCable:
    text, copy, marks, opening = told.text, told.copy, told.marks, told.copy.classification_line
    reference_id = reference_id or fields.derived_reference_id(copy, told.created)
    ending = signature.read_ending(text, told.lines, marks, copy.end)
    body = paragraphs.read_paragraphs(text, _prose(told, labelled, ending), told.starts, marks)
    order = fields.first_executive_order(text, labelled)
    captions = fields.all_captions(copy, labelled)
    words, marking = fields.first_subject(text, labelled, marks)
    by = fields.citing_cable(reference_id, told.created)
    return ParsedCable(
        text=text,
        body_start=copy.body_start,
        parts=tile(text, _claims(told, labelled, ending, body)),
        reference_id=reference_id,
        header=told.head,
        created=told.created,
        classification=classification.format_classification(opening, captions),
        printed_post=opening.post if opening else "",
        serial=opening.serial if opening else None,
        sections=opening.sections if opening else 1,
        captions=captions,
        attention=labelled.attention,
        executive_order=order.number,
        declassify_on=order.declassify_on,
        declassify_note=order.declassify_note,
        tags=fields.all_tags(text, labelled),
        subject=words,
        subject_marking=marking,
        references=fields.all_references(text, labelled, marks, by),
        classified_by=fields.classifier(text, labelled, body.paragraphs),
        summary=summary.read_summary(text, body.paragraphs, marks),
        headings=body.headings,
        paragraphs=body.paragraphs,
        page_marks=tuple(mark for mark in marks if copy.start <= mark.start < copy.end),
        signature=ending.signature,
        old_anchors=anchors.old_anchors(text, {item.anchor for item in body.paragraphs}),
        problems=tuple(_problems(told, labelled, body, reference_id)),
    )


def _problems(
    told: _Stretches, labelled: Preamble, body: ParsedBody, reference_id: str
) -> Iterator[ParseProblem]:
    yield from told.copy.problems
    yield from notes.record_mismatch(told.text, told.copy, reference_id)
    yield from fields.label_problems(told.text, labelled)
    yield from notes.missing_text(told.text, told.copy)
    yield from notes.lost_pilcrows(told.starts)
    yield from notes.numbering_problems(told.starts)
    yield from notes.broken_off_paragraphs(told.text, body.paragraphs)


def _prose(told: _Stretches, labelled: Preamble, ending: CableEnding) -> list[Line]:
    """Return the lines behind the labels and before the signature."""
    if labelled.end_index < len(told.before):
        begin = told.before[labelled.end_index].full_start
    else:
        begin = told.starts[0].start if told.starts else told.copy.end
    behind = [line for line in told.lines if line.full_end > begin and line.start < ending.text_end]
    return [
        line
        for line in lines.cut_lines(told.text, behind, [ending.text_end])
        if line.full_start < ending.text_end
    ]


def _claims(
    told: _Stretches, labelled: Preamble, ending: CableEnding, body: ParsedBody
) -> Iterator[Claim]:
    """Yield what each stage understood, the surer ones first."""
    copy, head = told.copy, told.head
    yield Claim(copy.end, len(told.text), PartKind.FUSED)
    if head.end <= copy.body_start:
        yield Claim(head.start, head.end, PartKind.HEADER)
    if copy.classification_line:
        yield Claim(
            copy.classification_line.start, copy.classification_line.end, PartKind.CLASSIFICATION
        )
    for mark in told.marks:
        if copy.start <= mark.start:
            yield Claim(mark.start, mark.end, PartKind.PAGE_MARK)
    yield from labelled.claims
    yield from body.claims
    if ending.signature:
        yield Claim(ending.signature.start, ending.signature.end, PartKind.SIGNATURE)
        yield from _trailer(told.text, ending.text_end, ending.signature.start)
    yield from _trailer(told.text, ending.trailer_start, copy.end)


def _trailer(text: str, start: int, end: int) -> Iterator[Claim]:
    words = text[start:end].strip()
    if words:
        start = text.find(words, start, end)
        yield Claim(start, start + len(words), PartKind.TRAILER)
