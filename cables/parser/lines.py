"""A telegram as lines, each knowing where it stands."""

import re
from bisect import bisect_right
from collections.abc import Iterable, Sequence
from itertools import groupby, pairwise
from operator import attrgetter
from typing import Final, NamedTuple

LINE: Final = re.compile(
    r"""
    [^\n\u2028]* [\n\u2028]   # U+2028 ends lines beside the newline in five cables (10MEXICO690)
    | [^\n\u2028]+
    """,
    re.VERBOSE,
)
_BLANKS = "\x1c\x1d\x1e\x1f\x85\xa0\u1680\u2028\u2029\u202f\u205f\u3000"
_SPACES = "".join(map(chr, range(0x2000, 0x200B)))
MARGIN: Final = f" \t\r\f\v\n\\{_BLANKS}{_SPACES}"
"""What may stand beside the words of a line: all that `str.split` takes for a blank, and the
backslash that ends each line of some exports (06BERN898)."""

MIN_SPACING_LINES: Final = 6
"""Blank lines between two of words that a text with double spacing has at least."""
SENTENCE_CONTINUES: Final = re.compile(r"[a-z]+(?![\w.)])")
"""A line that begins with a word in small letters, which is no item of a list (`ii. No`,
09PESHAWAR41)."""
LINE_BREAK_TAG: Final = "<br>"
"""A tag that an export left behind its lines (09MALABO27)."""


class Line(NamedTuple):
    """A line, or a piece of one that was cut."""

    full_start: int
    """First character, indent included."""
    start: int
    """First character of the words; equal to `end` where the line is blank."""
    end: int
    """One past the last character of the words."""
    full_end: int
    """One past the line's end, newline included."""
    number: int
    """The line of the text that it stands on, from 1."""
    text: str
    """The words, without the blanks around them."""


def strip_margin(raw: str) -> str:
    """Return a text without the blanks around it and a line-break tag behind it."""
    words = raw.strip(MARGIN)
    return (
        words.removesuffix(LINE_BREAK_TAG).rstrip(MARGIN)
        if words.endswith(LINE_BREAK_TAG)
        else words
    )


def split_lines(
    text: str, cuts: Iterable[int] = (), *, start: int = 0, end: int | None = None
) -> list[Line]:
    """Split a text into lines, and those into pieces at the offsets given.

    Args:
        text: Any text; the pieces from `begin` to `stop`, joined, are the text.
        cuts: Offsets at which a piece begins although no line does; any order.
        start: Where to begin; lines are numbered from there.
        end: Where to stop, the text's own end if left out.
    """
    stop = len(text) if end is None else end
    lines = [
        _line(found.group(), found.start(), number)
        for number, found in enumerate(LINE.finditer(text, start, stop), start=1)
    ]
    return cut_lines(text, lines, cuts)


def cut_lines(text: str, lines: Sequence[Line], cuts: Iterable[int]) -> list[Line]:
    """Cut lines, in the order of the text, at further offsets."""
    pieces: list[Line] = []
    at = 0
    for index, places in groupby(sorted(set(cuts)), lambda place: _holding(lines, place)):
        if index >= 0:
            pieces += lines[at:index]
            pieces += _pieces(text, lines[index], places)
            at = index + 1
    pieces += lines[at:]
    return pieces


def without_double_spacing(lines: Sequence[Line]) -> list[Line]:
    """Leave out the blank line behind each line of a text that is set with double spacing.

    Where such a text has a blank line of its own, two or more stand together; one is kept. Any
    other text is returned as it is. Example: 05BUENOSAIRES159.
    """
    alone = [
        at
        for at in range(1, len(lines) - 1)
        if not lines[at].text and lines[at - 1].text and lines[at + 1].text
    ]
    running = sum(bool(SENTENCE_CONTINUES.match(lines[at + 1].text)) for at in alone)
    if running * 3 < len(alone) or len(alone) < MIN_SPACING_LINES:
        return list(lines)
    single = set(alone)
    return [line for at, line in enumerate(lines) if at not in single]


def _holding(lines: Sequence[Line], place: int) -> int:
    """Return the index of the line that a place lies in, -1 before the first."""
    return bisect_right(lines, place, key=attrgetter("full_start")) - 1


def _pieces(text: str, line: Line, places: Iterable[int]) -> list[Line]:
    within = [place for place in places if line.full_start < place < line.full_end]
    if not within:
        return [line]
    edges = pairwise((line.full_start, *within, line.full_end))
    return [_line(text[begin:end], begin, line.number) for begin, end in edges]


def _line(raw: str, begin: int, number: int) -> Line:
    words = raw.strip(MARGIN)
    if words.endswith(LINE_BREAK_TAG):
        words = strip_margin(words)
    start = begin + raw.find(words) if words else begin
    return Line(begin, start, start + len(words), begin + len(raw), number, words)
