"""What a cable is called in a list: its subject, or its first words where the subject is lost."""

from typing import Final

from cables.names.protection import protected_names, withhold_names
from cables.parser.reflow import single_line_text
from cables.parser.values import ParsedCable, Span

MOST_WORDS: Final = 12


def display_title(parsed: ParsedCable) -> str:
    """Return the subject, or up to twelve first words; names that the cable protects left out."""
    words = parsed.subject or _first_words(parsed.summary or _opening_text(parsed))
    return withhold_names(words, protected_names(parsed.body))


def _opening_text(parsed: ParsedCable) -> str:
    """Return the first paragraph's words, or the body's where it has no paragraphs."""
    if not parsed.paragraphs:
        return parsed.body
    first = parsed.paragraphs[0]
    return single_line_text(
        parsed.text, Span(start=first.text_start, end=first.end), parsed.page_marks
    )


def _first_words(text: str) -> str:
    """Cut a text to its first words, with an ellipsis where there are more."""
    words = text.split(maxsplit=MOST_WORDS)
    return " ".join(words[:MOST_WORDS]) + (" …" if len(words) > MOST_WORDS else "")
