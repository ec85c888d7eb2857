"""The SUBJECT line."""

import re
from typing import Final

from cables.parser import markings
from cables.parser.values import PageMark

LEADING_MARKING: Final = re.compile(
    rf"\s*(?P<marking>{markings.MARKING})\s*", re.VERBOSE | re.IGNORECASE
)
"""Example: `(SBU) DENMARK: GOVERNMENT WEATHERS` (10COPENHAGEN69)."""
TRAILING_MARKING: Final = re.compile(
    rf"\s*(?P<marking>{markings.MARKING})\s*\Z", re.VERBOSE | re.IGNORECASE
)
TRAILING_RULE: Final = re.compile(r"[ \t]-{4,}.*", re.DOTALL)
"""Example: `ISRAEL MEDIA REACTION ------ SUBJECTS COVERED` (09TELAVIV2188)."""
TAIL_LENGTH: Final = 60
"""A marking behind the subject stands in its last characters."""


def read_subject(text: str, start: int, end: int, marks: tuple[PageMark, ...]) -> tuple[str, str]:
    """Return the subject between two offsets, its lines joined, and its marking."""
    pieces = []
    for mark in marks:
        if start <= mark.start < end:
            pieces.append(text[start : mark.start])
            start = mark.end
    pieces.append(text[start:end])
    words = TRAILING_RULE.sub("", " ".join(" ".join(pieces).replace("\\\n", " ").split()))
    found = LEADING_MARKING.match(words)
    if found:
        return words[found.end() :], markings.normalize_marking(found["marking"])
    found = TRAILING_MARKING.search(words, max(0, len(words) - TAIL_LENGTH))
    if found:
        return words[: found.start()], markings.normalize_marking(found["marking"])
    return words, ""
