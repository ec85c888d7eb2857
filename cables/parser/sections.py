"""Later sections of a telegram, each of which repeats the header and the labeled lines."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from cables.parser import addressees, captions, classification, header, labeled_lines
from cables.parser.classification import ClassificationLine
from cables.parser.lines import Line
from cables.parser.values import PageMark

MAX_REPEATED_LINES: Final = 40
"""Lines of the first section, and of a later one, that are compared."""
MAX_HEADER_LINES: Final = 90
"""Lines before a classification line that are searched for its header."""
MAX_ADDRESSEE_LENGTH: Final = 80
MAX_ATTENTION_LENGTH: Final = 75
RECORD_HEAD: Final = re.compile(
    r'"?,?\s?\d{1,6}[,\t ]\d|id: \d|\d{1,6}$|\d{4}-\d\d-\d\d|header:|-{5,} header ends'
    r"|\d\d[A-Z]{3,40}\d+(?:\||$)"
)
"""The head of an exported record, above the header. Example: `id: 2745` (02BOGOTA3281)."""
PAGE_HEAD: Final = re.compile(r"PAGE (?P<page>\d\d)\b|N{3,4}$|[A-Z ]*\bPTQ\d{4}$")
"""Examples: `PAGE 03 RUEHFRA2440` before the classification line (07PARIS2440), `NNNN`,
`CONFIDENTIAL     PTQ0798` (03ROME2045)."""
SENTENCE: Final = re.compile(
    r"[.,:;?!)-](?:\s|$)|\u00b6|[(]?\d{1,3}[.)]|\b[a-z]{2,} [a-z]{2,} [a-z]{2,}\b"
)
"""What a list of addressees does not have, and prose in capitals soon has (07PARIS2440)."""


def header_start(lines: Sequence[Line], opening: int, floor: int) -> int:
    """Return the index of the first line of the header above a classification line.

    From below, a header is a list of addressees, then lines that only a header has. Without these
    the list is prose: `TO BE BETWEEN $120 AND $130 MILLION` (1979LAPAZ00230).

    Args:
        lines: The lines of the text.
        opening: Index of the classification line; returned if it has no header.
        floor: Index of the first line that may be part of that header.
    """
    first = opening
    after_unknown = False
    for at in range(opening - 1, max(floor, opening - MAX_HEADER_LINES) - 1, -1):
        text = lines[at].text
        if not text:
            continue
        below_header = first == opening
        level = not (below_header or after_unknown) and _is_level_or_page(lines[at])
        if level or _is_header_line(text):
            first, after_unknown = at, False
        elif after_unknown or not _may_be_addressee(text):
            break
        else:  # an addressee; above them at most one such line, as `Embassy Mexico` (06MEXICO505)
            after_unknown = not below_header
    return first


def _is_header_line(text: str) -> bool:
    """Return whether only a header or a record has such a line."""
    if addressees.LABEL.match(text) and not header.DISTRIBUTION.match(text):
        return False
    return header.is_header_line(text) or bool(RECORD_HEAD.match(text))


def _is_level_or_page(line: Line) -> bool:
    return bool(PAGE_HEAD.match(line.text) or classification.bare_classification_line(line))


def _may_be_addressee(text: str) -> bool:
    return len(text) <= MAX_ADDRESSEE_LENGTH and not SENTENCE.search(text)


def section_marks(
    lines: Sequence[Line], opening: ClassificationLine, later: Sequence[ClassificationLine]
) -> tuple[PageMark, ...]:
    """Return a mark for each later section, from its header to its last repeated line.

    Args:
        lines: The lines of the text, cut at the classification lines.
        opening: The first section's classification line.
        later: Those of the later sections, in order.
    """
    begins = [line.full_start for line in lines]
    first = bisect_left(begins, opening.end)
    marks: list[PageMark] = []
    head: set[str] = set()
    for section in later:
        at = bisect_right(begins, section.start) - 1
        header_at = header_start(lines, at, first)
        page_line = PAGE_HEAD.match(lines[at - 1].text) if at else None
        if page_line and lines[at - 1].number == lines[at].number:
            header_at = at - 1
        start = max(lines[header_at].start, marks[-1].end if marks else 0)
        first_lines = lines[first : min(first + MAX_REPEATED_LINES, header_at)]
        head = head or {_key(line.text) for line in first_lines if line.text}
        end = lines[_last_repeated(lines, bisect_left(begins, section.end), head)].end
        end = max(end, section.end)
        if start < end:  # the previous mark may cover a section that has no text
            mark = PageMark(
                start=start,
                end=end,
                page=max(section.section, 1),
                pages=section.sections,
                printed=f"SECTION {section.section:02} OF {section.sections:02}",
                repeats_header=end > section.end or lines[header_at].number < lines[at].number,
            )
            page = page_line["page"] if page_line and not section.section else None
            if page:
                mark = replace(mark, page=int(page), pages=0, printed=f"PAGE {page}")
            marks.append(mark)
    return tuple(marks)


def merge_marks(smaller: Sequence[PageMark], larger: Sequence[PageMark]) -> tuple[PageMark, ...]:
    """Return all marks in order, without the smaller ones that overlap a larger one."""
    starts = [mark.start for mark in larger]
    kept = list(larger)
    for mark in smaller:
        at = bisect_right(starts, mark.end - 1) - 1
        if at < 0 or larger[at].end <= mark.start:
            kept.append(mark)
    return tuple(sorted(kept, key=lambda mark: mark.start))


def _key(text: str) -> str:
    """Return a line without spaces, which one copy may lack: `FORJANE` (1979LAPAZ06614)."""
    return "".join(text.upper().split())


def _last_repeated(lines: Sequence[Line], at: int, head: set[str]) -> int:
    """Return the index of the last line that repeats the head of the first section.

    An attention line may differ, but only above the labels.
    """
    last, above_labels = at - 1, False
    for index in range(at, min(len(lines), at + MAX_REPEATED_LINES)):
        text = lines[index].text
        if not text:
            continue
        label = bool(labeled_lines.match_label(text))
        if label or (not above_labels and _is_repeated(lines[index], head)):
            last, above_labels = index, False
        elif _may_be_attention(text):
            above_labels = True
        elif not (above_labels and _is_repeated(lines[index], head)):
            break
    return last


def _is_repeated(line: Line, head: set[str]) -> bool:
    return (
        _key(line.text) in head
        or bool(labeled_lines.PAGE_MARK.match(line.text))
        or captions.leading_codes(line.text)[1] == len(line.text)
        or bool(classification.bare_classification_line(line))
    )


def _may_be_attention(text: str) -> bool:
    return (
        len(text) <= MAX_ATTENTION_LENGTH
        and captions.is_all_capitals(text)
        and captions.is_attention_line(text)
    )
