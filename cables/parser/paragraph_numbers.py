"""Decide which numbers in a text begin a paragraph.

Wrapped years, list items and cross references look the same (a line that begins
`2007.  (COMMENT:`, 07PARIS2027); only the sequence distinguishes them.
"""

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from typing import Final, NamedTuple

from cables.parser import markings
from cables.parser.lines import Line

PILCROW: Final = r"(?: ¶ | \ufffd | \u00ac | &para; | &\#182; | &?\#?182; | 82; )"
"""The pilcrow of the original site before a number, or what damage left of it: `82;7.`
(07MOSCOW849, the rest of an entity)."""

NUMBER_AT_LINE_START: Final = re.compile(
    rf"""
    (?P<pilcrow> {PILCROW} )? [ \t]{{0,3}}
    (?: (?P<before> {markings.MARKING} ) [ ]{{0,3}} {PILCROW}? (?= \d{{1,3}} [.)] ) )?   # (C) 1.
    (?: (?P<number> \d{{1,3}} )
        (?: [ ]? (?P<sign> [.)] \)? | , (?=[ ]?[(]) ) (?!\d) | (?= [ ]{{0,3}} [(] ) )
      | \( (?P<bracketed> \d{{1,3}} ) \) )
    (?: [ ]{{1,3}} (?P=number) [.] )?                              # 1. 1. (C - ENTIRE TEXT)
    [ \t]{{0,8}} [.]?
    (?P<marking> {markings.MARKING} (?: [.:] (?=[ ]) )? )?
    """,
    re.VERBOSE | re.IGNORECASE,
)
"""Examples: `¶1.  (C) Moscow's`, `1.(C)` (09CAIRO2164), `1) (C)`, `(C) 1.`, `2. DUTCH`."""

INLINE_NUMBER: Final = re.compile(
    rf"""
    (?P<number> [0-9] (?<= [ \t.?!"')] [0-9] ) \d? ) \. [ ]{{0,3}}
    (?: (?P<marking> {markings.MARKING} ) | (?= S(?i:ummary) [.:] ) | (?P<plain> (?= [A-Z] ) ) )
    """,
    re.VERBOSE,
)
"""A paragraph that begins inside an unwrapped line. Examples: `SUBJECT: ... 1. (SBU)`
(08KYIV1627), `B. BRASILIA 1544 1. Summary.` (05BRASILIA1714), `in 2010.  6. Brazil`
(09BRASILIA1321)."""
SENTENCE_BEFORE: Final = re.compile(
    r"""
    (?: [.?!)"'] [ ]{2,3}
      | (?: (?: [A-Za-z]{4} (?<! Sept ) | \d{4} ) [.?!] | [)"'] ) [ ]
      | -{4,} [ ]{1,3} ) \Z
    """,
    re.VERBOSE,
)
"""What comes before an inline number that no marking follows; `Nov. 8.` is a date."""

START_CHARACTERS: Final = frozenset("¶\ufffd\u00ac&#([{0123456789")
"""First characters of lines that `NUMBER_AT_LINE_START` may match; a quick test."""
TITLED_MARKING: Final = re.compile(
    rf"""
    [ \t]{{0,6}} [A-Z][A-Za-z ,/]{{1,40}} [:.\-]{{0,3}} [ ]{{0,3}}
    (?P<marking> {markings.MARKING} )
    """,
    re.VERBOSE,
)
"""A marking after the paragraph's title. Example: `1. Summary: (C) During` (05BUENOSAIRES159)."""

MAX_MARKED_JUMP: Final = 20
"""How far a marked paragraph's number may exceed the last: extracts omit paragraphs."""
MAX_UNMARKED_JUMP: Final = 3
LOOKAHEAD: Final = 6
"""Candidates that are searched for the next number; lists and years come between."""


class ParagraphStart(NamedTuple):
    """Where a paragraph may begin."""

    start: int
    """Offset of the number, or of the pilcrow or marking before it."""
    end: int
    """Where the words begin."""
    number: int
    punctuation: str
    """`.` or `)` after the number, `()` around it, or empty."""
    pilcrow: str
    """As printed; empty if there is none."""
    marking: str
    """With its parentheses; empty if there is none."""
    inline: bool
    """Whether it is inside a line, not at its start."""
    after_blank_line: bool
    """Whether a blank line comes before."""
    opens_sentence: bool
    """Whether a marking or a capital letter follows."""
    line: int


def find_candidates(lines: Sequence[Line]) -> list[ParagraphStart]:
    """Return where in the lines a paragraph may begin, in order."""
    candidates: list[ParagraphStart] = []
    after_blank = True
    for line in lines:
        if not line.text:
            after_blank = True
            continue
        start = _at_start(line, after_blank=after_blank)
        if start:
            candidates.append(start)
        if len(line.text) > 90 or "(" in line.text:  # noqa: PLR2004 - inline starts have parentheses
            candidates += _inside(line, start.end if start else line.start)
        after_blank = False
    return candidates


def _at_start(line: Line, *, after_blank: bool) -> ParagraphStart | None:
    match = NUMBER_AT_LINE_START.match(line.text) if line.text[0] in START_CHARACTERS else None
    if not match:
        return None
    marking = match["marking"] or match["before"] or ""
    if not marking and not match["sign"] and not match["bracketed"]:
        return None
    titled = None if marking else TITLED_MARKING.match(line.text, match.end())
    return ParagraphStart(
        start=line.start,
        end=line.start + match.end(),
        number=int(match["number"] or match["bracketed"]),
        punctuation="()" if match["bracketed"] else match["sign"] or "",
        pilcrow=match["pilcrow"] or "",
        marking=titled["marking"] if titled else marking,
        inline=False,
        after_blank_line=after_blank,
        opens_sentence=bool(marking) or line.text[match.end() : match.end() + 1].isupper(),
        line=line.number,
    )


def _inside(line: Line, begin: int) -> Iterator[ParagraphStart]:
    for match in INLINE_NUMBER.finditer(line.text, begin - line.start):
        before = line.text[max(0, match.start() - 8) : match.start()]
        plain = match["plain"] is not None
        if not match.start() or (plain and not SENTENCE_BEFORE.search(before)):
            continue
        yield ParagraphStart(
            start=line.start + match.start(),
            end=line.start + match.end(),
            number=int(match["number"]),
            punctuation=".",
            pilcrow="",
            marking=match["marking"] or "",
            inline=True,
            after_blank_line=False,
            opens_sentence=True,
            line=line.number,
        )


def choose_paragraph_starts(candidates: Sequence[ParagraphStart]) -> list[ParagraphStart]:
    """Return the candidates that begin a paragraph.

    A candidate with a marking at the start of a line counts unless its number is far off; one
    without counts only if the sequence expects its number and it does not belong to a list.
    """
    sequence = _Sequence(candidates)
    return [start for at, start in enumerate(candidates) if sequence.takes(at)]


class _Sequence:
    """The sequence of paragraph numbers, followed from the beginning of a text to its end."""

    def __init__(self, candidates: Sequence[ParagraphStart]) -> None:
        self.candidates = candidates
        self.last = 0
        self.numbers: set[int] = set()
        self.list_last = 0
        """Last number of a list inside the current paragraph; 0 if there is none."""
        self.sign = ""
        self.all_marked = True
        """Whether every paragraph so far has a marking."""
        self.offsets = [start.start for start in candidates]
        self.next_marked = _next_marked(candidates)
        self.repeated_later = _repeated_later(candidates)

    def takes(self, at: int) -> bool:
        start = self.candidates[at]
        if start.inline:
            sure = bool(start.marking) or not self.last or not self.repeated_later[at]
            taken = start.number == self.last + 1 and sure
        elif start.marking:
            taken = self._takes_marked(start)
        else:
            taken = self._takes_unmarked(at, start)
        if taken:
            self.sign = self.sign or start.punctuation
            self.all_marked = self.all_marked and bool(start.marking)
            self.last = start.number if start.number == 1 else max(self.last, start.number)
            self.numbers.add(start.number)
            self.list_last = 0
        return taken

    def _takes_marked(self, start: ParagraphStart) -> bool:
        if not start.number:
            return False
        return start.number <= self.last + MAX_MARKED_JUMP or (
            not self.last and self._continues(start)
        )

    def _continues(self, start: ParagraphStart) -> bool:
        """Return whether the next number comes soon, so that this one may begin the sequence.

        A cable sent in parts continues the numbers of the part before (09LONDON2616 begins with
        38).
        """
        at = bisect_right(self.offsets, start.start)
        ahead = {later.number for later in self.candidates[at : at + LOOKAHEAD]}
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
            in_sequence = start.number == self.last + 1 and not self._claimed_later(at)
            if not in_sequence or self.all_marked:  # points of a quoted message (07MADRID1952)
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
        repeats = start.number == self.last > 0
        if not start.after_blank_line:
            return False
        if self.last and start.opens_sentence and (gap or self._was_skipped(start)):
            return True
        return (gap or repeats) and self._continues(start)

    def _was_skipped(self, start: ParagraphStart) -> bool:
        """Return whether two paragraphs changed places, so that this one comes late."""
        return self.last - 1 == start.number > 0 and start.number not in self.numbers

    def _opens(self, at: int) -> bool:
        """Return whether an unmarked 1 is the first paragraph and not a list before it."""
        return self.next_marked[at] != 1

    def _claimed_later(self, at: int) -> bool:
        """Return whether the number comes again in sequence, so that this one belongs to a list."""
        number = self.candidates[at].number
        if self.next_marked[at]:
            return self.next_marked[at] == number
        return bool(self.list_last) and self.repeated_later[at]


def _next_marked(candidates: Sequence[ParagraphStart]) -> list[int]:
    """Return, for each candidate, the number of the next marked one; 0 if there is none."""
    ahead = [0] * len(candidates)
    number = 0
    for at in range(len(candidates) - 1, -1, -1):
        ahead[at] = number
        if candidates[at].marking and not candidates[at].inline:
            number = candidates[at].number
    return ahead


def _repeated_later(candidates: Sequence[ParagraphStart]) -> list[bool]:
    """Return, for each candidate, whether its number comes again at the start of a line."""
    seen: set[int] = set()
    repeated = [False] * len(candidates)
    for at in range(len(candidates) - 1, -1, -1):
        repeated[at] = candidates[at].number in seen
        if not candidates[at].inline:
            seen.add(candidates[at].number)
    return repeated
