"""Filters for pages: a block of a paragraph as HTML, numbers, markings in words."""

from collections.abc import Iterable, Sequence
from html import escape
from typing import Final

from django import template
from django.utils.html import format_html_join
from django.utils.safestring import SafeString, mark_safe

from cables.parser.blocks import Block
from cables.reading.annotations import Annotation
from cables.reading.classifications import classification_slug
from cables.reading.explanations import css_level, marking_in_words
from cables.reading.html import render_block
from cables.reading.previews import Preview
from cables.search import Highlighter
from cables.search.highlight import LinePiece, line_pieces

register = template.Library()
register.filter(css_level)
register.filter(marking_in_words)
register.filter("level_slug", classification_slug)


@register.filter
def block_html(block: Block, annotations: Sequence[Annotation] = ()) -> SafeString:
    """Return a block's words as HTML, with marks, links and redactions; the rest is escaped."""
    return mark_safe(render_block(block, annotations))  # noqa: S308


@register.filter
def without_names(text: str, preview: Preview) -> str:
    """Return words that are repeated beside a cable's text, protected names left out."""
    return preview.without_names(text)


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
def lookup(mapping: dict[str, object], key: str) -> object | None:
    """Look a key up in a dictionary."""
    return mapping.get(key)


@register.filter
def pieces_as_html(pieces: Iterable[LinePiece]) -> SafeString:
    """Return a line in pieces as HTML: the words found are marked, redactions drawn."""
    html = "".join(PIECE_TEMPLATES[drawn].format(escape(words)) for words, drawn in pieces)
    return mark_safe(html)  # noqa: S308 - its parts are escaped


PIECE_TEMPLATES: Final = {
    "": "{}",
    "mark": "<mark>{}</mark>",
    "redaction": '<span class="redaction" role="img" aria-label="redacted">{}</span>',
}


@register.filter
def highlighted(text: str, marker: Highlighter | None) -> SafeString:
    """Return a line of text with the words of a search marked; as it is where there is none."""
    return pieces_as_html(line_pieces(text, marker.hits(text) if marker else []))
