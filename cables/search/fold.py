"""Small letters without accents, each character in its place: offsets stay what they were."""

import re
import unicodedata
from functools import cache
from typing import Final

UNDECOMPOSED_LETTERS: Final = {
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
PILCROW: Final = "¶"
"""Mostly the only character of a cable that is not ASCII, whose letters fold ten times as fast."""
LATIN_CODE_POINTS: Final = (*range(0xC0, 0x250), *range(0x1E00, 0x1F00))


@cache
def _plain_letters() -> dict[int, str]:
    """Return the plain letter of each accented Latin letter that has one."""
    found = {ord(letter): plain for letter, plain in UNDECOMPOSED_LETTERS.items()}
    for code in LATIN_CODE_POINTS:
        base = unicodedata.normalize("NFKD", chr(code))[0]
        if base.isascii() and base.isalpha():
            found.setdefault(code, base)
    return found


@cache
def _accented_letter_pattern() -> re.Pattern[str]:
    """Return what finds the letters of the table: a text has few of them."""
    return re.compile(f"[{''.join(map(chr, _plain_letters()))}]")


def fold_text(text: str) -> str:
    """Return a text of the same length in small letters, without accents; a pilcrow is a blank."""
    folded = text.replace(PILCROW, " ")
    if not folded.isascii():
        folded = _accented_letter_pattern().sub(
            lambda letter: _plain_letters()[ord(letter[0])], folded
        )
    lowered = folded.lower()
    if len(lowered) != len(text):  # a letter of another script whose small form is longer
        lowered = "".join(one if len(one.lower()) != 1 else one.lower() for one in folded)
    return lowered
