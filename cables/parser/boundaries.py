"""Which stretch of a text is the cable: texts that hold it twice, or a second cable behind it."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import Final, NamedTuple

from cables.facts.posts import current_post_code
from cables.parser import classification, header, reference_ids, sections
from cables.parser.classification import ClassificationLine
from cables.parser.lines import Line
from cables.parser.values import ParseProblem

LABELS_AHEAD: Final = re.compile(
    r"\b(?:E\.?O\.?[ ]?1\d{4}|TAGS|SUBJECT|SUBJ|SIPDIS)\b", re.IGNORECASE
)
MAX_LABEL_DISTANCE: Final = 1500
"""In so many characters behind a classification line stand the labels of a telegram."""
TABLE_ROW: Final = re.compile(
    r"""
    ^ "? ,? \s? \d{1,6} [, ] \d{1,2}/\d{1,2}/\d{4} [ ] \d{1,2}:\d\d [, ] \d\d [A-Z]+ \d+ [, ]
    | ^ 0 [ ] \d\d/\d\d/\d{4} [ ] \d+ [ ] [A-Z,]+
    """,
    re.VERBOSE | re.MULTILINE,
)
"""A row of a table of cables behind the text. Example: `19285,7/30/2004 12:31,04THEHAGUE1916,`
(04THEHAGUE1915)."""
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
"""Lines that no header holds."""


class CableText(NamedTuple):
    """The stretch of a text that is the cable."""

    classification_line: ClassificationLine | None
    body_start: int
    """Where the header at the top of the text ends."""
    start: int
    """Where the telegram's own body begins: its classification line."""
    end: int
    """One past its end: of the text, or where another text begins."""
    later_sections: tuple[ClassificationLine, ...]
    """Classification lines of the later sections, inside the stretch."""
    other_copies: tuple[tuple[int, int], ...] = ()
    """Where other copies of the same cable begin and end, behind their classification lines."""
    problems: tuple[ParseProblem, ...] = ()


def choose_cable_text(
    text: str, lines: Sequence[Line], openings: Sequence[ClassificationLine], reference_id: str
) -> CableText:
    """Choose the fullest copy of the cable that the text is about.

    Args:
        text: The whole text.
        lines: Its lines, cut at the openings.
        openings: Its classification lines with a serial, in order.
        reference_id: The cable's ID where it is known, else empty.
    """
    body_start = _header_end(lines, openings)
    if not openings:
        bare = _bare(lines, body_start)
        start = bare.start if bare else body_start
        return CableText(bare, body_start, start, len(text), ())
    begins = [line.full_start for line in lines]
    key = _key(openings, reference_id)
    firsts = _firsts(text, openings, key)
    before = [_before(lines, begins, one.start, previous.end) for previous, one in pairwise(firsts)]
    ends = [*before, _fused(text, lines, begins, openings, key)]
    sizes = [end - one.start for one, end in zip(firsts, ends, strict=True)]
    best = sizes.index(max(sizes))
    opening, end = firsts[best], ends[best]
    breaks = tuple(one for one in openings if opening.start < one.start < end and one.key == key)
    others = tuple(
        (one.end, stop) for one, stop in zip(firsts, ends, strict=True) if one is not opening
    )
    problems = tuple(_problems(text, firsts, best, ends[-1], reference_id))
    return CableText(opening, body_start, opening.start, end, breaks, others, problems)


def _before(lines: Sequence[Line], begins: Sequence[int], place: int, floor: int) -> int:
    """Return where the header before a classification line begins, not before another place."""
    at, lowest = bisect_right(begins, place) - 1, bisect_left(begins, floor)
    return lines[sections.header_start(lines, at, lowest)].full_start


def _header_end(lines: Sequence[Line], openings: Sequence[ClassificationLine]) -> int:
    """Return where the lines end that are the header at the top of the text; 0 without one.

    Blank lines behind the header are its own: the body begins with words.
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


def _bare(lines: Sequence[Line], body_start: int) -> ClassificationLine | None:
    behind = (line for line in lines if line.full_start >= body_start and line.text)
    for _, line in zip(range(40), behind, strict=False):  # not far into the prose
        opening = classification.bare_classification_line(line)
        if opening:
            return opening
    return None


def _key(openings: Sequence[ClassificationLine], reference_id: str) -> tuple[str, int | None]:
    """Return post and serial of the cable: those of its ID if the text has them, else the first."""
    keys = [opening.key for opening in openings]
    try:
        _, post, serial = reference_ids.split_reference_id(reference_id)
    except ValueError:
        return keys[0]
    return (post, serial) if (post, serial) in keys else keys[0]


def _firsts(
    text: str, openings: Sequence[ClassificationLine], key: tuple[str, int | None]
) -> list[ClassificationLine]:
    """Return the openings at which a copy of the cable begins."""
    firsts: list[ClassificationLine] = []
    for opening in openings:
        first_section = opening.section <= 1
        if opening.key == key and (not firsts or (first_section and _labelled(text, opening))):
            firsts.append(opening)
    return firsts


def _labelled(text: str, opening: ClassificationLine) -> bool:
    return bool(LABELS_AHEAD.search(text, opening.end, opening.end + MAX_LABEL_DISTANCE))


def _fused(
    text: str,
    lines: Sequence[Line],
    begins: Sequence[int],
    openings: Sequence[ClassificationLine],
    key: tuple[str, int | None],
) -> int:
    """Return where a text of another cable begins behind the last section of this one."""
    last = max(one.start for one in openings if one.key == key)
    residue = TABLE_ROW.search(text, last)
    end = residue.start() if residue else len(text)
    for opening in openings:
        other = opening.key != key and opening.section <= 1
        if last < opening.start < end and other and _labelled(text, opening):
            return _before(lines, begins, opening.start, last + 1)
    return end


def _problems(
    text: str, firsts: Sequence[ClassificationLine], best: int, fused: int, reference_id: str
) -> Iterator[ParseProblem]:
    opening = firsts[best]
    number = text.count("\n", 0, opening.start) + 1
    if len(firsts) > 1:
        message = (
            f"The text holds the cable {len(firsts)} times; the fullest copy, from line {number}, "
            "is read, the other kept as it stands."
        )
        yield ParseProblem(code="doubled-body", line=number, message=message)
    if text[fused:].strip():
        behind = text.count("\n", 0, fused) + 1
        message = f"From line {behind} on stands another text; it is kept but not read."
        yield ParseProblem(code="fused-cable", line=behind, message=message)
    if _is_another(opening, reference_id):
        printed = f"{opening.post} {opening.serial}"
        message = f"The classification line names {printed}, not {reference_id}."
        yield ParseProblem(code="other-id", line=number, message=message, printed=printed)


def _is_another(opening: ClassificationLine, reference_id: str) -> bool:
    """Tell whether post and serial of a classification line are another cable's."""
    try:
        _, post, serial = reference_ids.split_reference_id(reference_id)
    except ValueError:
        return False
    return opening.serial != serial and current_post_code(opening.key[0]) != current_post_code(post)
