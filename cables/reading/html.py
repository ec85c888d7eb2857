"""A block of a paragraph as HTML: its pieces, with what is laid over them."""

from collections.abc import Iterator, Sequence
from html import escape
from itertools import pairwise

from django.utils.html import format_html

from cables.parser.blocks import Block, Piece, PieceKind
from cables.parser.values import Span
from cables.reading.annotations import Annotation, cuts, over, within


def draw(block: Block, annotations: Sequence[Annotation] = ()) -> str:
    """Return a block's words as HTML; whatever came from a file is escaped.

    Args:
        block: The pieces of the body that it is made of.
        annotations: What lies over the body; those elsewhere are passed over.
    """
    if not block.pieces:
        return ""
    whole = Span(start=block.pieces[0].start, end=block.pieces[-1].end)
    here = within(annotations, whole) if annotations else ()
    if not here:
        return "".join(piece_as_html(piece) for piece in block.pieces)
    return "".join(nested(block.pieces, here))


def nested(pieces: Sequence[Piece], annotations: Sequence[Annotation]) -> Iterator[str]:
    """Yield pieces with the annotations' elements around them, properly nested."""
    opened: list[Annotation] = []
    for part in parts(pieces, annotations):
        wanted = over(annotations, part.start, part.end)
        if part.kind is PieceKind.PAGE:  # stands beside the text, in no link or mark
            wanted = ()
        while opened and opened != list(wanted[: len(opened)]):
            yield closing_tag(opened.pop())
        for one in wanted[len(opened) :]:
            yield opening_tag(one)
            opened.append(one)
        yield piece_as_html(part)
    while opened:
        yield closing_tag(opened.pop())


def parts(pieces: Sequence[Piece], annotations: Sequence[Annotation]) -> Iterator[Piece]:
    """Yield pieces, those of text cut where an annotation begins or ends."""
    for piece in pieces:
        if piece.kind is not PieceKind.TEXT:
            yield piece
            continue
        for start, end in pairwise(cuts(annotations, piece.start, piece.end)):
            text = piece.text[start - piece.start : end - piece.start]
            yield Piece(kind=PieceKind.TEXT, text=text, start=start, end=end)


def opening_tag(annotation: Annotation) -> str:
    """Return the tag that opens an annotation's element."""
    if annotation.kind == "person":
        return format_html('<a class="person" href="{}">', annotation.href)
    if annotation.kind == "acronym":
        return format_html('<abbr class="acronym" title="{}">', annotation.title)
    return "<mark>"


def closing_tag(annotation: Annotation) -> str:
    """Return the tag that closes it."""
    return {"person": "</a>", "acronym": "</abbr>", "mark": "</mark>"}[annotation.kind]


def piece_as_html(piece: Piece) -> str:
    """Return one piece; whatever came from a file is escaped."""
    if piece.kind is PieceKind.PAGE:
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
