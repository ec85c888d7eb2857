"""The title of a cable in lists: its subject, or its first words if it has none."""

from typing import Final

from cables.names.protection import protected_names, withhold_names
from cables.parser.reflow import single_line_text
from cables.parser.values import ParsedCable, Span

MAX_WORDS: Final = 12


def display_title(parsed: ParsedCable) -> str:
    """Return the subject or the first twelve words, without names that the cable protects."""
    words = parsed.subject or _first_words(parsed.summary or _opening_text(parsed))
    return withhold_names(words, protected_names(parsed.body))


def _opening_text(parsed: ParsedCable) -> str:
    """Return the first paragraph's words, or the body if it has no paragraphs."""
    if not parsed.paragraphs:
        return parsed.body
    first = parsed.paragraphs[0]
    return single_line_text(
        parsed.text, Span(start=first.text_start, end=first.end), parsed.page_marks
    )


def _first_words(text: str) -> str:
    """Return the first words of a text, with an ellipsis if there are more."""
    words = text.split(maxsplit=MAX_WORDS)
    return " ".join(words[:MAX_WORDS]) + (" …" if len(words) > MAX_WORDS else "")
