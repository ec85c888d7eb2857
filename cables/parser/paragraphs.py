"""Cut the lines of a cable's text into paragraphs and headings."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import count
from typing import Final, NamedTuple

from cables.parser import headings, markings
from cables.parser.lines import Line, cut_lines
from cables.parser.page_marks import PageMarkIndex
from cables.parser.paragraph_numbers import ParagraphStart
from cables.parser.repairs import repair_text
from cables.parser.tiling import Claim
from cables.parser.values import Heading, PageMark, ParagraphKind, ParsedParagraph, PartKind

MIN_PROSE_LENGTH: Final = 40
"""Fewer characters without a period, among numbered paragraphs, are not a paragraph."""
MIN_PARAGRAPH_LINE_LENGTH: Final = 120
"""In a cable without numbers, each longer line is a paragraph."""
MAX_UNNUMBERED_LENGTH: Final = 2500
"""The longest paragraph without a number among numbered ones; a longer stretch is a separate text,
such as a questionnaire (09PESHAWAR41) or a report (09LONDON109)."""
MAX_WORDS: Final = 450
"""A paragraph with more words is cut at its sub-points and blank lines (10LONDON92)."""
MIN_PART_WORDS: Final = 120
"""Sub-points and blocks are joined until a part has as many words."""
SHORT_LINE: Final = 0.6
"""A line below this share of the longest one's length ends a paragraph."""
MAX_LINE_LENGTH: Final = 800
"""Sub-points inside a longer line are looked for."""
SUB_POINT: Final = re.compile(
    r"""
    (?: [ ] | (?<= [.!?:)"'\u201d-] ) ) [ ]
    (?P<point> \u00b6? [A-Z] \. \d{1,2} \.? [ ] (?= [A-Z] )            # A.1. Openness (10LONDON92)
      | \u00b6? (?: [A-H] | [IVX]{1,4} ) \. [ ] (?= [A-Z] [A-Za-z]* [ ] )   # II. Key Concerns
      | --? [ ]? (?= [A-Z] [A-Za-z. ]{2,40} : )                         # -- Bermuda:
      | [(] (?:U|C|S|SBU|S//?NF|C//?NF) [)] [ ]
      | (?= [A-Z]{3,} (?: [ ] [A-Z&/-]+ ){1,6} [ ] [A-Z][a-z]+ [ ] [a-z] )  # TRADE SUMMARY The
    )
    """,
    re.VERBOSE,
)
"""A sub-point that begins inside an unwrapped line."""
SENTENCE_END: Final = re.compile(r"""[.!?:;"')\]\u201d*-]\s*\Z""")
LEADING_MARKING: Final = re.compile(markings.MARKING, re.VERBOSE)
PILCROW_HEADING: Final = re.compile(r"[¶\ufffd]\s?(?=[A-Z0-9])")


class ParsedBody(NamedTuple):
    """A cable's text as paragraphs and headings."""

    paragraphs: tuple[ParsedParagraph, ...]
    headings: tuple[Heading, ...]
    claims: tuple[Claim, ...]


class _ParagraphSpan(NamedTuple):
    """A paragraph before it has a position and a key."""

    start: int
    end: int
    opens: ParagraphStart | None
    part: bool = False
    """Whether it is a later part of a paragraph that was too long."""


def read_paragraphs(
    text: str, lines: Sequence[Line], starts: Sequence[ParagraphStart], marks: Sequence[PageMark]
) -> ParsedBody:
    """Cut lines into paragraphs and headings.

    Args:
        text: The whole text.
        lines: The lines after the labels and before the signature, cut at paragraphs that begin
            inside a line and at page marks.
        starts: Where the numbered paragraphs begin, in order.
        marks: The page marks, in order.
    """
    starts_by_offset = {start.start: start for start in starts}
    mark_index = PageMarkIndex(marks)
    opening = {
        at: starts_by_offset[line.start]
        for at, line in enumerate(lines)
        if line.start in starts_by_offset
    }
    page_lines = {
        at for at, line in enumerate(lines) if line.text and mark_index.covers(line.start)
    }
    heading_lines = headings.find_headings(lines, opening, page_lines)
    items: list[_ParagraphSpan | headings.HeadingLines] = [*heading_lines]
    for first, stop in _line_runs(lines, heading_lines, opening):
        run, opens = lines[first:stop], opening.get(first)
        for span in _paragraph_spans(run, opens, mark_index, bool(starts)):
            items += _parts(text, run, span, mark_index)
    return _assemble(
        text, lines, sorted(items, key=lambda item: _item_start(lines, item)), mark_index
    )


def _item_start(lines: Sequence[Line], item: "_ParagraphSpan | headings.HeadingLines") -> int:
    return item.start if isinstance(item, _ParagraphSpan) else lines[item.first].start


def _line_runs(
    lines: Sequence[Line],
    heading_lines: Sequence[headings.HeadingLines],
    opening: dict[int, ParagraphStart],
) -> Iterator[tuple[int, int]]:
    """Yield the runs of lines between numbers and headings, as indices."""
    taken: set[int] = set()
    for heading in heading_lines:
        taken.update(range(heading.first, heading.last + 1), heading.rules)
    first = 0
    for at in range(len(lines) + 1):
        end = at == len(lines)
        if end or at in taken or at in opening:
            if first < at:
                yield first, at
            first = at + 1 if not end and at in taken else at


def _paragraph_spans(
    lines: Sequence[Line], opens: ParagraphStart | None, mark_index: PageMarkIndex, numbered: bool
) -> Iterator[_ParagraphSpan]:
    """Yield the paragraphs of a run of lines: one, or its blocks if nothing is numbered."""
    size = lines[-1].full_end - lines[0].full_start
    numbered = numbered and (opens is not None or size < MAX_UNNUMBERED_LENGTH)
    whole = opens is not None or numbered
    for group in [list(lines)] if whole else _blocks(lines, mark_index):
        words = [line for line in group if line.text and not mark_index.covers(line.start)]
        while words and headings.is_rule(words[-1].text):
            words.pop()
        first = 0
        while first < len(words) and not opens and headings.is_rule(words[first].text):
            first += 1
        words = words[first:]
        if words and (opens or not numbered or _is_prose(words)):
            yield _ParagraphSpan(opens.start if opens else words[0].start, words[-1].end, opens)


def _parts(
    text: str, lines: Sequence[Line], span: _ParagraphSpan, mark_index: PageMarkIndex
) -> Iterator[_ParagraphSpan]:
    """Yield a paragraph, in parts if it is too long."""
    if (
        span.end - span.start < 2 * MAX_WORDS
        or len(text[span.start : span.end].split()) < MAX_WORDS
    ):
        yield span
        return
    own = [line for line in lines if span.start <= line.start < span.end]
    cuts = [
        line.start + match.start("point")
        for line in own
        if len(line.text) > MAX_LINE_LENGTH
        for match in SUB_POINT.finditer(line.text)
    ]
    last = own[0]
    begin, words, longest = span.start, 0, 0
    for block in _blocks(cut_lines(text, own, cuts), mark_index):
        for line in block:
            apart = line is block[0] or len(last.text) < SHORT_LINE * longest
            if words >= MIN_PART_WORDS and _may_end_part(last, line, apart=apart):
                yield span._replace(start=begin, end=last.end)
                span = span._replace(opens=None, part=True)
                begin, words, longest = line.start, 0, 0
            last, longest = line, max(longest, len(line.text))
            words += len(line.text.split())
    yield span._replace(start=begin)


def _may_end_part(last: Line, line: Line, *, apart: bool) -> bool:
    """Return whether a part may end between two lines.

    Args:
        last: A line.
        line: The next one, which is a sub-point unless it is set apart.
        apart: Whether it begins a block, or the last line is too short to be a wrapped one.
    """
    item = headings.LIST_ITEM.match(line.text)
    if not SENTENCE_END.search(last.text[-8:]) or (line.text[0].islower() and not item):
        return False
    in_table = headings.COLUMNS.search(last.text) and headings.COLUMNS.search(line.text)
    return bool(item) or (apart and not in_table)


def _is_prose(words: Sequence[Line]) -> bool:
    size = sum(len(line.text) for line in words)
    return size > MIN_PROSE_LENGTH or bool(SENTENCE_END.search(words[-1].text))


def _blocks(lines: Sequence[Line], mark_index: PageMarkIndex) -> Iterator[list[Line]]:
    """Yield the lines between blank ones, joining blocks if a sentence continues."""
    block: list[Line] = []
    after_blank = after_mark = False
    for line in lines:
        if not line.text or mark_index.covers(line.start):
            after_blank = True
            after_mark = after_mark or bool(line.text)
            continue
        apart = after_blank or len(line.text) > MIN_PARAGRAPH_LINE_LENGTH
        if block and apart and not _continues(block[-1], line, after_mark=after_mark):
            yield block
            block = []
        block.append(line)
        after_blank, after_mark = len(line.text) > MIN_PARAGRAPH_LINE_LENGTH, False
    if block:
        yield block


def _continues(before: Line, line: Line, *, after_mark: bool) -> bool:
    """Return whether a sentence continues on a line that is set apart, usually by a page mark.

    Example: `Hong Kong, Singapore,` / page mark / `Malaysia, Germany` (07BOGOTA1457).
    """
    if SENTENCE_END.search(before.text[-8:]):
        return False
    over_mark = (
        after_mark
        and len(before.text) > MIN_PROSE_LENGTH
        and not headings.LIST_ITEM.match(line.text)
    )
    return over_mark or line.text[0].islower()


def _assemble(
    text: str,
    lines: Sequence[Line],
    items: Sequence["_ParagraphSpan | headings.HeadingLines"],
    mark_index: PageMarkIndex,
) -> ParsedBody:
    """Give paragraphs their positions, keys and headings."""
    paragraphs: list[ParsedParagraph] = []
    found_headings: list[Heading] = []
    claims: list[Claim] = []
    counts: Counter[int | None] = Counter()
    spans = [item for item in items if isinstance(item, _ParagraphSpan)]
    unnumbered = sum(not (span.opens or span.part) for span in spans)
    part_keys = map("u{}".format, count(unnumbered + 1))  # so that the other anchors stay
    heading_text = ""
    for item in items:
        if isinstance(item, _ParagraphSpan):
            number = item.opens.number if item.opens else None
            counts[number] += not item.part
            key = next(part_keys) if item.part else _key(number, counts[number])
            paragraph = _paragraph(text, item, len(paragraphs) + 1, key, heading_text)
            if item.part and not paragraph.marking:  # the marking of the whole (10USNATO52)
                paragraph = replace(paragraph, marking=paragraphs[-1].marking)
            paragraphs.append(paragraph)
            claims += _split_at_marks(text, paragraph, mark_index)
            continue
        heading = _heading(text, lines, item)
        heading_text = heading.text
        found_headings.append(heading)
        claims.append(Claim(heading.start, heading.end, PartKind.HEADING))
        if item.title_end:
            first, last = lines[item.first], lines[item.last]
            claims.append(Claim(first.start, item.title_start, PartKind.RULE))
            claims.append(Claim(item.title_end, last.end, PartKind.RULE))
    claims += [
        Claim(line.start, line.end, PartKind.RULE) for line in lines if headings.is_rule(line.text)
    ]  # paragraphs have claimed the rules inside them
    return ParsedBody(tuple(paragraphs), tuple(found_headings), tuple(claims))


def _paragraph(
    text: str, span: _ParagraphSpan, position: int, key: str, heading: str
) -> ParsedParagraph:
    opens = span.opens
    marking = opens.marking if opens else _own_marking(text, span)
    words = opens.end if opens else span.start + (len(marking) if marking else 0)
    while words < span.end and text[words] in " \t\r\n":
        words += 1
    return ParsedParagraph(
        start=span.start,
        end=max(span.end, words),
        position=position,
        number=opens.number if opens else None,
        key=key,
        kind=ParagraphKind.NUMBERED if opens else ParagraphKind.UNNUMBERED,
        marking=markings.normalize_marking(marking) if marking else "",
        heading=heading,
        text_start=words,
    )


def _own_marking(text: str, span: _ParagraphSpan) -> str:
    """Return the marking at the start of a paragraph without a number."""
    match = LEADING_MARKING.match(text, span.start, span.end)
    return match.group() if match else ""


def _key(number: int | None, times: int) -> str:
    if number is None:
        return f"u{times}"
    return str(number) if times == 1 else f"{number}.{times}"


def _heading(text: str, lines: Sequence[Line], heading: headings.HeadingLines) -> Heading:
    start = heading.title_start or lines[heading.first].start
    end = heading.title_end or lines[heading.last].end
    pilcrow = PILCROW_HEADING.match(text, start)
    begin = pilcrow.end() if pilcrow else start
    words = " ".join(
        text[max(line.start, begin) : min(line.end, end)]
        for at, line in enumerate(lines[heading.first : heading.last + 1], start=heading.first)
        if line.text and at not in heading.rules
    )
    return Heading(
        start=start, end=end, text=repair_text(headings.INNER_RULE.sub(" ", words).strip())
    )


def _split_at_marks(
    text: str, paragraph: ParsedParagraph, mark_index: PageMarkIndex
) -> Iterator[Claim]:
    """Yield the words between the page marks inside a paragraph."""
    at = paragraph.start
    for mark in mark_index.between(paragraph.start, paragraph.end):
        if not text[at : mark.start].isspace():
            yield Claim(at, mark.start, PartKind.PARAGRAPH)
        at = mark.end
    yield Claim(at, paragraph.end, PartKind.PARAGRAPH)
