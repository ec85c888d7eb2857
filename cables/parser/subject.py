"""The SUBJECT line."""

import html
import re
from typing import Final

from cables.parser import markings
from cables.parser.repairs import TAG

LEADING_MARKING: Final = re.compile(rf"\s*{markings.MARKING}\s*", re.VERBOSE | re.IGNORECASE)
"""Example: `(SBU) DENMARK: GOVERNMENT WEATHERS` (10COPENHAGEN69)."""
TRAILING_MARKING: Final = re.compile(
    rf"""\s* (?: (?! [(] [^()]* \d ) {markings.MARKING}
        | (?: ENTIRE [ ] TEXT [ ] )? SENSITIVE [ ] BUT (?: [ ] UNCLASSIFIED \b
            (?: [./,;]{{0,2}} [ ]? (?: NOFORN | PLEASE | HANDLE | NOT [ ] FOR ) .{{0,50}} )? )? [.]?
        ) \s*\Z""",
    re.VERBOSE | re.IGNORECASE,
)
"""Examples: `(SBU)`, `Sensitive but Unclassified. Please handle accordingly.` (09CAIRO1215). A
number in parentheses is that of a request: `(C-AL9-01632)` (09STATE77662)."""
TRAILING_RULE: Final = re.compile(r"(?:[ \t]Summary)?[ \t]-{4,}.*", re.DOTALL)
"""Example: `ISRAEL MEDIA REACTION ------ SUBJECTS COVERED` (09TELAVIV2188)."""
ENTITY: Final = re.compile(r"&#\d{2,6};")
"""A character that an export wrote as a number: `&#8217;`."""
EXPORT_REMAINS: Final = re.compile(rf"¶|{TAG.pattern}")
"""A pilcrow before a year (09USNATO30), a tag of HTML (07TELAVIV3586)."""
TAIL_LENGTH: Final = 100
"""Last characters of a subject that are searched for a marking."""


def read_subject(text: str, start: int, end: int) -> str:
    """Return the subject between two offsets, its lines joined, without markings.

    Args:
        text: The whole text, its page marks blanked out.
        start: Where the subject begins.
        end: Where it ends.
    """
    words = " ".join(text[start:end].replace("\\\n", " ").split())
    words = " ".join(EXPORT_REMAINS.sub("", TRAILING_RULE.sub("", words)).split())
    words = ENTITY.sub(lambda entity: html.unescape(entity.group()), words)
    if leading := LEADING_MARKING.match(words):
        words = words[leading.end() :]
    trailing = TRAILING_MARKING.search(words, max(0, len(words) - TAIL_LENGTH))
    return words[: trailing.start()] if trailing else words
