"""Small letters without accents, each character in its place: offsets stay what they were."""

import unicodedata
from functools import cache
from typing import Final

ONE_FOR_ONE: Final = {
    "ı": "i",
    "İ": "i",
    "ø": "o",
    "Ø": "o",
    "ł": "l",
    "Ł": "l",
    "đ": "d",
    "Đ": "d",
}
"""Letters that no decomposition takes apart, and the one whose small form is two characters."""
LATIN: Final = (*range(0xC0, 0x250), *range(0x1E00, 0x1F00))


@cache
def table() -> dict[int, str]:
    """Return the plain letter of each accented Latin letter that has one."""
    found = {ord(letter): plain for letter, plain in ONE_FOR_ONE.items()}
    for code in LATIN:
        base = unicodedata.normalize("NFKD", chr(code))[0]
        if base.isascii() and base.isalpha():
            found.setdefault(code, base)
    return found


def fold(text: str) -> str:
    """Return a text of the same length in small letters, without accents."""
    folded = text.translate(table()) if not text.isascii() else text
    lowered = folded.lower()
    if len(lowered) != len(text):  # a letter of another script whose small form is longer
        lowered = "".join(one if len(one.lower()) != 1 else one.lower() for one in folded)
    return lowered
