"""Paragraphs: the lines of a cable's text, cut at numbers and headings."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from typing import Final, NamedTuple

from cables.parser import headings, markings
from cables.parser.lines import Line
from cables.parser.page_marks import PageMarkIndex
from cables.parser.paragraph_numbers import ParagraphStart
from cables.parser.tiling import Claim
from cables.parser.values import Heading, PageMark, ParagraphKind, ParsedParagraph, PartKind

MIN_PROSE_LENGTH: Final = 40
"""Fewer characters without a full stop, before the first paragraph, are no paragraph."""
MIN_PARAGRAPH_LINE_LENGTH: Final = 120
"""Lines longer than this are paragraphs by themselves where a cable has no numbers."""
MAX_UNNUMBERED_LENGTH: Final = 2500
"""Characters without a number, among numbered paragraphs, that are one paragraph at most; more are
a text of its own, such as a questionnaire (09PESHAWAR41) or a report (09LONDON109)."""
SENTENCE_END: Final = re.compile(r"""[.!?:;"')\]\u201d*-]\s*\Z""")
PILCROW_HEADING: Final = re.compile(r"[¶\ufffd]\s?(?=[A-Z0-9])")


class ParsedBody(NamedTuple):
    """A cable's text as paragraphs and headings."""

    paragraphs: tuple[ParsedParagraph, ...]
    headings: tuple[Heading, ...]
    claims: tuple[Claim, ...]


class _Piece(NamedTuple):
    """Lines that are one paragraph, before it has a position and a key."""

    start: int
    end: int
    opens: ParagraphStart | None


def read_paragraphs(
    text: str, lines: Sequence[Line], starts: Sequence[ParagraphStart], marks: Sequence[PageMark]
) -> ParsedBody:
    """Cut lines into paragraphs and headings.

    Args:
        text: The whole text.
        lines: The lines behind the labels and before the signature, cut at paragraphs that begin
            inside a line and at page marks.
        starts: Where the numbered paragraphs begin, in order.
        marks: The page marks, in order.
    """
    by_place = {start.start: start for start in starts}
    places = PageMarkIndex(marks)
    opening = {at: by_place[line.start] for at, line in enumerate(lines) if line.start in by_place}
    paging = {at for at, line in enumerate(lines) if line.text and places.covers(line.start)}
    found = headings.find_headings(lines, opening, paging)
    items: list[_Piece | headings.HeadingLines] = [*found]
    for first, stop in _stretches(lines, found, opening):
        items += _pieces(lines[first:stop], opening.get(first), places, bool(starts))
    return _numbered(text, lines, sorted(items, key=lambda item: _place(lines, item)), places)


def _place(lines: Sequence[Line], item: "_Piece | headings.HeadingLines") -> int:
    return item.start if isinstance(item, _Piece) else lines[item.first].start


def _stretches(
    lines: Sequence[Line],
    found: Sequence[headings.HeadingLines],
    opening: dict[int, ParagraphStart],
) -> Iterator[tuple[int, int]]:
    """Yield the runs of lines between numbers and headings, as indices."""
    taken: set[int] = set()
    for heading in found:
        taken.update(range(heading.first, heading.last + 1), heading.rules)
    first = 0
    for at in range(len(lines) + 1):
        end = at == len(lines)
        if end or at in taken or at in opening:
            if first < at:
                yield first, at
            first = at + 1 if not end and at in taken else at


def _pieces(
    lines: Sequence[Line], opens: ParagraphStart | None, places: PageMarkIndex, numbered: bool
) -> Iterator[_Piece]:
    """Yield the paragraphs of a run of lines: one, or its blocks where nothing is numbered."""
    size = lines[-1].full_end - lines[0].full_start
    numbered = numbered and (opens is not None or size < MAX_UNNUMBERED_LENGTH)
    whole = opens is not None or numbered
    for group in [list(lines)] if whole else _blocks(lines, places):
        words = [line for line in group if line.text and not places.covers(line.start)]
        while words and headings.is_rule(words[-1].text):
            words.pop()
        first = 0
        while first < len(words) and not opens and headings.is_rule(words[first].text):
            first += 1
        words = words[first:]
        if words and (opens or not numbered or _is_prose(words)):
            yield _Piece(opens.start if opens else words[0].start, words[-1].end, opens)


def _is_prose(words: Sequence[Line]) -> bool:
    size = sum(len(line.text) for line in words)
    return size > MIN_PROSE_LENGTH or bool(SENTENCE_END.search(words[-1].text))


def _blocks(lines: Sequence[Line], places: PageMarkIndex) -> Iterator[list[Line]]:
    """Yield the lines between blank ones; a sentence that runs on holds two blocks together."""
    block: list[Line] = []
    blank = paged = False
    for line in lines:
        if not line.text or places.covers(line.start):
            blank = True
            paged = paged or bool(line.text)
            continue
        apart = blank or len(line.text) > MIN_PARAGRAPH_LINE_LENGTH
        if block and apart and not _runs_on(block[-1], line, paged=paged):
            yield block
            block = []
        block.append(line)
        blank, paged = len(line.text) > MIN_PARAGRAPH_LINE_LENGTH, False
    if block:
        yield block


def _runs_on(before: Line, line: Line, *, paged: bool) -> bool:
    """Tell whether a sentence goes on in a line that stands apart; over a page mark it mostly does.

    Example: `Hong Kong, Singapore,` / page mark / `Malaysia, Germany` (07BOGOTA1457).
    """
    if SENTENCE_END.search(before.text[-8:]):
        return False
    over = paged and len(before.text) > MIN_PROSE_LENGTH and not headings.LIST_ITEM.match(line.text)
    return over or line.text[0].islower()


def _numbered(
    text: str,
    lines: Sequence[Line],
    items: Sequence["_Piece | headings.HeadingLines"],
    places: PageMarkIndex,
) -> ParsedBody:
    """Give paragraphs their positions and keys, and headings the paragraph that they precede."""
    paragraphs: list[ParsedParagraph] = []
    found: list[Heading] = []
    claims: list[Claim] = []
    counts: Counter[int | None] = Counter()
    title = ""
    for item in items:
        if isinstance(item, _Piece):
            counts[item.opens.number if item.opens else None] += 1
            paragraph = _paragraph(text, item, len(paragraphs) + 1, counts, title)
            paragraphs.append(paragraph)
            claims += _split_at_marks(paragraph, places)
            continue
        heading = _heading(text, lines, item)
        title = heading.text
        found.append(heading)
        claims.append(Claim(heading.start, heading.end, PartKind.HEADING))
        if item.title_end:
            whole = lines[item.first]
            claims.append(Claim(whole.start, item.title_start, PartKind.RULE))
            claims.append(Claim(item.title_end, whole.end, PartKind.RULE))
    claims += _rules(lines)
    return ParsedBody(tuple(paragraphs), tuple(found), tuple(claims))


def _rules(lines: Sequence[Line]) -> Iterator[Claim]:
    """Yield the lines of dashes; those inside a paragraph stay its own."""
    for line in lines:
        if headings.is_rule(line.text):
            yield Claim(line.start, line.end, PartKind.RULE)


def _paragraph(
    text: str, piece: _Piece, position: int, counts: Counter[int | None], title: str
) -> ParsedParagraph:
    opens = piece.opens
    number = opens.number if opens else None
    marking = opens.marking if opens else _own_marking(text, piece)
    words = opens.end if opens else piece.start + (len(marking) if marking else 0)
    while words < piece.end and text[words] in " \t\r\n":
        words += 1
    return ParsedParagraph(
        start=piece.start,
        end=max(piece.end, words),
        position=position,
        number=number,
        key=_key(number, counts[number]),
        kind=ParagraphKind.NUMBERED if opens else ParagraphKind.UNNUMBERED,
        marking=markings.normalize_marking(marking) if marking else "",
        heading=title,
        text_start=words,
    )


LEADING_MARKING: Final = re.compile(markings.MARKING, re.VERBOSE)


def _own_marking(text: str, piece: _Piece) -> str:
    """Return the marking with which a paragraph without a number begins."""
    found = LEADING_MARKING.match(text, piece.start, piece.end)
    return found.group() if found else ""


def _key(number: int | None, count: int) -> str:
    if number is None:
        return f"u{count}"
    return str(number) if count == 1 else f"{number}.{count}"


def _heading(text: str, lines: Sequence[Line], found: headings.HeadingLines) -> Heading:
    start = found.title_start or lines[found.first].start
    end = found.title_end or lines[found.last].end
    pilcrow = PILCROW_HEADING.match(text, start)
    begin = pilcrow.end() if pilcrow else start
    words = " ".join(
        text[max(line.start, begin) : min(line.end, end)]
        for at, line in enumerate(lines[found.first : found.last + 1], start=found.first)
        if line.text and at not in found.rules
    )
    return Heading(start=start, end=end, text=words)


def _split_at_marks(paragraph: ParsedParagraph, places: PageMarkIndex) -> Iterator[Claim]:
    """Yield the paragraph's parts: the stretches between the page marks inside it."""
    at = paragraph.start
    for mark in places.between(paragraph.start, paragraph.end):
        yield Claim(at, mark.start, PartKind.PARAGRAPH)
        at = mark.end
    yield Claim(at, paragraph.end, PartKind.PARAGRAPH)
