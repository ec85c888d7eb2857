"""Headings on the same line as a paragraph, recognized by their rules."""

import re
from collections.abc import Collection, Iterable, Iterator
from typing import Final

from cables.parser.headings import may_be_underlined_heading
from cables.parser.lines import Line

HEADING_WITH_ONE_RULE: Final = re.compile(
    r"""
    (?<= [.!?)"'\]] ) [ ]{1,6}
    (?P<title> (?: -{5,}[- ]*[ ] )? [A-Z"'(] [^.!?\n]{2,90}? [.!?]? [ ]{1,4} -{5,} [- ]*
      | -{5,} [- ]* [ ] [A-Z"'(] [^.!?\n]{2,90} [!?]? ) \Z
    """,
    re.VERBOSE,
)
"""A heading with a rule on one side, after the last sentence of an unwrapped paragraph. Example:
`... on globalization.  TRANSATLANTIC ECONOMIC COUNCIL (TEC) -----` (07LISBON2288)."""
HEADING_BETWEEN_RULES: Final = re.compile(
    r"""
    (?<= [^\s\-] ) [ ]{1,6}
    (?P<title> -{5,}+ [- ]*+ (?: (?! -{5} ) [^\n] ){2,110}? [ ]{1,4} -{5,} [- ]* ) \Z
    """,
    re.VERBOSE,
)
"""A heading between two rules, likewise. Examples: `... this year. ------- Comment -------`
(10CAIRO84), `... the Egyptian press: ----- Egypt, Russia Agree to Expand Economic Ties -----`
(09CAIRO1208)."""
WRAPPED_NUMBER: Final = re.compile(
    r"[¶\ufffd]?[ ]?\d{1,3}\.[ ]{1,4}(?P<title>-{5,}[- ]*[ ][A-Z][^\n]{2,90}?[ ]-{5,}[- ]*)"
)
"""The last word of a paragraph and a heading on one line. Example: `see paragraph` and below it
`6. ------ SUMMARY/BACKGROUND ------` (10STATE16219)."""
AFTER_WRAPPED_SENTENCE: Final = re.compile(
    r"""
    [a-z"] .{0,60}? [a-z]{3} [.!?] ["')]{0,2} [ ]{1,4}
    (?P<title> [A-Z] [^.\n]{2,70}? [ ] -{5,} ) \Z
    """,
    re.VERBOSE,
)
"""A heading after the last words of a wrapped sentence. Example: `votes as possible. Piqueteros and
the Kirchners -----` (09BUENOSAIRES526)."""
BETWEEN_RULES_AFTER_SENTENCE: Final = re.compile(
    r"""
    [a-z] [ ] [a-z\-]{2,24} [.!?:] ["')]{0,2} [ ]{0,4}
    (?P<title> -{5,}+ [- ]*+ [^\n]{2,80}? [ ] -{5,} ) \Z
    """,
    re.VERBOSE,
)
"""The last words of a sentence and a heading between rules. Example: `access to state media for
all candidates. --------- Reaction --------` (09CAIRO2279)."""
SENTENCE_END: Final = re.compile(r"[.!?:]")
"""What a line without a sentence lacks: it is a long heading (09LONDON2119)."""
MIN_LONG_LINE_LENGTH: Final = 160
"""Only longer lines contain a whole paragraph and a heading after it."""
MAX_RULED_HEADING_LENGTH: Final = 240
"""Characters of a heading with its rules: two of 54 around a title of 110 (09CAIRO1208)."""
MAX_INLINE_HEADINGS: Final = 2
"""Headings after one paragraph: of a chapter and its first part (10CAIRO366)."""


def inline_heading_offsets(lines: Iterable[Line], starts: Collection[int]) -> Iterator[int]:
    """Yield the offsets of headings after a paragraph on the same line.

    Args:
        lines: The lines of a cable's body.
        starts: Offsets of the numbered paragraphs.
    """
    above = ""
    for line in lines:
        if line.text.endswith("-----") and line.start not in starts:
            wrapped = WRAPPED_NUMBER.fullmatch(line.text)
            if wrapped and may_be_underlined_heading(wrapped["title"].strip("- ")):
                yield line.start + wrapped.start("title")
        if (
            len(line.text) > MIN_LONG_LINE_LENGTH
            and "-----" in line.text[-MAX_RULED_HEADING_LENGTH:]
        ):
            yield from _at_line_end(line)
        elif above and line.text.endswith("-----"):
            match = AFTER_WRAPPED_SENTENCE.match(line.text) or BETWEEN_RULES_AFTER_SENTENCE.search(
                line.text
            )
            if match and may_be_underlined_heading(match["title"].strip("- ")):
                yield line.start + match.start("title")
        above = line.text


def _at_line_end(line: Line) -> Iterator[int]:
    """Yield the offsets of the headings at the end of a long line, the last one first."""
    end = len(line.text)
    for _ in range(MAX_INLINE_HEADINGS):
        match = HEADING_BETWEEN_RULES.search(line.text, max(0, end - MAX_RULED_HEADING_LENGTH), end)
        match = match or HEADING_WITH_ONE_RULE.search(
            line.text, max(0, end - MIN_LONG_LINE_LENGTH), end
        )
        if not match or not may_be_underlined_heading(match["title"].strip("- ")):
            return
        if not SENTENCE_END.search(line.text, 0, match.start()):
            return
        yield line.start + match.start("title")
        end = match.start()
