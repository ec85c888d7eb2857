"""Reflow a paragraph's wrapped lines into blocks for reading.

Each piece points at its span of the body. The lines of a sentence are joined, page-break lines
become marks inside it, tables and lists keep their lines, and repairs name what they replace.
"""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from itertools import pairwise
from operator import attrgetter

from cables.parser.blocks import Block, BlockKind, BlockLine, Piece, PieceKind, line_to_pieces
from cables.parser.repairs import Repair, find_repairs
from cables.parser.values import PageMark, Span

LIST_ITEM = re.compile(
    r"""
    [ \t]*
    (?: -{1,3} (?=[ \t(A-Za-z]) | [*•] (?=[ \t]) | o (?=[ \t]{1,3}[A-Z])  # - and -- bullets
      | \( [a-z0-9]{1,4} \) (?=[ \t]) | [a-z0-9]{1,2} \) (?=[ \t])  # (a), b), 1)
      | ¶? [A-Z] \. (?=[ \t]+[A-Z(])                                # A. sub-points
    )
    """,
    re.VERBOSE,
)
COLUMNS = re.compile(r"\S(?:[ ]{3,}|\t+)\S")
RULE = re.compile(r"[ \t]*[-=_*~]{4,}[-=_*~ \t]*")
SENTENCE_END = re.compile(r"""[.!?:;]["')\]]*$""")
BROKEN_WORD = re.compile(r"[A-Za-z]-$")
BROKEN_WORD_AT_LINE_END = re.compile(r"[A-Za-z]-\s*\n")
MIN_SHORTFALL = 22
"""A line at least this much shorter than necessary was ended on purpose (measured on lists)."""
MAX_TABLE_LINE_LENGTH = 110


def make_blocks(body: str, span: Span, marks: Sequence[PageMark] = ()) -> tuple[Block, ...]:
    """Reflow a span of a body into blocks.

    Args:
        body: The text that all offsets point into.
        span: The span, such as a paragraph from its `text_start` on.
        marks: The page marks of the body; those outside the span are ignored.

    Returns:
        The blocks in order; empty if the span is blank.
    """
    lines = list(_read_lines(body, span, marks))
    return tuple(
        block
        for group in _line_groups(_join_over_page_marks(lines))
        for block in _group_blocks(group)
    )


def single_line_text(body: str, span: Span, marks: Sequence[PageMark] = ()) -> str:
    """Return the words of a span on one line, repaired and without page marks.

    Blocks are made only if there is a page mark, a broken word or a repair, since they take ten
    times as long and a list of results has dozens of spans.
    """
    words = body[span.start : span.end]
    whole = not any(span.start <= mark.start and mark.end <= span.end for mark in marks)
    if (
        whole
        and not BROKEN_WORD_AT_LINE_END.search(words)
        and not find_repairs(body, span.start, span.end)
    ):
        return " ".join(words.split())
    return " ".join(" ".join(block.text for block in make_blocks(body, span, marks)).split())


def _read_lines(body: str, span: Span, marks: Sequence[PageMark]) -> Iterator[BlockLine]:
    """Yield the lines of a span, blank ones with an empty text."""
    inside = [mark for mark in marks if mark.start >= span.start and mark.end <= span.end]
    starts = [mark.start for mark in inside]
    repairs = find_repairs(body, span.start, span.end)
    start = span.start
    while start < span.end:
        newline = body.find("\n", start, span.end)
        end = newline if newline >= 0 else span.end
        here = inside[bisect_left(starts, start) : bisect_left(starts, end)]
        yield from _split_at_marks(body, start, end, here, repairs)
        start = max(end, here[-1].end if here else end) + 1


def _split_at_marks(
    body: str, start: int, end: int, within: Sequence[PageMark], repairs: Sequence[Repair]
) -> Iterator[BlockLine]:
    """Yield a line, cut at the page marks that begin in it."""
    for mark in within:
        if body[start : mark.start].strip():
            yield _make_line(body, start, mark.start, repairs)
        yield BlockLine(
            start=mark.start,
            end=mark.end,
            text=mark.printed,
            page_label=page_label(mark),
            anchor=mark.anchor,
        )
        start = mark.end
    if not within or body[start:end].strip():
        yield _make_line(body, start, end, repairs)


def _make_line(body: str, start: int, end: int, repairs: Sequence[Repair]) -> BlockLine:
    """Return the line with its indent and repairs, without space and what else ends lines."""
    raw = body[start:end]
    first = start + (len(raw) - len(raw.lstrip()))
    last = first + len(raw.strip())
    at = bisect_left(repairs, first, key=attrgetter("start"))
    here = list(repairs[at : bisect_right(repairs, last, key=attrgetter("end"))])
    while here and here[-1].end == last and not here[-1].meant:
        last = first + len(body[first : here.pop().start].rstrip())
    return BlockLine(
        start=first,
        end=last,
        text=body[first:last],
        indent=raw[: first - start],
        repairs=tuple(here),
    )


def page_label(mark: PageMark) -> str:
    """Return the label of a page mark, `page 2 of 3`, or the words of one without a number."""
    if not mark.page:
        return " ".join(mark.printed.split())
    return f"page {mark.page} of {mark.pages}" if mark.pages else f"page {mark.page}"


def _join_over_page_marks(lines: list[BlockLine]) -> list[BlockLine]:
    """Drop the blank lines around a page mark that interrupts a sentence."""
    kept: list[BlockLine] = []
    waiting: list[BlockLine] = []  # blank lines and marks after the last line of words
    for current in lines:
        if not current.text or current.page_label:
            waiting.append(current)
            continue
        marks = [item for item in waiting if item.page_label]
        before = kept[-1].text if kept else ""
        interrupts = before and (not SENTENCE_END.search(before) or current.text[0].islower())
        if marks and interrupts:
            kept += marks
        elif marks:  # blank lines first, so that the mark comes before what follows
            kept += [item for item in waiting if not item.page_label] + marks
        else:
            kept += waiting
        waiting = []
        kept.append(current)
    return kept + [item for item in waiting if item.page_label]


def _line_groups(lines: list[BlockLine]) -> Iterator[list[BlockLine]]:
    """Yield the runs of lines between blank ones."""
    group: list[BlockLine] = []
    for current in lines:
        if current.text:
            group.append(current)
        elif group:
            yield group
            group = []
    if group:
        yield group


def _group_blocks(group: list[BlockLine]) -> Iterator[Block]:
    """Yield the blocks of adjacent lines: tables, list items and prose."""
    for is_table, run in _table_runs(group):
        if is_table:
            yield Block(kind=BlockKind.TABLE, pieces=tuple(_broken_line_pieces(run)))
            continue
        for items in _split_at_items(run):
            kind = BlockKind.ITEM if _is_list_item(items[0]) else BlockKind.PROSE
            if kind is BlockKind.PROSE and _keeps_line_breaks(items):
                yield Block(kind=BlockKind.LINES, pieces=tuple(_broken_line_pieces(items)))
            else:
                yield Block(kind=kind, pieces=tuple(_joined_line_pieces(items)))


def _table_runs(group: list[BlockLine]) -> Iterator[tuple[bool, list[BlockLine]]]:
    """Yield runs of lines and whether they are a table, which has two rows or more."""
    flags: list[bool] = []
    for item in group:  # a page mark interrupts a table or a sentence, whatever it looks like
        flags.append(any(flags[-1:]) if item.page_label else _is_table_row(item))
    flags = [
        flag or (bool(RULE.fullmatch(item.text)) and any(flags[max(0, at - 1) : at + 2]))
        for at, (flag, item) in enumerate(zip(flags, group, strict=True))
    ]
    start = 0
    for at in range(1, len(group) + 1):
        if at == len(group) or flags[at] != flags[start]:
            run = group[start:at]
            yield flags[start] and len(run) > 1, run
            start = at


def _is_table_row(line: BlockLine) -> bool:
    """Return whether a line looks like a table row: three spaces or a tab between words."""
    return len(line.text) <= MAX_TABLE_LINE_LENGTH and bool(COLUMNS.search(line.text))


def _is_list_item(line: BlockLine) -> bool:
    """Return whether a line begins a list item."""
    return not line.page_label and bool(LIST_ITEM.match(line.text))


def _split_at_items(run: list[BlockLine]) -> Iterator[list[BlockLine]]:
    """Yield the lines before the first item, then each item with its lines."""
    part: list[BlockLine] = []
    for line in run:
        if _is_list_item(line) and part:
            yield part
            part = []
        part.append(line)
    if part:
        yield part


def _keeps_line_breaks(lines: list[BlockLine]) -> bool:
    """Return whether lines were ended on purpose, as in a list of names: most are too short."""
    words = [line for line in lines if not line.page_label]
    if len(words) < 3:  # noqa: PLR2004 - two lines are a sentence more often than a list
        return False
    width = max(60, *(min(len(line.text), 75) for line in words))
    short = sum(
        len(line.text) + len(following.text.split(maxsplit=1)[0]) + MIN_SHORTFALL < width
        for line, following in pairwise(words)
    )
    return short * 2 > len(words) - 1


def _joined_line_pieces(lines: list[BlockLine]) -> Iterator[Piece]:
    """Yield the pieces of wrapped lines, joined by spaces."""
    previous: BlockLine | None = None
    for line in lines:
        if previous and not line.page_label and not BROKEN_WORD.search(previous.text):
            yield Piece(kind=PieceKind.TEXT, text=" ", start=previous.end, end=line.start)
        yield from line_to_pieces(line)
        previous = line


def _broken_line_pieces(lines: list[BlockLine]) -> Iterator[Piece]:
    """Yield the pieces of lines that keep their breaks; table rows also keep their indent."""
    previous: BlockLine | None = None
    for line in lines:
        if previous:
            text = "\n" + line.indent
            yield Piece(kind=PieceKind.LINE_BREAK, text=text, start=previous.end, end=line.start)
        yield from line_to_pieces(line)
        previous = line
