"""Page-break lines, which printers put between or inside sentences."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from typing import Final

from cables.parser.reference_ids import post_code
from cables.parser.values import PageMark

POST_LINE: Final = re.compile(
    r"""
    [0-9] (?<=[ \t][0-9]) \d{7} [ \t]{1,4}
    (?P<page> \d{3} ) (?: \.\d )? [ ] OF [ ] (?P<pages> \d{3} ) (?!\d)
    """,
    re.VERBOSE,
)
"""Serial and pages; the post stands before. Examples: `MOSCOW 00000849  002 OF 003` (07MOSCOW849),
`PARIS 00000741  001.2 OF 004`."""
POST_BEFORE: Final = re.compile(r"[A-Z][A-Z'. ]{1,30}[ \t]{1,4}\Z")
MAX_POST_LENGTH: Final = 40

PAGE_LINE: Final = re.compile(
    r"""
    PAGE [ ]{1,3} (?P<page> \d{2} ) [ ]{1,12}
    [A-Z][A-Z'. ]{2,30} [ ] \d{3,6} [ ]{1,4}
    (?: \d{2} [ ] OF [ ] (?P<pages> \d{2} ) [ ]{1,4} )?
    \d{6}Z
    """,
    re.VERBOSE,
)
"""The older form; its count is of sections, not pages. Examples: `PAGE 02 ROME 01196 01 OF 02
082030Z` (02ROME1196), `PAGE 02        LA PAZ 08894  191500Z` (1979LAPAZ08894)."""
LEVEL_BEFORE: Final = re.compile(
    r"""
    ^ [ \t]* (?P<level> CONFIDENTIAL|SECRET|UNCLASSIFIED|UNCLAS|LIMITED [ ] OFFICIAL [ ] USE )
    [ \t]* \n (?: [ \t]* \n ){0,6} [ \t]* \Z
    """,
    re.VERBOSE | re.MULTILINE,
)
"""The page's level, which stands above its number."""
MAX_LEVEL_DISTANCE: Final = 160
"""So many characters before the number it is looked for."""


class PageMarkIndex:
    """Tells which places of a text lie inside a page mark."""

    def __init__(self, marks: Sequence[PageMark]) -> None:
        self._starts = [mark.start for mark in marks]
        self._marks = marks

    def covers(self, place: int) -> bool:
        """Tell whether a place lies inside a mark."""
        at = bisect_right(self._starts, place) - 1
        return at >= 0 and place < self._marks[at].end

    def between(self, start: int, end: int) -> Sequence[PageMark]:
        """Return the marks that begin between two places."""
        return self._marks[bisect_left(self._starts, start) : bisect_left(self._starts, end)]


def find_page_marks(text: str) -> tuple[PageMark, ...]:
    """Return the page-break lines of a text in order, also those inside a running line."""
    marks = sorted((*_post_lines(text), *_page_lines(text)), key=lambda mark: mark.start)
    return tuple(mark for at, mark in enumerate(marks) if not at or mark.start >= marks[at - 1].end)


def blank_out_page_marks(text: str, marks: Sequence[PageMark]) -> str:
    """Return a text with blanks for its page marks, so that offsets into it stay what they are."""
    pieces: list[str] = []
    at = 0
    for mark in marks:
        pieces += (text[at : mark.start], " " * (mark.end - mark.start))
        at = mark.end
    return "".join((*pieces, text[at:]))


def _post_lines(text: str) -> Iterator[PageMark]:
    for found in POST_LINE.finditer(text):
        floor = max(0, found.start() - MAX_POST_LENGTH)
        before = text[floor : found.start()]
        line_start = floor + before.rfind("\n") + 1
        post = POST_BEFORE.search(text[line_start : found.start()])
        if post:
            start = line_start + post.start() + _words_before(post.group())
            yield _mark(text, start, found)


def _words_before(capitals: str) -> int:
    """Return how many characters before a post's name are not part of it.

    In a running line of capitals the words before it look like the name's own
    (`SUBJECT: NEW LAW ROME 00000012  002 OF 003`).
    """
    name = capitals.rstrip()
    start = 0
    while start >= 0:
        if post_code(name[start:]):
            return start
        blank = name.find(" ", start)
        start = blank + 1 if blank >= 0 else -1
    return 0


def _page_lines(text: str) -> Iterator[PageMark]:
    for found in PAGE_LINE.finditer(text):
        floor = max(0, found.start() - MAX_LEVEL_DISTANCE)
        level = LEVEL_BEFORE.search(text[floor : found.start()])
        start = floor + level.start("level") if level else found.start()
        yield _mark(text, start, found)


def _mark(text: str, start: int, found: re.Match[str]) -> PageMark:
    by_page = found.re is POST_LINE
    return PageMark(
        start=start,
        end=found.end(),
        page=int(found["page"]),
        pages=int(found["pages"]) if by_page else 0,
        printed=" ".join(text[start : found.end()].split("\n")),
    )
