"""What a paragraph is drawn from: blocks of pieces, each a stretch of the verbatim body."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from cables.parser.values import Span

REDACTION = re.compile(
    r"""
    [Xx\u0425\u0445]{4,}              # XXXXXXXXXXXX, some with the Cyrillic letter (10ZAGREB97)
    | \[ (?:Source|[Nn]ames?) [ ] removed [^\]\n]{0,60} \]
    """,
    re.VERBOSE,
)


class BlockKind(StrEnum):
    """How a stretch of a paragraph is set."""

    PROSE = "prose"
    ITEM = "item"
    LINES = "lines"
    TABLE = "table"


class PieceKind(StrEnum):
    """What stands in a block."""

    TEXT = "text"
    REDACTION = "redaction"
    PAGE_MARK = "page"
    LINE_BREAK = "break"


@dataclass(frozen=True, slots=True, kw_only=True)
class Piece(Span):
    """A stretch of the body inside a block; joined with nothing between them they are the block."""

    kind: PieceKind
    text: str
    """What to show: the body's own characters, what stands for a line's end, or a page's number."""
    anchor: str = ""
    """A page mark's fragment; empty for other pieces."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Block:
    """One block of a paragraph."""

    kind: BlockKind
    pieces: tuple[Piece, ...]

    @property
    def text(self) -> str:
        """The words, page marks left out."""
        return "".join(piece.text for piece in self.pieces if piece.kind != PieceKind.PAGE_MARK)


@dataclass(frozen=True, slots=True, kw_only=True)
class BlockLine(Span):
    """A line without the blanks around it; a page mark has its page's number."""

    text: str
    indent: str = ""
    page_label: str = ""
    anchor: str = ""


def line_to_pieces(item: BlockLine) -> Iterator[Piece]:
    """Yield a line as text and redactions, or as its page mark."""
    if item.page_label:
        yield Piece(
            kind=PieceKind.PAGE_MARK,
            text=item.page_label,
            start=item.start,
            end=item.end,
            anchor=item.anchor,
        )
        return
    at = 0
    for found in REDACTION.finditer(item.text):
        yield from _text_piece(item, at, found.start())
        yield Piece(
            kind=PieceKind.REDACTION,
            text=found[0],
            start=item.start + found.start(),
            end=item.start + found.end(),
        )
        at = found.end()
    yield from _text_piece(item, at, len(item.text))


def _text_piece(item: BlockLine, start: int, end: int) -> Iterator[Piece]:
    """Yield a stretch of a line as text, if there is any."""
    if start < end:
        yield Piece(
            kind=PieceKind.TEXT,
            text=item.text[start:end],
            start=item.start + start,
            end=item.start + end,
        )
