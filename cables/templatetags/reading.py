"""Filters for pages: a block of a paragraph as HTML, numbers, markings in words."""

from html import escape

from django import template
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString, mark_safe

from cables.explanations import level, marking_in_words
from cables.text.pieces import Block, Piece, PieceKind

register = template.Library()
register.filter(level)
register.filter(marking_in_words)


@register.filter
def prose(block: Block) -> SafeString:
    """Return a block's words as HTML: page marks and redactions drawn, everything else escaped."""
    return mark_safe("".join(piece_as_html(piece) for piece in block.pieces))  # noqa: S308


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


@register.filter
def thousands(number: int) -> str:
    """Write a number with narrow blanks: 251 287."""
    return f"{number:,}".replace(",", "\u202f")


@register.filter
def reason_letters(letters: list[str]) -> SafeString:
    """Write reason letters as a cable does: (b) and (d)."""
    written = [f"({letter})" for letter in letters]
    if len(written) > 1:
        written[-2:] = [f"{written[-2]} and {written[-1]}"]
    return format_html_join(", ", "{}", ((one,) for one in written))


@register.filter
def get(mapping: dict[str, object], key: str) -> object | None:
    """Look a key up in a dictionary."""
    return mapping.get(key)
