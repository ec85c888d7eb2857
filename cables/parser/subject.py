"""The SUBJECT line."""

import re
from collections.abc import Sequence
from typing import Final

from cables.parser import markings
from cables.parser.values import PageMark

LEADING_MARKING: Final = re.compile(rf"\s*{markings.MARKING}\s*", re.VERBOSE | re.IGNORECASE)
"""Example: `(SBU) DENMARK: GOVERNMENT WEATHERS` (10COPENHAGEN69)."""
TRAILING_MARKING: Final = re.compile(rf"\s*{markings.MARKING}\s*\Z", re.VERBOSE | re.IGNORECASE)
TRAILING_RULE: Final = re.compile(r"[ \t]-{4,}.*", re.DOTALL)
"""Example: `ISRAEL MEDIA REACTION ------ SUBJECTS COVERED` (09TELAVIV2188)."""
TAIL_LENGTH: Final = 60
"""Last characters of a subject that are searched for a marking."""


def read_subject(text: str, start: int, end: int, marks: Sequence[PageMark]) -> str:
    """Return the subject between two offsets, its lines joined, without page marks and marking."""
    pieces = []
    for mark in marks:
        if start <= mark.start < end:
            pieces.append(text[start : mark.start])
            start = mark.end
    pieces.append(text[start:end])
    words = TRAILING_RULE.sub("", " ".join(" ".join(pieces).replace("\\\n", " ").split()))
    if leading := LEADING_MARKING.match(words):
        return words[leading.end() :]
    trailing = TRAILING_MARKING.search(words, max(0, len(words) - TAIL_LENGTH))
    return words[: trailing.start()] if trailing else words
