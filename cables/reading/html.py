"""Render a block of a paragraph as HTML, with its annotations."""

from collections.abc import Iterator, Sequence
from html import escape
from itertools import pairwise

from django.utils.html import format_html

from cables.parser.blocks import Block, Piece, PieceKind
from cables.parser.values import Span
from cables.reading.annotations import Annotation, covering, cut_points, overlapping


def render_block(block: Block, annotations: Sequence[Annotation] = ()) -> str:
    """Return a block as HTML; all text from files is escaped.

    Args:
        block: The pieces of the body to render.
        annotations: Annotations of the body; those outside of the block are ignored.
    """
    if not block.pieces:
        return ""
    block_span = Span(start=block.pieces[0].start, end=block.pieces[-1].end)
    annotations = overlapping(annotations, block_span) if annotations else ()
    if not annotations:
        return "".join(_render_piece(piece) for piece in block.pieces)
    return "".join(_render_nested(block.pieces, annotations))


def _render_nested(pieces: Sequence[Piece], annotations: Sequence[Annotation]) -> Iterator[str]:
    """Yield the pieces inside the elements of their annotations, properly nested."""
    open_elements: list[Annotation] = []
    for piece in _split_pieces(pieces, annotations):
        elements = covering(annotations, piece.start, piece.end)
        if piece.kind is PieceKind.PAGE_MARK:  # not part of the text, so not of a link or mark
            elements = ()
        while open_elements and open_elements != list(elements[: len(open_elements)]):
            yield _closing_tag(open_elements.pop())
        for element in elements[len(open_elements) :]:
            yield _opening_tag(element)
            open_elements.append(element)
        yield _render_piece(piece)
    while open_elements:
        yield _closing_tag(open_elements.pop())


def _split_pieces(pieces: Sequence[Piece], annotations: Sequence[Annotation]) -> Iterator[Piece]:
    """Yield the pieces, with text cut wherever an annotation starts or ends."""
    for piece in pieces:
        if piece.kind is not PieceKind.TEXT:
            yield piece
            continue
        for start, end in pairwise(cut_points(annotations, piece.start, piece.end)):
            text = piece.text[start - piece.start : end - piece.start]
            yield Piece(kind=PieceKind.TEXT, text=text, start=start, end=end)


def _opening_tag(annotation: Annotation) -> str:
    if annotation.kind == "person":
        return format_html('<a class="person" href="{}">', annotation.href)
    if annotation.kind == "acronym":
        return format_html('<abbr class="acronym" title="{}">', annotation.title)
    return "<mark>"


def _closing_tag(annotation: Annotation) -> str:
    return {"person": "</a>", "acronym": "</abbr>", "mark": "</mark>"}[annotation.kind]


def _render_piece(piece: Piece) -> str:
    """Return one piece as HTML, escaped."""
    if piece.kind is PieceKind.PAGE_MARK:
        # The space keeps screen readers from joining the mark to the word before it.
        if not piece.anchor:
            return format_html(' <span class="page-mark">{}</span>', piece.text)
        return format_html(' <span class="page-mark" id="{}">{}</span>', piece.anchor, piece.text)
    if piece.kind is PieceKind.REDACTION:
        return format_html(
            '<span class="redaction" role="img" aria-label="redacted">{}</span>', piece.text
        )
    text = escape(piece.text, quote=False)  # quotation marks are content here, not attributes
    if piece.kind is PieceKind.REPAIR and text:
        return f'<span class="repair" title="Printed: {escape(piece.printed)}">{text}</span>'
    return text
