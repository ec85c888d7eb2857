"""Page-break lines, which may interrupt a sentence."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from typing import Final

from cables.parser.reference_ids import post_code
from cables.parser.values import PageMark

POST_LINE: Final = re.compile(
    r"""
    [0-9] (?<=[ \t][0-9]) \d{7} \s{1,6}
    (?P<page> \d{3} ) (?: \.\d{1,2} )? [ ] (?: OF | of ) [ ] (?P<pages> \d{2,3} ) (?!\d)
    """,
    re.VERBOSE,
)
"""Serial and pages; the post comes before. Examples: `MOSCOW 00000849  002 OF 003` (07MOSCOW849),
`PARIS 00000741  001.2 OF 004`, which a line end may break (08TRIPOLI402), `Algiers 00000370
001.14 of 004` (09ALGIERS370)."""
POST_BEFORE: Final = re.compile(
    r"[A-Z][A-Z'. ]{1,30}[ \t]{1,4}\Z|(?<![^ \t])[A-Z][a-z]+(?:[ ][A-Za-z]+){0,2}[ \t]{1,4}\Z"
)
MAX_POST_LENGTH: Final = 40

PAGE_LINE: Final = re.compile(
    r"""
    PAGE [ ]{1,3} (?P<page> \d{2} ) [ ]{1,12}
    [A-Z][A-Z'. ]{2,30} [ ] \d{3,6} (?: [ ] [A-Z]{4,6} [ ] \d{3,6} )?
    (?: [ ]{1,4} \d{2} [ ] OF [ ] (?P<pages> \d{2} ) )?
    (?: [ ]{1,4} \d{6}Z | [ \t]* $ )
    """,
    re.VERBOSE | re.MULTILINE,
)
"""The older form; its count is of sections, not pages. Examples: `PAGE 02 ROME 01196 01 OF 02
082030Z` (02ROME1196), `PAGE 02        LA PAZ 08894  191500Z` (1979LAPAZ08894). The Department's
own has no time and ends its line: `PAGE 02        STATE  286983 TOSEC 110023` (1979STATE286983)."""
LEVEL_BEFORE: Final = re.compile(
    r"""
    ^ [ \t]* (?P<level> CONFIDENTIAL|SECRET|UNCLASSIFIED|UNCLAS|LIMITED [ ] OFFICIAL [ ] USE )
    (?: [ \t]* \n (?: [ \t]* \n ){0,6} [ \t]* (?P=level) )?
    [ \t]* \n (?: [ \t]* \n ){0,6} [ \t]* \Z
    """,
    re.VERBOSE | re.MULTILINE,
)
"""The page's level, above its number, and that of the page before (1974LAPAZ02898)."""
MAX_LEVEL_DISTANCE: Final = 160
"""Characters before the page number that are searched for the level."""


class PageMarkIndex:
    """Looks up page marks by offset."""

    def __init__(self, marks: Sequence[PageMark]) -> None:
        self._starts = [mark.start for mark in marks]
        self._marks = marks

    def covers(self, offset: int) -> bool:
        """Return whether an offset is inside a page mark."""
        at = bisect_right(self._starts, offset) - 1
        return at >= 0 and offset < self._marks[at].end

    def between(self, start: int, end: int) -> Sequence[PageMark]:
        """Return the marks that begin between two offsets."""
        return self._marks[bisect_left(self._starts, start) : bisect_left(self._starts, end)]


def find_page_marks(text: str) -> tuple[PageMark, ...]:
    """Return the page-break lines of a text in order, also those inside other lines."""
    marks = sorted((*_post_lines(text), *_page_lines(text)), key=lambda mark: mark.start)
    return tuple(mark for at, mark in enumerate(marks) if not at or mark.start >= marks[at - 1].end)


def blank_out_page_marks(text: str, marks: Sequence[PageMark]) -> str:
    """Replace the page marks in a text with spaces, which keeps its offsets."""
    pieces: list[str] = []
    at = 0
    for mark in marks:
        pieces += (text[at : mark.start], " " * (mark.end - mark.start))
        at = mark.end
    return "".join((*pieces, text[at:]))


def _post_lines(text: str) -> Iterator[PageMark]:
    for match in POST_LINE.finditer(text):
        floor = max(0, match.start() - MAX_POST_LENGTH)
        before = text[floor : match.start()]
        line_start = floor + before.rfind("\n") + 1
        post = POST_BEFORE.search(text[line_start : match.start()])
        if post:
            start = line_start + post.start() + _words_before(post.group())
            yield _mark(text, start, match)


def _words_before(capitals: str) -> int:
    """Return how many of the characters before a serial come before the post's name.

    In a line of capitals the words before the name look like part of it
    (`SUBJECT: NEW LAW ROME 00000012  002 OF 003`).
    """
    name = capitals.rstrip()
    start = 0
    while start >= 0:
        if post_code(name[start:]):
            return start
        space = name.find(" ", start)
        start = space + 1 if space >= 0 else -1
    return 0


def _page_lines(text: str) -> Iterator[PageMark]:
    for match in PAGE_LINE.finditer(text):
        floor = max(0, match.start() - MAX_LEVEL_DISTANCE)
        level = LEVEL_BEFORE.search(text[floor : match.start()])
        start = floor + level.start("level") if level else match.start()
        yield _mark(text, start, match)


def _mark(text: str, start: int, match: re.Match[str]) -> PageMark:
    is_post_line = match.re is POST_LINE
    return PageMark(
        start=start,
        end=match.end(),
        page=int(match["page"]),
        pages=int(match["pages"]) if is_post_line else 0,
        printed=" ".join(text[start : match.end()].split("\n")),
    )
