"""The SUBJECT line."""

import re
from typing import Final

from cables.parser import markings
from cables.parser.values import PageMark

BEFORE: Final = re.compile(rf"\s*(?P<marking>{markings.MARKING})\s*", re.VERBOSE | re.IGNORECASE)
"""Example: `(SBU) DENMARK: GOVERNMENT WEATHERS` (10COPENHAGEN69)."""
BEHIND: Final = re.compile(rf"\s*(?P<marking>{markings.MARKING})\s*\Z", re.VERBOSE | re.IGNORECASE)
RULE_BEHIND: Final = re.compile(r"[ \t]-{4,}.*", re.DOTALL)
"""Example: `ISRAEL MEDIA REACTION ------ SUBJECTS COVERED` (09TELAVIV2188)."""
TAIL: Final = 60
"""A marking behind the subject stands in its last characters."""


def read(text: str, start: int, end: int, marks: tuple[PageMark, ...]) -> tuple[str, str]:
    """Return the subject between two offsets, its lines joined, and its marking."""
    pieces = []
    for mark in marks:
        if start <= mark.start < end:
            pieces.append(text[start : mark.start])
            start = mark.end
    pieces.append(text[start:end])
    words = RULE_BEHIND.sub("", " ".join(" ".join(pieces).replace("\\\n", " ").split()))
    found = BEFORE.match(words)
    if found:
        return words[found.end() :], markings.usual(found["marking"])
    found = BEHIND.search(words, max(0, len(words) - TAIL))
    if found:
        return words[: found.start()], markings.usual(found["marking"])
    return words, ""
