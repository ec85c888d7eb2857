"""Paragraph numbers: which of the numbers in a text open a paragraph.

A number alone proves nothing: wrapped years, list items and cross references look the same (a line
that begins `2007.  (COMMENT:`, 07PARIS2027). What tells them apart is the sequence.
"""

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from typing import Final, NamedTuple

from cables.parser import markings
from cables.parser.lines import Line

PILCROW: Final = r"(?: ¶ | \ufffd | \u00ac | &para; | &\#182; | &?\#?182; | 82; )"
"""The sign of the original site before a number, and what damage made of it: `82;7.`
(07MOSCOW849, the rest of an entity)."""

NUMBER_AT_LINE_START: Final = re.compile(
    rf"""
    (?P<pilcrow> {PILCROW} )? [ \t]{{0,3}}
    (?: (?P<before> {markings.MARKING} ) [ ]{{0,3}} {PILCROW}? (?= \d{{1,3}} [.)] ) )?   # (C) 1.
    (?: (?P<number> \d{{1,3}} )
        (?: [ ]? (?P<sign> [.)] \)? | , (?=[ ]?[(]) ) (?!\d) | (?= [ ]{{0,3}} [(] ) )
      | \( (?P<bracketed> \d{{1,3}} ) \) )
    [ \t]{{0,8}} [.]?
    (?P<marking> {markings.MARKING} (?: [.:] (?=[ ]) )? )?
    """,
    re.VERBOSE | re.IGNORECASE,
)
"""Examples: `¶1.  (C) Moscow's`, `1.(C)` (09CAIRO2164), `1) (C)`, `(C) 1.`, `2. DUTCH`."""

INLINE_NUMBER: Final = re.compile(
    rf"""
    (?P<number> [0-9] (?<= [ \t.?!"')] [0-9] ) \d? ) \. [ ]{{0,3}}
    (?: (?P<marking> {markings.MARKING} ) | (?= S(?i:ummary) [.:] ) )
    """,
    re.VERBOSE,
)
"""A paragraph that begins inside an unwrapped line. Examples: `SUBJECT: ... 1. (SBU)`
(08KYIV1627), `B. BRASILIA 1544 1. Summary.` (05BRASILIA1714)."""

START_CHARACTERS: Final = frozenset("¶\ufffd\u00ac&#([{0123456789")
"""What a line begins with on which `START` may match; asked first, for most begin otherwise."""
TITLED_MARKING: Final = re.compile(
    rf"""
    [ \t]{{0,6}} [A-Z][A-Za-z ,/]{{1,40}} [:.\-]{{0,3}} [ ]{{0,3}}
    (?P<marking> {markings.MARKING} )
    """,
    re.VERBOSE,
)
"""A marking behind the paragraph's title. Example: `1. Summary: (C) During` (05BUENOSAIRES159)."""

MAX_MARKED_JUMP: Final = 20
"""So far a marked paragraph's number may lie beyond the last: extracts leave paragraphs out."""
MAX_UNMARKED_JUMP: Final = 3
LOOKAHEAD: Final = 6
"""Among so many candidates the next number is looked for; between two stand lists and years."""


class ParagraphStart(NamedTuple):
    """A place where a paragraph may begin."""

    start: int
    """The number, or the pilcrow or marking before it."""
    end: int
    """Where the words begin."""
    number: int
    punctuation: str
    """`.` or `)` behind the number, `()` around it, empty."""
    pilcrow: str
    """As printed, empty without one."""
    marking: str
    """With its brackets, empty without one."""
    inline: bool
    """Inside a line, not at its start."""
    after_blank_line: bool
    """A blank line stands before."""
    line: int


def find_candidates(lines: Sequence[Line]) -> list[ParagraphStart]:
    """Return the places in lines where a paragraph may begin, in order."""
    found: list[ParagraphStart] = []
    blank = True
    for line in lines:
        if not line.text:
            blank = True
            continue
        start = _at_start(line, after_blank=blank)
        if start:
            found.append(start)
        if len(line.text) > 90 or "(" in line.text:  # noqa: PLR2004 - inline starts need brackets
            found += _inside(line, start.end if start else line.start)
        blank = False
    return found


def _at_start(line: Line, *, after_blank: bool) -> ParagraphStart | None:
    found = NUMBER_AT_LINE_START.match(line.text) if line.text[0] in START_CHARACTERS else None
    if not found:
        return None
    marking = found["marking"] or found["before"] or ""
    if not marking and not found["sign"] and not found["bracketed"]:
        return None
    titled = None if marking else TITLED_MARKING.match(line.text, found.end())
    return ParagraphStart(
        start=line.start,
        end=line.start + found.end(),
        number=int(found["number"] or found["bracketed"]),
        punctuation="()" if found["bracketed"] else found["sign"] or "",
        pilcrow=found["pilcrow"] or "",
        marking=titled["marking"] if titled else marking,
        inline=False,
        after_blank_line=after_blank,
        line=line.number,
    )


def _inside(line: Line, behind: int) -> Iterator[ParagraphStart]:
    for found in INLINE_NUMBER.finditer(line.text, behind - line.start):
        if not found.start():
            continue
        yield ParagraphStart(
            start=line.start + found.start(),
            end=line.start + found.end(),
            number=int(found["number"]),
            punctuation=".",
            pilcrow="",
            marking=found["marking"] or "",
            inline=True,
            after_blank_line=False,
            line=line.number,
        )


def choose_paragraph_starts(found: Sequence[ParagraphStart]) -> list[ParagraphStart]:
    """Return the candidates that open a paragraph.

    A marked candidate at the start of a line is taken unless its number is far off; an unmarked
    one only where the count expects it and no list of its own runs there.
    """
    sequence = _Sequence(found)
    return [start for at, start in enumerate(found) if sequence.takes(at)]


class _Sequence:
    """The count of paragraphs while a text is read from its beginning to its end."""

    def __init__(self, found: Sequence[ParagraphStart]) -> None:
        self.found = found
        self.last = 0
        self.list_last = 0
        """Last number of a list that runs inside the current paragraph; 0 where none does."""
        self.sign = ""
        self.marked = True
        """Whether every paragraph so far has a marking."""
        self.places = [start.start for start in found]
        self.marked_ahead = _next_marked(found)
        self.again = _comes_again(found)

    def takes(self, at: int) -> bool:
        start = self.found[at]
        if start.inline:
            taken = start.number == self.last + 1
        elif start.marking:
            taken = self._takes_marked(start)
        else:
            taken = self._takes_unmarked(at, start)
        if taken:
            self.sign = self.sign or start.punctuation
            self.marked = self.marked and bool(start.marking)
            self.last = start.number if start.number == 1 else max(self.last, start.number)
            self.list_last = 0
        return taken

    def _takes_marked(self, start: ParagraphStart) -> bool:
        if not start.number:
            return False
        return start.number <= self.last + MAX_MARKED_JUMP or (
            not self.last and self._goes_on(start)
        )

    def _goes_on(self, start: ParagraphStart) -> bool:
        """Tell whether the next number is met soon, so that this one may begin the count.

        A cable sent in parts counts on from part to part (09LONDON2616 begins with 38).
        """
        at = bisect_right(self.places, start.start)
        ahead = {later.number for later in self.found[at : at + LOOKAHEAD]}
        if self.last:
            return start.number + 1 in ahead
        near = any(start.number + jump in ahead for jump in range(1, MAX_UNMARKED_JUMP + 1))
        return (
            near
            if start.number <= MAX_UNMARKED_JUMP or start.marking
            else ({start.number + 1, start.number + 2} <= ahead)
        )

    def _takes_unmarked(self, at: int, start: ParagraphStart) -> bool:
        if self.sign and start.punctuation != self.sign:
            return False
        if self.list_last and start.number == self.list_last + 1:
            belongs_here = start.number == self.last + 1 and not self._claimed_later(at)
            if not belongs_here or self.marked:  # points of a message that is quoted (07MADRID1952)
                self.list_last = start.number
                return False
            return True
        if start.number == 1 and self.last:
            self.list_last = 1
            return False
        return self._expected(at, start)

    def _expected(self, at: int, start: ParagraphStart) -> bool:
        if start.number == self.last + 1:
            return not self._claimed_later(at) and (bool(self.last) or self._opens(at))
        gap = self.last + 1 < start.number <= self.last + MAX_UNMARKED_JUMP or not self.last
        again = start.number == self.last > 0 and start.after_blank_line
        return (gap or again) and start.after_blank_line and self._goes_on(start)

    def _opens(self, at: int) -> bool:
        """Tell whether an unmarked 1 is the first paragraph and no list before it."""
        return self.marked_ahead[at] != 1

    def _claimed_later(self, at: int) -> bool:
        """Tell whether the number will come again where it belongs: then this one is a list's."""
        number = self.found[at].number
        if self.marked_ahead[at]:
            return self.marked_ahead[at] == number
        return bool(self.list_last) and self.again[at]


def _next_marked(found: Sequence[ParagraphStart]) -> list[int]:
    """Return, for each candidate, the number of the next marked one; 0 where none follows."""
    ahead = [0] * len(found)
    number = 0
    for at in range(len(found) - 1, -1, -1):
        ahead[at] = number
        if found[at].marking and not found[at].inline:
            number = found[at].number
    return ahead


def _comes_again(found: Sequence[ParagraphStart]) -> list[bool]:
    """Return, for each candidate, whether its number comes again at the start of a line."""
    seen: set[int] = set()
    again = [False] * len(found)
    for at in range(len(found) - 1, -1, -1):
        again[at] = found[at].number in seen
        if not found[at].inline:
            seen.add(found[at].number)
    return again
