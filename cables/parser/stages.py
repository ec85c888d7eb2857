"""The stages of parsing: each takes the state and returns it with its own fields filled in."""

from collections.abc import Iterator, Sequence
from datetime import datetime
from operator import attrgetter
from typing import Final

from cables.parser import (
    anchors,
    boundaries,
    classification,
    closing,
    dates,
    fields,
    foreign_lines,
    header,
    inline_headings,
    labeled_lines,
    lines,
    notes,
    page_marks,
    paragraph_numbers,
    paragraphs,
    preamble,
    references,
    repairs,
    sections,
    signature,
    summary,
    tiling,
)
from cables.parser.boundaries import CableText
from cables.parser.lines import Line
from cables.parser.preamble import Preamble
from cables.parser.state import ParseState
from cables.parser.tiling import Claim
from cables.parser.values import (
    ParsedCable,
    PartKind,
    Signature,
)

MAX_OTHER_COPIES: Final = 4
"""Other copies that are searched for labels; one is usual."""
MAX_SECTION_HEADER_LENGTH: Final = 2000
"""Characters before a section's classification line that are searched for its header."""
MAX_PREAMBLE_LENGTH: Final = 4000
"""Characters of another copy that are searched for labeled lines."""


def split_lines(state: ParseState) -> ParseState:
    """Split the text into lines, and lines at page marks and classification lines."""
    marks = page_marks.find_page_marks(state.text)
    classification_lines = classification.find_classification_lines(state.text)
    spans = [(mark.start, mark.end) for mark in marks]
    spans += [(line.start, line.end) for line in classification_lines]
    cuts = [offset for span in spans for offset in span]
    return state._replace(
        lines=lines.split_lines(state.text, cuts),
        classification_lines=classification_lines,
        page_marks=marks,
    )


def choose_cable_text(state: ParseState) -> ParseState:
    """Choose the stretch of the text that is the cable."""
    cable_text = boundaries.choose_cable_text(
        state.text, _unmarked_lines(state), state.classification_lines, state.reference_id
    )
    return state._replace(cable_text=cable_text)


def _unmarked_lines(state: ParseState) -> Sequence[Line]:
    """Return the lines outside of marks of later pages, which interrupt lists of addressees."""
    later = page_marks.PageMarkIndex([mark for mark in state.page_marks if mark.page > 1])
    return [line for line in state.lines if not later.covers(line.start)]


def add_section_marks(state: ParseState) -> ParseState:
    """Turn the repeated header and labels of later sections into page marks."""
    first, later = state.cable_text.classification_line, state.cable_text.later_sections
    if not first:
        return state
    marks = sections.section_marks(state.lines, first, later)
    return state._replace(page_marks=sections.merge_marks(state.page_marks, marks))


def read_header(state: ParseState) -> ParseState:
    """Read the header, and the time from it or from the first other place that has one."""
    start = state.cable_text.start
    above = [line for line in _unmarked_lines(state) if line.full_start < start]
    cable_header, created = header.read_header(above, state.cable_text.body_start)
    if not created:
        dated = (dates.parse_dated_line(line.text) for line in above)
        created = next(filter(None, dated), None) or _section_time(state.text, state.cable_text)
    return state._replace(header=cable_header, created=created)


def _section_time(text: str, cable_text: CableText) -> datetime | None:
    """Return the time that the header of a later section repeats (03ROME2045), UTC."""
    for section in cable_text.later_sections:
        begin = max(cable_text.start, section.start - MAX_SECTION_HEADER_LENGTH)
        for group in dates.REPEATED_DATE_TIME_GROUP.finditer(text, begin, section.start):
            if created := dates.datetime_of_group(group):
                return created
    return None


def derive_reference_id(state: ParseState) -> ParseState:
    """Derive the ID from the text if the source does not name it."""
    if state.reference_id:
        return state
    derived = fields.derived_reference_id(state.cable_text.classification_line, state.created)
    return state._replace(reference_id=derived)


def find_paragraph_starts(state: ParseState) -> ParseState:
    """Find the numbered paragraphs, and cut the body's lines at all that begins inside them."""
    text, end = state.text, state.cable_text.end
    opening = state.cable_text.classification_line
    body = opening.end if opening else state.cable_text.start
    own_lines = [line for line in state.lines if body <= line.full_start < end]
    starts = paragraph_numbers.choose_paragraph_starts(paragraph_numbers.find_candidates(own_lines))
    first = starts[0].start if starts else end
    cuts = [
        *(mark.end for mark in state.page_marks),
        *(start.start for start in starts if start.inline),
        *labeled_lines.inline_label_offsets(text, body, first),
    ]
    own_lines = lines.cut_lines(text, own_lines, cuts)
    headings = inline_headings.inline_heading_offsets(own_lines, {start.start for start in starts})
    own_lines = lines.cut_lines(text, own_lines, headings)
    own_lines = [line for line in own_lines if body <= line.full_start < end]
    return state._replace(body_lines=lines.without_double_spacing(own_lines), starts=starts)


def read_preamble(state: ParseState) -> ParseState:
    """Read the lines above the first paragraph, with labels that only another copy has."""
    first = state.starts[0].start if state.starts else state.cable_text.end
    marks = page_marks.PageMarkIndex(state.page_marks)
    above = [
        line for line in state.body_lines if line.start < first and not marks.covers(line.start)
    ]
    own = preamble.read_preamble(above, numbered=bool(state.starts))
    prose_start = above[own.end_index].full_start if own.end_index < len(above) else first
    others = _other_preambles(state.text, state.cable_text)
    return state._replace(preamble=preamble.complete_preamble(own, others), prose_start=prose_start)


def _other_preambles(text: str, cable_text: CableText) -> Iterator[Preamble]:
    """Yield the labeled lines of the copies that are not parsed."""
    for start, end in cable_text.other_copies[:MAX_OTHER_COPIES]:
        stop = min(end, start + MAX_PREAMBLE_LENGTH)
        cuts = labeled_lines.inline_label_offsets(text, start, stop)
        copy_lines = lines.split_lines(text, cuts, start=start, end=stop)
        yield preamble.read_preamble(copy_lines, numbered=False)


def read_ending(state: ParseState) -> ParseState:
    """Find the signature and what follows it."""
    ending = signature.read_ending(
        state.text, state.body_lines, state.page_marks, state.cable_text.end
    )
    start = closing.closing_start(state.text, state.prose_start, ending.text_end)
    number_end = state.starts[-1].end if state.starts else 0
    if start < ending.text_end and state.text[number_end:start].strip():
        above = signature.read_ending(state.text, state.body_lines, state.page_marks, start)
        if ending.signature or not above.signature:
            above = ending._replace(text_end=start)
        ending = above if above.signature else above._replace(trailer_start=start)
    copied = None if ending.signature else _copied_signature(state)
    return state._replace(ending=ending, copied_signature=copied)


def _copied_signature(state: ParseState) -> Signature | None:
    """Return the signature of another copy of the cable (08BRATISLAVA377)."""
    for start, end in state.cable_text.other_copies[:MAX_OTHER_COPIES]:
        copy_lines = lines.split_lines(state.text, (), start=start, end=end)
        if found := signature.read_ending(state.text, copy_lines, state.page_marks, end).signature:
            return found
    return None


def mark_foreign_lines(state: ParseState) -> ParseState:
    """Mark what interrupts the paragraphs without being a page-break line."""
    end = state.ending.text_end
    between = [line for line in state.body_lines if state.prose_start <= line.start < end]
    spans = [claim for claim in state.preamble.claims if claim.kind is PartKind.SUBJECT]
    printed = state.text[spans[0].start : spans[0].end].partition(":")[2] if spans else ""
    subject = [line.strip() for line in printed.strip().split("\n") if line.strip()]
    marks = foreign_lines.find_foreign_lines(between, subject, state.page_marks)
    return state._replace(
        page_marks=tuple(sorted((*state.page_marks, *marks), key=attrgetter("start")))
    )


def read_paragraphs(state: ParseState) -> ParseState:
    """Cut the lines between labels and signature into paragraphs and headings."""
    end = state.ending.text_end
    between = [
        line for line in state.body_lines if line.full_end > state.prose_start and line.start < end
    ]
    cuts = [end, *(edge for mark in state.page_marks for edge in (mark.start, mark.end))]
    prose = [line for line in lines.cut_lines(state.text, between, cuts) if line.full_start < end]
    body = paragraphs.read_paragraphs(state.text, prose, state.starts, state.page_marks)
    return state._replace(body=body)


def read_fields(state: ParseState) -> ParseState:
    """Read the values of the labeled lines."""
    citing = fields.citing_cable(state.reference_id, state.created)
    labeled = fields.read_fields(
        state.text, state.preamble, state.page_marks, state.body.paragraphs, citing
    )
    return state._replace(fields=labeled)


def tile_parts(state: ParseState) -> ParseState:
    """Cover the text with parts, each character in exactly one."""
    return state._replace(parts=tiling.tile(state.text, _claims(state)))


def _claims(state: ParseState) -> Iterator[Claim]:
    """Yield what each stage recognized, the most certain first."""
    text, cable_text, ending = state.text, state.cable_text, state.ending
    opening = cable_text.classification_line
    copies = any(start >= cable_text.end for start, _ in cable_text.other_copies)
    rest = PartKind.COPY if copies else PartKind.TRAILER
    yield Claim(cable_text.end, cable_text.other_start, rest)
    yield Claim(cable_text.other_start, len(text), PartKind.FUSED)
    if state.header.end <= cable_text.body_start:
        yield Claim(state.header.start, state.header.end, PartKind.HEADER)
    if opening:
        yield Claim(opening.start, opening.end, PartKind.CLASSIFICATION)
    for mark in state.page_marks:
        if cable_text.start <= mark.start:
            kind = PartKind.SECTION_HEAD if mark.repeats_header else PartKind.PAGE_MARK
            yield Claim(mark.start, mark.end, kind)
    yield from state.preamble.claims
    yield from state.body.claims
    if ending.signature:
        yield Claim(ending.signature.start, ending.signature.end, PartKind.SIGNATURE)
        yield from tiling.trailer_claims(text, ending.text_end, ending.signature.start)
    yield from tiling.trailer_claims(text, ending.trailer_start, cable_text.end)
    for start, end in cable_text.other_copies:
        if start < cable_text.start:
            yield Claim(start, min(end, cable_text.start), PartKind.COPY)
    yield Claim(cable_text.body_start, cable_text.start, PartKind.RECORD)


def collect_problems(state: ParseState) -> ParseState:
    """Collect what was corrected or is missing, for the reader."""
    problems = (
        *state.cable_text.problems,
        *notes.record_mismatch(state.text, state.cable_text, state.reference_id),
        *fields.label_problems(state.text, state.preamble, state.fields),
        *references.reference_problems(state.text, state.fields.references),
        *notes.missing_text(state.text, state.cable_text),
        *notes.lost_pilcrows(state.starts),
        *notes.numbering_problems(state.starts),
        *notes.broken_off_paragraphs(state.text, state.body.paragraphs),
        *repairs.repair_notes(state.text, state.body.paragraphs),
    )
    return state._replace(problems=problems)


def build_cable(state: ParseState) -> ParsedCable:
    """Return the cable that the stages have parsed."""
    cable_text, own_paragraphs = state.cable_text, state.body.paragraphs
    opening, order = cable_text.classification_line, state.fields.order
    captions = fields.all_captions(opening, state.preamble)
    start, end = cable_text.start, cable_text.end
    marks = tuple(mark for mark in state.page_marks if start <= mark.start < end)
    anchor_names = {paragraph.anchor for paragraph in own_paragraphs}
    return ParsedCable(
        text=state.text,
        body_start=cable_text.body_start,
        parts=state.parts,
        reference_id=state.reference_id,
        header=state.header,
        created=state.created,
        classification=classification.format_classification(opening, captions),
        sections=opening.sections if opening else 1,
        captions=captions,
        attention=state.preamble.attention,
        executive_order=order.number,
        declassify_on=order.declassify_on,
        declassify_note=order.declassify_note,
        tags=state.fields.tags,
        subject=repairs.repair_text(state.fields.subject),
        references=state.fields.references,
        classified_by=state.fields.classified_by,
        summary=summary.read_summary(state.text, own_paragraphs, state.page_marks),
        headings=state.body.headings,
        paragraphs=own_paragraphs,
        page_marks=marks,
        signature=state.ending.signature or state.copied_signature,
        old_anchors=anchors.old_anchors(state.text, anchor_names),
        problems=state.problems,
    )
