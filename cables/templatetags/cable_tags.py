"""Template filters and tags."""

from collections.abc import Iterable, Sequence
from html import escape
from typing import Any, Final

from django import template
from django.template.context import RequestContext
from django.utils.html import format_html_join
from django.utils.safestring import SafeString, mark_safe

from cables.links.next_steps import NextStep, default_steps
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
    """Return a block as HTML, with highlights, links and redactions; the rest is escaped."""
    return mark_safe(render_block(block, annotations))  # noqa: S308


@register.filter
def without_names(text: str, preview: Preview) -> str:
    """Return text that is repeated outside a cable's own text, without protected names."""
    return preview.without_names(text)


@register.filter
def thousands(number: int) -> str:
    """Write a number with commas: 251,287."""
    return f"{number:,}"


@register.filter
def reason_letters(letters: list[str]) -> SafeString:
    """Write reason letters as a cable does: (b) and (d)."""
    parts = [f"({letter})" for letter in letters]
    if len(parts) > 1:
        parts[-2:] = [f"{parts[-2]} and {parts[-1]}"]
    return format_html_join(", ", "{}", ((part,) for part in parts))


@register.filter
def lookup(mapping: dict[str, object], key: str) -> object | None:
    """Look a key up in a dictionary."""
    return mapping.get(key)


@register.filter
def pieces_as_html(pieces: Iterable[LinePiece | tuple[str, bool]]) -> SafeString:
    """Return a line in pieces as HTML: matches are marked, redactions drawn, the rest escaped."""
    html = "".join(PIECE_TEMPLATES[style].format(escape(words)) for words, style in pieces)
    return mark_safe(html)  # noqa: S308 - its parts are escaped


MARK_TEMPLATE: Final = "<mark>{}</mark>"
PIECE_TEMPLATES: Final[dict[str | bool, str]] = {
    "": "{}",
    "mark": MARK_TEMPLATE,
    "redaction": '<span class="redaction" role="img" aria-label="redacted">{}</span>',
    False: "{}",
    True: MARK_TEMPLATE,
}
"""By style of a search result's piece, or whether an excerpt's piece is a person's name."""


@register.filter
def highlighted(text: str, marker: Highlighter | None) -> SafeString:
    """Return a line of text with the matches of a search highlighted; unchanged without one."""
    return pieces_as_html(line_pieces(text, marker.hits(text) if marker else []))


@register.inclusion_tag("_folded.html", takes_context=True)
def folded(
    context: RequestContext,
    items: Sequence[object],
    count: int,
    item_template: str,
    *,
    list_class: str = "plain",
    more: str = "more",
) -> dict[Any, Any]:
    """Show the first items of a list, and fold away the rest.

    Args:
        context: Of the page; item templates may use it.
        items: In order.
        count: How many are shown before the fold.
        item_template: Draws the variable `item` as an <li>.
        list_class: Class of both lists.
        more: What the fold says after its number.
    """
    return {
        **context.flatten(),
        "first_items": items[:count],
        "more_items": items[count:],
        "item_template": item_template,
        "list_class": list_class,
        "more": more,
    }


@register.inclusion_tag("_next_steps.html")
def next_steps(steps: Sequence[NextStep] = ()) -> dict[str, Sequence[NextStep]]:
    """List what to do on a page that has nothing to show."""
    return {"steps": steps or default_steps()}
