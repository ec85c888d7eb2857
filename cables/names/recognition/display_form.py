"""How a name is written: names in capitals as readers write them, blanks made one."""

import re
from functools import lru_cache
from typing import Final

_PARTICLES = """
    al el ul ur ad an ar as at az bin ibn ben bint abu de del della delle dei di da das do dos du
    des la le las los van von der den ter ten zu y e af av ud
"""
LOWERCASE_PARTICLES: Final = frozenset(_PARTICLES.split())
"""Words of a name that are written in small letters."""
PIECE: Final = re.compile(r"[^\W\d_]+")
_NUMBERS = "II III IV VI VII VIII IX XI XII XIV XV XVI XXIII"
SUFFIXES: Final = {"JR": "Jr", "SR": "Sr"} | {number: number for number in _NUMBERS.split()}


def collapse_whitespace(text: str) -> str:
    """Return the words with one blank between them."""
    return " ".join(text.split())


@lru_cache(maxsize=8192)  # the same few officials stand in thousands of cables
def readable_name(printed: str) -> str:
    """Return a name with its words of capitals turned: `ALICE G. WELLS` is `Alice G. Wells`."""
    words = collapse_whitespace(printed).split(" ")
    return " ".join(_word(word, first=not at) for at, word in enumerate(words))


def _word(word: str, *, first: bool) -> str:
    letters = word.strip(".,'’")
    if len(letters) < 2 or not word.isupper():  # noqa: PLR2004 - an initial is one letter
        return word
    if letters in SUFFIXES:
        return word.replace(letters, SUFFIXES[letters])
    if "." in letters:  # J.R.
        return word
    if letters.lower() in LOWERCASE_PARTICLES and not first:
        return word.lower()
    return PIECE.sub(lambda piece: _piece(piece[0], word, piece.start()), word)


def _piece(piece: str, word: str, at: int) -> str:
    """Return a part of a word between hyphens or apostrophes."""
    if piece.lower() in LOWERCASE_PARTICLES and word[at + len(piece) : at + len(piece) + 1] == "-":
        return piece.lower()  # AL-MALIKI
    if at and word[at - 1] in "'’" and len(piece) == 1:
        return piece.lower()
    if piece.startswith("MC") and len(piece) > 3:  # noqa: PLR2004 - McNair, not Mca
        return "Mc" + piece[2:].capitalize()
    return piece.capitalize()
