"""Find where the cable begins and ends in a text that repeats it or has another after it."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from itertools import islice, pairwise
from typing import Final, NamedTuple

from cables.facts.posts import current_post_code
from cables.parser import blocks, classification, header, reference_ids, sections
from cables.parser.classification import ClassificationLine
from cables.parser.lines import Line
from cables.parser.values import ParseProblem

LABELS_AHEAD: Final = re.compile(
    r"\b(?:E\.?O\.?[ ]?1\d{4}|TAGS|SUBJECT|SUBJ|SIPDIS)\b", re.IGNORECASE
)
MAX_LABEL_DISTANCE: Final = 1500
"""Characters after a classification line that are searched for labels."""
TABLE_ROW: Final = re.compile(
    r"""
    ^ "? ,? \s? \d{1,6} [, ] \d{1,2}/\d{1,2}/\d{4} [ ] \d{1,2}:\d\d [, ]
      (?P<id> \d\d [A-Z]+ \d+ ) [, ]
    | ^ 0 [ ] \d\d/\d\d/\d{4} [ ] \d+ [ ] [A-Z,]+
    """,
    re.VERBOSE | re.MULTILINE,
)
"""A row of a table of cables after the text. Example: `19285,7/30/2004 12:31,04THEHAGUE1916,`
(04THEHAGUE1915)."""
SAME_LENGTH: Final = 0.9
"""Copies of at least this share of the longest one's length differ only in details."""
MAX_TOP_LINES: Final = 40
"""Lines of a body that are searched for a classification line without a serial."""
NON_HEADER_LINE: Final = re.compile(
    r"""
    \d{1,6} $                                             # number-line records (07MONTERREY130)
    | id: [ ] \d
    | (?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day, [ ]     # Friday, 07 September 2007, 10:49
    | \d{4}-\d\d-\d\d | \d{1,6} [,\t] | Cable [ ] dated:
    | (?:E\.?O\.?[ ]?1\d{4}|TAGS|SUBJECT|SUBJ|REF)\b
    | ¶? \d{1,2} [.)] [ ]? [(A-Z]
    """,
    re.VERBOSE | re.IGNORECASE,
)
"""Lines that are never part of a header."""


class CableText(NamedTuple):
    """The stretch of a text that is the cable."""

    classification_line: ClassificationLine | None
    body_start: int
    """Where the header at the top of the text ends."""
    start: int
    """Where the telegram's body begins: its classification line."""
    end: int
    """One past its end: where another text begins, else the end of the text."""
    later_sections: tuple[ClassificationLine, ...]
    """Classification lines of its later sections."""
    other_copies: tuple[tuple[int, int], ...] = ()
    """Where other copies of the same cable begin and end, without their classification lines."""
    other_start: int = 0
    """Where the text of another cable begins; before it are copies or the rest of a record."""
    problems: tuple[ParseProblem, ...] = ()


def choose_cable_text(
    text: str, lines: Sequence[Line], openings: Sequence[ClassificationLine], reference_id: str
) -> CableText:
    """Choose the fullest copy of the cable.

    Args:
        text: The whole text.
        lines: Its lines, cut at the openings.
        openings: Its classification lines with a serial, in order.
        reference_id: The cable's ID; empty if unknown.
    """
    body_start = _header_end(lines, openings)
    if not openings:
        bare = _first_bare_line(lines, body_start)
        start = bare.start if bare else body_start
        return CableText(bare, body_start, start, len(text), (), other_start=len(text))
    begins = [line.full_start for line in lines]
    key = _key(openings, reference_id)
    firsts = _firsts(text, openings, key)
    ends = [
        _header_start(lines, begins, following.start, first.end)
        for first, following in pairwise(firsts)
    ]
    last_end, other_start = _last_end(text, lines, begins, openings, key)
    ends.append(last_end)
    best = _fullest([text[first.start : stop] for first, stop in zip(firsts, ends, strict=True)])
    opening, end = firsts[best], ends[best]
    later_sections = tuple(
        line for line in openings if opening.start < line.start < end and line.key == key
    )
    other_copies = tuple(
        (first.end, stop) for first, stop in zip(firsts, ends, strict=True) if first is not opening
    )
    problems = tuple(_problems(text, firsts, best, other_start, reference_id))
    return CableText(
        opening, body_start, opening.start, end, later_sections, other_copies, other_start, problems
    )


def _fullest(copies: Sequence[str]) -> int:
    """Return the index of the longest copy, or of the one as long that has more redactions.

    What one copy withholds, another must not show.
    """
    if len(copies) == 1:
        return 0
    longest = max(map(len, copies))
    full = [at for at, copy in enumerate(copies) if len(copy) >= SAME_LENGTH * longest]
    redactions = [len(blocks.REDACTION.findall(copies[at])) for at in full]
    if len(set(redactions)) > 1:
        return full[redactions.index(max(redactions))]
    return max(full, key=lambda at: len(copies[at]))


def _header_start(lines: Sequence[Line], begins: Sequence[int], start: int, floor: int) -> int:
    """Return where the header above a classification line begins, not before `floor`."""
    at, lowest = bisect_right(begins, start) - 1, bisect_left(begins, floor)
    return lines[sections.header_start(lines, at, lowest)].full_start


def _header_end(lines: Sequence[Line], openings: Sequence[ClassificationLine]) -> int:
    """Return where the header at the top of the text ends; 0 if there is none.

    Blank lines after the header belong to it, since the body begins with words.
    """
    limit = openings[0].start if openings else None
    end, evidence = 0, False
    for line in lines:
        if limit is not None and line.full_start >= limit:
            break
        if not line.text:
            end = line.full_end if end else 0
            continue
        if header.is_header_line(line.text):
            evidence = True
        elif evidence and (
            NON_HEADER_LINE.match(line.text) or classification.bare_classification_line(line)
        ):
            break
        if evidence:
            end = line.full_end
    return end


def _first_bare_line(lines: Sequence[Line], body_start: int) -> ClassificationLine | None:
    """Return a classification line without a serial, if one is near the top of the body."""
    below = (line for line in lines if line.full_start >= body_start and line.text)
    bare = (classification.bare_classification_line(line) for line in islice(below, MAX_TOP_LINES))
    return next(filter(None, bare), None)


def _key(openings: Sequence[ClassificationLine], reference_id: str) -> tuple[str, int | None]:
    """Return post and serial of the ID if the text has them, else the first in the text."""
    keys = [opening.key for opening in openings]
    own = _id_key(reference_id)
    return own if own in keys else keys[0]


def _id_key(reference_id: str) -> tuple[str, int | None]:
    """Return post and serial of an ID; empty if it is not canonical."""
    try:
        return reference_ids.split_reference_id(reference_id)[1:]
    except ValueError:
        return "", None


def _firsts(
    text: str, openings: Sequence[ClassificationLine], key: tuple[str, int | None]
) -> list[ClassificationLine]:
    """Return the classification lines with which a copy of the cable begins."""
    firsts: list[ClassificationLine] = []
    for opening in openings:
        first_section = opening.section <= 1
        if opening.key == key and (not firsts or (first_section and _has_labels(text, opening))):
            firsts.append(opening)
    return firsts


def _has_labels(text: str, opening: ClassificationLine) -> bool:
    return bool(LABELS_AHEAD.search(text, opening.end, opening.end + MAX_LABEL_DISTANCE))


def _last_end(
    text: str,
    lines: Sequence[Line],
    begins: Sequence[int],
    openings: Sequence[ClassificationLine],
    key: tuple[str, int | None],
) -> tuple[int, int]:
    """Return where the last copy ends, and where the text of another cable begins after it."""
    last = max(opening.start for opening in openings if opening.key == key)
    row = TABLE_ROW.search(text, last)
    end = row.start() if row else len(text)
    for opening in openings:
        is_other = opening.key != key and opening.section <= 1
        if last < opening.start and is_other and _has_labels(text, opening):
            end = min(end, _header_start(lines, begins, opening.start, last + 1))
            return end, end
    is_other = bool(row and row["id"] and _id_key(row["id"]) != key)
    return end, end if is_other else len(text)


def _problems(
    text: str, firsts: Sequence[ClassificationLine], best: int, end: int, reference_id: str
) -> Iterator[ParseProblem]:
    opening = firsts[best]
    number = text.count("\n", 0, opening.start) + 1
    if len(firsts) > 1:
        message = (
            f"The source contains {len(firsts)} copies of this cable; the fullest, which starts at "
            f"line {number}, is shown."
        )
        yield ParseProblem(code="doubled-body", line=number, message=message)
    if text[end:].strip():
        line = text.count("\n", 0, end) + 1
        message = f"Another text starts at line {line}; it is stored but not parsed."
        yield ParseProblem(code="fused-cable", line=line, message=message)
    if _is_another(opening, reference_id):
        printed = f"{opening.post} {opening.serial}"
        message = f"The classification line names {printed}, not {reference_id}."
        yield ParseProblem(code="other-id", line=number, message=message, printed=printed)


def _is_another(opening: ClassificationLine, reference_id: str) -> bool:
    """Return whether post and serial of a classification line belong to another cable."""
    post, serial = _id_key(reference_id)
    same_post = current_post_code(opening.key[0]) == current_post_code(post)
    return serial is not None and opening.serial != serial and not same_post
