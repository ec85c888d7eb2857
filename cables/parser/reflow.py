"""The reading text: a paragraph's lines joined into blocks, drawn from the verbatim body.

Nothing is rewritten: each piece points at the stretch of the body that it came from. Lines of a
sentence are joined, page-break lines become marks inside the sentence, tables and lists keep
their lines.
"""

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from itertools import pairwise

from cables.parser.blocks import Block, BlockKind, BlockLine, Piece, PieceKind, line_to_pieces
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
"""A line so many characters shorter than it need be was ended on purpose (measured on lists)."""
MAX_TABLE_LINE_LENGTH = 110


def make_blocks(body: str, span: Span, marks: Sequence[PageMark] = ()) -> tuple[Block, ...]:
    """Set a stretch of a body as blocks.

    Args:
        body: The text that all offsets point into.
        span: The stretch, such as a paragraph from its `text_start` on.
        marks: The page-break lines of the body; those outside the stretch are passed over.

    Returns:
        The blocks in order; empty where the stretch is blank.
    """
    lines = list(_read_lines(body, span, marks))
    return tuple(
        block
        for group in _line_groups(_join_over_page_marks(lines))
        for block in _group_blocks(group)
    )


def single_line_text(body: str, span: Span, marks: Sequence[PageMark] = ()) -> str:
    """Return the words of a stretch in one line, page marks left out.

    Where no page mark and no broken word needs to be joined, that is the words as they stand: a
    list of results has dozens of stretches, and blocks take ten times as long.
    """
    words = body[span.start : span.end]
    whole = not any(span.start <= mark.start and mark.end <= span.end for mark in marks)
    if whole and not BROKEN_WORD_AT_LINE_END.search(words):
        return " ".join(words.split())
    return " ".join(" ".join(block.text for block in make_blocks(body, span, marks)).split())


def _read_lines(body: str, span: Span, marks: Sequence[PageMark]) -> Iterator[BlockLine]:
    """Yield the lines of a stretch, blank ones with an empty text."""
    inside = [mark for mark in marks if mark.start >= span.start and mark.end <= span.end]
    starts = [mark.start for mark in inside]
    start = span.start
    while start < span.end:
        newline = body.find("\n", start, span.end)
        end = newline if newline >= 0 else span.end
        here = inside[bisect_left(starts, start) : bisect_left(starts, end)]
        yield from _split_at_marks(body, start, end, here)
        start = max(end, here[-1].end if here else end) + 1


def _split_at_marks(
    body: str, start: int, end: int, within: Sequence[PageMark]
) -> Iterator[BlockLine]:
    """Yield a line, or what stands before, in and behind the page marks that begin in it."""
    for mark in within:
        if body[start : mark.start].strip():
            yield _make_line(body, start, mark.start)
        yield BlockLine(
            start=mark.start,
            end=mark.end,
            text=mark.printed,
            page_label=page_label(mark),
            anchor=mark.anchor,
        )
        start = mark.end
    if not within or body[start:end].strip():
        yield _make_line(body, start, end)


def _make_line(body: str, start: int, end: int) -> BlockLine:
    """Return the line without the blanks around it."""
    raw = body[start:end]
    text = raw.strip()
    first = start + (len(raw) - len(raw.lstrip()))
    if not text:
        return BlockLine(start=start, end=end, text="")
    return BlockLine(start=first, end=first + len(text), text=text, indent=raw[: first - start])


def page_label(mark: PageMark) -> str:
    """Return what the mark says: `page 2 of 3`."""
    return f"page {mark.page} of {mark.pages}" if mark.pages else f"page {mark.page}"


def _join_over_page_marks(lines: list[BlockLine]) -> list[BlockLine]:
    """Drop the blank lines round a page mark where the sentence runs on over it."""
    kept: list[BlockLine] = []
    waiting: list[BlockLine] = []  # blanks and marks behind the last line of words
    for current in lines:
        if not current.text or current.page_label:
            waiting.append(current)
            continue
        marks = [item for item in waiting if item.page_label]
        before = kept[-1].text if kept else ""
        runs_on = before and (not SENTENCE_END.search(before) or current.text[0].islower())
        if marks and runs_on:
            kept += marks
        elif marks:  # the blank first, so that the mark opens what follows it
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
    """Yield the blocks of lines that stand together: a table, or items and prose."""
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
    """Yield the group in runs that are, or are not, rows of a table; two rows make one."""
    flags = [_is_table_row(item) for item in group]
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


def _is_table_row(item: BlockLine) -> bool:
    """Tell whether a line looks like a row: words apart by three blanks or a tab."""
    return len(item.text) <= MAX_TABLE_LINE_LENGTH and bool(COLUMNS.search(item.text))


def _is_list_item(item: BlockLine) -> bool:
    """Tell whether a line opens an item of a list."""
    return not item.page_label and bool(LIST_ITEM.match(item.text))


def _split_at_items(run: list[BlockLine]) -> Iterator[list[BlockLine]]:
    """Yield what stands before the first item, then each item with the lines that it runs over."""
    part: list[BlockLine] = []
    for item in run:
        if _is_list_item(item) and part:
            yield part
            part = []
        part.append(item)
    if part:
        yield part


def _keeps_line_breaks(items: list[BlockLine]) -> bool:
    """Tell whether lines were ended on purpose, as in a list of names: most are far too short."""
    words = [item for item in items if not item.page_label]
    if len(words) < 3:  # noqa: PLR2004 - two lines are a sentence more often than a list
        return False
    width = max(60, *(min(len(item.text), 75) for item in words))
    short = sum(
        len(now.text) + len(after.text.split(maxsplit=1)[0]) + MIN_SHORTFALL < width
        for now, after in pairwise(words)
    )
    return short * 2 > len(words) - 1


def _joined_line_pieces(items: list[BlockLine]) -> Iterator[Piece]:
    """Yield the pieces of lines that are one sentence or more, a blank where lines meet."""
    previous: BlockLine | None = None
    for item in items:
        if previous and not item.page_label and not BROKEN_WORD.search(previous.text):
            yield Piece(kind=PieceKind.TEXT, text=" ", start=previous.end, end=item.start)
        yield from line_to_pieces(item)
        previous = item


def _broken_line_pieces(items: list[BlockLine]) -> Iterator[Piece]:
    """Yield the pieces of lines that stay lines; table rows keep their indent."""
    previous: BlockLine | None = None
    for item in items:
        if previous:
            text = "\n" + item.indent
            yield Piece(kind=PieceKind.LINE_BREAK, text=text, start=previous.end, end=item.start)
        yield from line_to_pieces(item)
        previous = item
