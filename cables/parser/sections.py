"""Later sections of a telegram, each of which repeats the header and the labeled lines."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from typing import Final

from cables.parser import captions, classification, header, labeled_lines
from cables.parser.classification import ClassificationLine
from cables.parser.lines import Line
from cables.parser.values import PageMark

MAX_REPEATED_LINES: Final = 40
"""Lines of the first section, and of a later one, that are compared."""
MAX_HEADER_LINES: Final = 90
"""Lines before a classification line that are searched for its header."""
MAX_LEVEL_DISTANCE: Final = 8
"""Lines between the previous page's level and a header (90CAPETOWN97)."""
RECORD_HEAD: Final = re.compile(
    r'"?,?\s?\d{1,6}[,\t ]\d|id: \d|\d{1,6}$|\d{4}-\d\d-\d\d|header:|-{5,} header ends'
)
"""The head of an exported record, above the header. Example: `id: 2745` (02BOGOTA3281)."""
PROSE: Final = re.compile(r"\b[a-z]{2,} [a-z]{2,} [a-z]{2,}\b|[a-z]{3}\.$")


def header_start(lines: Sequence[Line], opening: int, floor: int) -> int:
    """Return the index of the first line of the header above a classification line.

    Args:
        lines: The lines of the text.
        opening: Index of the classification line; returned if it has no header.
        floor: Index of the first line that may be part of that header.
    """
    first = opening
    for at in range(opening - 1, max(floor, opening - MAX_HEADER_LINES) - 1, -1):
        text = lines[at].text
        if header.is_header_line(text) or RECORD_HEAD.match(text):
            first = at
        elif text and PROSE.search(text):
            break
        elif (
            text
            and classification.bare_classification_line(lines[at])
            and first - at <= MAX_LEVEL_DISTANCE
        ):
            first = at
    return first


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
        start = max(lines[header_at].start, marks[-1].end if marks else 0)
        first_lines = lines[first : min(first + MAX_REPEATED_LINES, header_at)]
        head = head or {_key(line.text) for line in first_lines if line.text}
        end = lines[_last_repeated(lines, bisect_left(begins, section.end), head)].end
        end = max(end, section.end)
        if start < end:  # the previous mark may cover a section that has no text
            page, pages = max(section.section, 1), section.sections
            printed = f"SECTION {section.section:02} OF {section.sections:02}"
            marks.append(PageMark(start=start, end=end, page=page, pages=pages, printed=printed))
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
    return " ".join(text.upper().split())


def _last_repeated(lines: Sequence[Line], at: int, head: set[str]) -> int:
    """Return the index of the last line that repeats the head of the first section."""
    last = at - 1
    for index in range(at, min(len(lines), at + MAX_REPEATED_LINES)):
        text = lines[index].text
        if not text:
            continue
        known = (
            _key(text) in head
            or labeled_lines.match_label(text)
            or labeled_lines.PAGE_MARK.match(text)
        )
        if not (known or captions.leading_codes(text)[0] or _is_page_head(lines[index])):
            break
        last = index
    return last


def _is_page_head(line: Line) -> bool:
    return bool(classification.bare_classification_line(line)) or (
        captions.is_all_capitals(line.text) and captions.is_attention_line(line.text)
    )
