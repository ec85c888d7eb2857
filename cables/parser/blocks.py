"""Blocks and pieces, from which a paragraph is rendered; each piece is a span of the body."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from cables.parser.repairs import Repair
from cables.parser.values import Span

REDACTION = re.compile(
    r"""
    [Xx\u0425\u0445]{4,}              # XXXXXXXXXXXX, some in Cyrillic (10ZAGREB97)
    | \[ (?:Source|[Nn]ames?) [ ] removed [^\]\n]{0,60} \]
    """,
    re.VERBOSE,
)


class BlockKind(StrEnum):
    """How a block of a paragraph is laid out."""

    PROSE = "prose"
    ITEM = "item"
    LINES = "lines"
    TABLE = "table"


class PieceKind(StrEnum):
    """What a piece of a block is."""

    TEXT = "text"
    REDACTION = "redaction"
    REPAIR = "repair"
    PAGE_MARK = "page"
    LINE_BREAK = "break"


@dataclass(frozen=True, slots=True, kw_only=True)
class Piece(Span):
    """A span of the body; the pieces of a block, concatenated, are the block."""

    kind: PieceKind
    text: str
    """What to show: the body's characters, a line break's or repair's text, or a page label."""
    anchor: str = ""
    """A page mark's URL fragment; else empty."""
    printed: str = ""
    """What a repair replaces; else empty."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Block:
    """One block of a paragraph."""

    kind: BlockKind
    pieces: tuple[Piece, ...]

    @property
    def text(self) -> str:
        """The words, without page marks."""
        return "".join(piece.text for piece in self.pieces if piece.kind != PieceKind.PAGE_MARK)


@dataclass(frozen=True, slots=True, kw_only=True)
class BlockLine(Span):
    """A line, stripped; a page mark also has a label."""

    text: str
    indent: str = ""
    page_label: str = ""
    anchor: str = ""
    repairs: tuple[Repair, ...] = ()


def line_to_pieces(line: BlockLine) -> Iterator[Piece]:
    """Yield a line as text, redactions and repairs, or as a page mark."""
    if line.page_label:
        yield Piece(
            kind=PieceKind.PAGE_MARK,
            text=line.page_label,
            start=line.start,
            end=line.end,
            anchor=line.anchor,
        )
        return
    pieces = [*_redactions(line), *_repairs(line)]
    at = 0
    for piece in sorted(pieces, key=lambda piece: piece.start):
        if piece.start - line.start >= at:
            yield from _text_piece(line, at, piece.start - line.start)
            yield piece
            at = piece.end - line.start
    yield from _text_piece(line, at, len(line.text))


def _redactions(line: BlockLine) -> Iterator[Piece]:
    for match in REDACTION.finditer(line.text):
        start, end = match.span()
        yield Piece(
            kind=PieceKind.REDACTION,
            text=match[0],
            start=line.start + start,
            end=line.start + end,
        )


def _repairs(line: BlockLine) -> Iterator[Piece]:
    for repair in line.repairs:
        yield Piece(
            kind=PieceKind.REPAIR,
            text=repair.meant,
            start=repair.start,
            end=repair.end,
            printed=line.text[repair.start - line.start : repair.end - line.start],
        )


def _text_piece(line: BlockLine, start: int, end: int) -> Iterator[Piece]:
    """Yield a slice of a line as text unless it is empty."""
    if start < end:
        yield Piece(
            kind=PieceKind.TEXT,
            text=line.text[start:end],
            start=line.start + start,
            end=line.start + end,
        )
