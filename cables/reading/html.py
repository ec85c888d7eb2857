"""A block of a paragraph as HTML: its pieces, with what is laid over them."""

from collections.abc import Iterator, Sequence
from html import escape
from itertools import pairwise

from django.utils.html import format_html

from cables.parser.blocks import Block, Piece, PieceKind
from cables.parser.values import Span
from cables.reading.annotations import Annotation, covering, cut_points, overlapping


def render_block(block: Block, annotations: Sequence[Annotation] = ()) -> str:
    """Return a block's words as HTML; whatever came from a file is escaped.

    Args:
        block: The pieces of the body that it is made of.
        annotations: What lies over the body; those elsewhere are passed over.
    """
    if not block.pieces:
        return ""
    whole = Span(start=block.pieces[0].start, end=block.pieces[-1].end)
    here = overlapping(annotations, whole) if annotations else ()
    if not here:
        return "".join(_render_piece(piece) for piece in block.pieces)
    return "".join(_render_nested(block.pieces, here))


def _render_nested(pieces: Sequence[Piece], annotations: Sequence[Annotation]) -> Iterator[str]:
    """Yield pieces with the annotations' elements around them, properly nested."""
    opened: list[Annotation] = []
    for part in _split_pieces(pieces, annotations):
        wanted = covering(annotations, part.start, part.end)
        if part.kind is PieceKind.PAGE_MARK:  # stands beside the text, in no link or mark
            wanted = ()
        while opened and opened != list(wanted[: len(opened)]):
            yield _closing_tag(opened.pop())
        for one in wanted[len(opened) :]:
            yield _opening_tag(one)
            opened.append(one)
        yield _render_piece(part)
    while opened:
        yield _closing_tag(opened.pop())


def _split_pieces(pieces: Sequence[Piece], annotations: Sequence[Annotation]) -> Iterator[Piece]:
    """Yield pieces, those of text cut where an annotation begins or ends."""
    for piece in pieces:
        if piece.kind is not PieceKind.TEXT:
            yield piece
            continue
        for start, end in pairwise(cut_points(annotations, piece.start, piece.end)):
            text = piece.text[start - piece.start : end - piece.start]
            yield Piece(kind=PieceKind.TEXT, text=text, start=start, end=end)


def _opening_tag(annotation: Annotation) -> str:
    """Return the tag that opens an annotation's element."""
    if annotation.kind == "person":
        return format_html('<a class="person" href="{}">', annotation.href)
    if annotation.kind == "acronym":
        return format_html('<abbr class="acronym" title="{}">', annotation.title)
    return "<mark>"


def _closing_tag(annotation: Annotation) -> str:
    """Return the tag that closes it."""
    return {"person": "</a>", "acronym": "</abbr>", "mark": "</mark>"}[annotation.kind]


def _render_piece(piece: Piece) -> str:
    """Return one piece; whatever came from a file is escaped."""
    if piece.kind is PieceKind.PAGE_MARK:
        # A blank before it, or the word before would run into it where it is read aloud.
        if not piece.anchor:
            return format_html(' <span class="page-mark">{}</span>', piece.text)
        return format_html(' <span class="page-mark" id="{}">{}</span>', piece.anchor, piece.text)
    if piece.kind is PieceKind.REDACTION:
        return format_html(
            '<span class="redaction" role="img" aria-label="redacted">{}</span>', piece.text
        )
    # In an element's content quotation marks are text. A pilcrow at a line's start is the original
    # site's, put before anything that looked like a number; the live one stands in the margin.
    return escape(piece.text.removeprefix("¶"), quote=False)
