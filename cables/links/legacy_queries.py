"""Translate the query parameters of older cable sites."""

import re
from datetime import date
from typing import Final
from urllib.parse import quote_plus

MAX_ENCODED_LENGTH: Final = 800
"""Characters of an encoded query; Django sends no redirect to a URL of more than 2,048."""
FIRST_YEAR: Final = 1900
LAST_YEAR: Final = 2100
MONTH_OR_DAY: Final = re.compile(r"(?P<month>[0-9]{4}-[0-9]{2})(?P<day>-[0-9]{2})?")


def translate_search(query: str) -> str:
    """Translate a search: `=secret` meant the exact word, `state-secret` a sequence of words.

    Both become phrases. A leading hyphen, which excludes a word here, had no meaning there.
    """
    return " ".join(_quote_phrase(word) for word in query.split() if word.strip("=-"))


def _quote_phrase(word: str) -> str:
    """Return one word of a search, or the phrase that it meant."""
    if '"' in word:
        return word
    bare = word.strip("=-")
    parts = [part for part in re.split(r"[=-]+", bare) if part]
    return f'"{" ".join(parts)}"' if word.startswith("=") or len(parts) > 1 else bare


def fit_in_url(text: str) -> str:
    """Return the beginning of a text that fits in a URL."""
    while len(quote_plus(text)) > MAX_ENCODED_LENGTH:
        text = text[: len(text) * 3 // 4]
    return text.rstrip()


def valid_month_or_day(text: str) -> str:
    """Return a month or a day unchanged, or an empty string if the calendar has no such date."""
    match = MONTH_OR_DAY.fullmatch(text)
    if not match:
        return ""
    try:
        day = date.fromisoformat(text if match["day"] else f"{text}-01")
    except ValueError:
        return ""
    return text if FIRST_YEAR <= day.year <= LAST_YEAR else ""
