"""What old sites' queries say, in this room's words."""

import re
from datetime import date
from typing import Final
from urllib.parse import quote_plus

MAX_ENCODED_LENGTH: Final = 800
"""Characters that words may take in an address, encoded; beyond 2,048 Django sends no redirect."""
FIRST_YEAR: Final = 1900
LAST_YEAR: Final = 2100
MONTH_OR_DAY: Final = re.compile(r"(?P<month>[0-9]{4}-[0-9]{2})(?P<day>-[0-9]{2})?")


def translate_search(query: str) -> str:
    """Translate the words of a search: `=secret` meant no longer word, `state-secret` a sequence.

    Both become phrases. A dash at the beginning, which takes a word away here, meant nothing there.
    """
    return " ".join(_quote_phrase(word) for word in query.split() if word.strip("=-"))


def _quote_phrase(word: str) -> str:
    """Return one word of a search, or the phrase that it stood for."""
    if '"' in word:
        return word
    bare = word.strip("=-")
    parts = [part for part in re.split(r"[=-]+", bare) if part]
    return f'"{" ".join(parts)}"' if word.startswith("=") or len(parts) > 1 else bare


def fit_in_url(words: str) -> str:
    """Return as many of the words as an address can carry."""
    while len(quote_plus(words)) > MAX_ENCODED_LENGTH:
        words = words[: len(words) * 3 // 4]
    return words.rstrip()


def valid_month_or_day(text: str) -> str:
    """Return a month or a day as it is, empty where the calendar has no such."""
    found = MONTH_OR_DAY.fullmatch(text)
    if not found:
        return ""
    try:
        day = date.fromisoformat(text if found["day"] else f"{text}-01")
    except ValueError:
        return ""
    return text if FIRST_YEAR <= day.year <= LAST_YEAR else ""
