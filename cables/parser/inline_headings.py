"""Headings that ran into a paragraph's line, told by the rules around them."""

import re
from collections.abc import Collection, Iterable, Iterator
from typing import Final

from cables.parser.headings import may_be_ruled
from cables.parser.lines import Line

INLINE: Final = re.compile(
    r"""
    (?<= [.!?)"'\]] ) [ ]{1,6}
    (?P<title> (?: -{5,}[- ]*[ ] )? [A-Z"'(] [^.!?\n]{2,90}? [.!?]? [ ]{1,4} -{5,} [- ]*
      | -{5,} [- ]* [ ] [A-Z"'(] [^.!?\n]{2,90} [!?]? ) \Z
    """,
    re.VERBOSE,
)
"""A heading with a rule on one side, behind the last sentence of an unwrapped paragraph. Example:
`... on globalization.  TRANSATLANTIC ECONOMIC COUNCIL (TEC) -----` (07LISBON2288)."""
BETWEEN: Final = re.compile(
    r"""
    (?<= [^\s\-] ) [ ]{1,6}
    (?P<title> -{5,}+ [- ]*+ (?: (?! -{5} ) [^\n] ){2,110}? [ ]{1,4} -{5,} [- ]* ) \Z
    """,
    re.VERBOSE,
)
"""A heading between two rules there. Examples: `... this year. ------- Comment -------`
(10CAIRO84), `... the Egyptian press: ----- Egypt, Russia Agree to Expand Economic Ties -----`
(09CAIRO1208)."""
WRAPPED_NUMBER: Final = re.compile(
    r"[¶\ufffd]?[ ]?\d{1,3}\.[ ]{1,4}(?P<title>-{5,}[- ]*[ ][A-Z][^\n]{2,90}?[ ]-{5,}[- ]*)"
)
"""The last word of a paragraph, which a heading follows in the same line. Example: `see paragraph`
and below it `6. ------ SUMMARY/BACKGROUND ------` (10STATE16219)."""
LONG: Final = 160
"""Only lines longer than this hold a whole paragraph and a heading behind it."""
LONGEST_RULED: Final = 240
"""Characters of a heading with its rules: two of 54 round a title of 110 (09CAIRO1208)."""
MOST_INLINE: Final = 2
"""Headings behind one paragraph: a chapter's and its first part's (10CAIRO366)."""


def cuts(lines: Iterable[Line], starts: Collection[int]) -> Iterator[int]:
    """Yield the offsets where a heading begins behind a paragraph in the same line.

    Args:
        lines: The lines of a cable's body.
        starts: Offsets at which a numbered paragraph begins.
    """
    for line in lines:
        if line.text.endswith("-----") and line.start not in starts:
            wrapped = WRAPPED_NUMBER.fullmatch(line.text)
            if wrapped and may_be_ruled(wrapped["title"].strip("- ")):
                yield line.start + wrapped.start("title")
        if len(line.text) > LONG and "-----" in line.text[-LONGEST_RULED:]:
            yield from _behind(line)


def _behind(line: Line) -> Iterator[int]:
    """Yield the offsets of the headings at the end of a long line, the last one first."""
    end = len(line.text)
    for _ in range(MOST_INLINE):
        found = BETWEEN.search(line.text, max(0, end - LONGEST_RULED), end)
        found = found or INLINE.search(line.text, max(0, end - LONG), end)
        if not found or not may_be_ruled(found["title"].strip("- ")):
            return
        yield line.start + found.start("title")
        end = found.start()
