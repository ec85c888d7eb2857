"""Split a telegram into lines that know their offsets."""

import re
from bisect import bisect_right
from collections.abc import Iterable, Sequence
from itertools import groupby, pairwise
from operator import attrgetter
from typing import Final, NamedTuple

LINE: Final = re.compile(
    r"""
    [^\n\u2028]* [\n\u2028]   # U+2028 ends lines, too, in five cables (10MEXICO690)
    | [^\n\u2028]+
    """,
    re.VERBOSE,
)
CONTROL_CHARACTERS = "\x1c\x1d\x1e\x1f\x85\xa0\u1680\u2028\u2029\u202f\u205f\u3000"
UNICODE_SPACES = "".join(map(chr, range(0x2000, 0x200B)))
MARGIN: Final = f" \t\r\f\v\n\\{CONTROL_CHARACTERS}{UNICODE_SPACES}"
"""Characters stripped from a line: all that `str.split` treats as whitespace, and the backslash
that ends each line of some exports (06BERN898)."""

MIN_SPACING_LINES: Final = 6
"""Fewer single blank lines than this are not double spacing."""
SENTENCE_CONTINUES: Final = re.compile(r"[a-z]+(?![\w.)])")
"""A line that begins with a lowercase word and is not a list item (`ii. No`, 09PESHAWAR41)."""
LINE_BREAK_TAG: Final = "<br>"
"""A tag that one export left at the ends of lines (09MALABO27)."""


class Line(NamedTuple):
    """A line, or a piece of one that was cut."""

    full_start: int
    """First character, indent included."""
    start: int
    """First character of the words; equal to `end` if the line is blank."""
    end: int
    """One past the last character of the words."""
    full_end: int
    """One past the line's end, newline included."""
    number: int
    """Line number in the text, from 1."""
    text: str
    """The words, stripped."""


def strip_margin(raw: str) -> str:
    """Strip whitespace and a final line-break tag; most lines have only whitespace to strip."""
    words = raw.strip()
    if words and (words[-1] in "\\>" or words[0] == "\\"):
        return words.strip(MARGIN).removesuffix(LINE_BREAK_TAG).rstrip(MARGIN)
    return words


def split_lines(
    text: str, cuts: Iterable[int] = (), *, start: int = 0, end: int | None = None
) -> list[Line]:
    """Split a text into lines, and lines into pieces at the given offsets.

    Args:
        text: Any text.
        cuts: Offsets inside lines at which a piece begins; any order.
        start: Where to begin; lines are numbered from there.
        end: Where to stop; the end of the text by default.
    """
    stop = len(text) if end is None else end
    lines = [
        _line(match.group(), match.start(), number)
        for number, match in enumerate(LINE.finditer(text, start, stop), start=1)
    ]
    return cut_lines(text, lines, cuts)


def cut_lines(text: str, lines: Sequence[Line], cuts: Iterable[int]) -> list[Line]:
    """Cut lines, in the order of the text, at more offsets."""
    pieces: list[Line] = []
    at = 0
    for index, offsets in groupby(sorted(set(cuts)), lambda offset: _line_index(lines, offset)):
        if index >= 0:
            pieces += lines[at:index]
            pieces += _pieces(text, lines[index], offsets)
            at = index + 1
    pieces += lines[at:]
    return pieces


def without_double_spacing(lines: Sequence[Line]) -> list[Line]:
    """Drop the blank line after each line of a double-spaced text (05BUENOSAIRES159).

    Between its paragraphs such a text has two or more blank lines; all are kept. Any other text is
    returned unchanged.
    """
    spacing = [
        at
        for at in range(1, len(lines) - 1)
        if not lines[at].text and lines[at - 1].text and lines[at + 1].text
    ]
    continued = sum(bool(SENTENCE_CONTINUES.match(lines[at + 1].text)) for at in spacing)
    if continued * 3 < len(spacing) or len(spacing) < MIN_SPACING_LINES:
        return list(lines)
    single = set(spacing)
    return [line for at, line in enumerate(lines) if at not in single]


def _line_index(lines: Sequence[Line], offset: int) -> int:
    """Return the index of the line that contains an offset, -1 before the first."""
    return bisect_right(lines, offset, key=attrgetter("full_start")) - 1


def _pieces(text: str, line: Line, offsets: Iterable[int]) -> list[Line]:
    within = [offset for offset in offsets if line.full_start < offset < line.full_end]
    if not within:
        return [line]
    edges = pairwise((line.full_start, *within, line.full_end))
    return [_line(text[begin:end], begin, line.number) for begin, end in edges]


def _line(raw: str, begin: int, number: int) -> Line:
    words = strip_margin(raw)
    start = begin + raw.find(words) if words else begin
    return Line(begin, start, start + len(words), begin + len(raw), number, words)
