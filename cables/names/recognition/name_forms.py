"""How a name is compared, and how it is written for readers."""

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import Final

from rapidfuzz.distance import OSA

from cables.names.recognition.word_kinds import PARTICLES, SUFFIXES

WordKey = tuple[str, ...]
SHORTEST_VARIANT: Final = 5
"""Letters of a word from which a misspelling of one letter is the same name."""
SHORTEST_GIVEN: Final = 4
"""The same for given names with the same surname: Joao and Joco."""
SONS: Final = frozenset({"bin", "ibn", "ben", "bint", "ould", "ud"})
"""Words before the name of a father, who may have the rest of the name."""
ARTICLES: Final = frozenset({"al", "el", "ul", "as", "ar", "ad", "an", "at", "az"})
_PARTICLES = """
    al el ul ur ad an ar as at az bin ibn ben bint abu de del della delle dei di da das do dos du
    des la le las los van von der den ter ten zu y e af av ud
"""
LOWERCASE_PARTICLES: Final = frozenset(_PARTICLES.split())
"""Words of a name that are written in lower case."""
PIECE: Final = re.compile(r"[^\W\d_]+")
_NUMBERS = "II III IV VI VII VIII IX XI XII XIV XV XVI XXIII"
CASED_SUFFIXES: Final = {"JR": "Jr", "SR": "Sr"} | {number: number for number in _NUMBERS.split()}


@lru_cache(maxsize=16384)
def word_key(printed: str) -> WordKey:
    """Return the words of a name in lower case, without `al-` and suffixes."""
    spaced = printed.lower().replace("’", "'").replace("- ", "-").replace(".", ". ")
    bare = (_bare_word(word) for word in spaced.split())
    words = tuple(word for word in bare if word)
    kept = tuple(word for at, word in enumerate(words) if not at or word not in SUFFIXES)
    return kept if words[-1:] == kept[-1:] or len(kept) > 1 else words  # Pius XII stays whole


def _bare_word(word: str) -> str:
    """Return a word without punctuation around it and an Arabic article."""
    word = word.strip(".,'‘")
    head, dash, tail = word.partition("-")
    return tail if dash and tail and head in ARTICLES else word


def core_words(key: WordKey) -> WordKey:
    """Return the words that are neither initials nor particles."""
    return tuple(word for word in key if len(word) > 1 and word not in PARTICLES) or key


def is_same_person(key: WordKey, other_key: WordKey) -> bool:
    """Return whether two full names in one cable mean the same person."""
    if key == other_key:
        return True
    first, second = core_words(key), core_words(other_key)
    if first == second:
        return _initials_agree(key, other_key)
    if is_near_spelling(first[-1], second[-1]) and _first_names_agree(key[0], other_key[0]):
        return True
    short, long = sorted((first, second), key=len)
    if len(short) > 1 and _is_part_of_name(short, long, sons=bool(SONS & {*key, *other_key})):
        return True
    unequal = [pair for pair in zip(first, second, strict=False) if pair[0] != pair[1]]
    return len(first) == len(second) > 1 and len(unequal) == 1 and is_near_spelling(*unequal[0])


def _is_part_of_name(short: WordKey, long: WordKey, *, sons: bool) -> bool:
    """Return whether a name is the part of a longer one that its bearer may be called by.

    Examples: `Lula da Silva`, `Antonio Gonzalez` of `Jose Antonio Gonzalez Trevino`.
    """
    if short[0] == long[0] and set(short) <= set(long):
        return True
    if len(short) < len(long) and long[-len(short) :] == short and not sons:
        return True
    return len(short) == 2 and len(long) == 4 and long[1:3] == short  # noqa: PLR2004


def _initials_agree(key: WordKey, other_key: WordKey) -> bool:
    first, second = ({word for word in words if len(word) == 1} for words in (key, other_key))
    return not first or not second or bool(first & second)


def _first_names_agree(name: str, other_name: str) -> bool:
    """Return whether two first names may be one: equal, an initial, short form or misspelling."""
    if len(name) == 1 or len(other_name) == 1:
        return name[0] == other_name[0]
    shorter, longer = sorted((name, other_name), key=len)
    return is_near_spelling(name, other_name, SHORTEST_GIVEN) or (
        len(shorter) > 2 and longer.startswith(shorter)  # noqa: PLR2004 - Alexander, Alex
    )


def is_near_spelling(word: str, other_word: str, shortest: int = SHORTEST_VARIANT) -> bool:
    """Return whether two words differ by at most one letter or a transposition."""
    if word == other_word:
        return True
    if min(len(word), len(other_word)) < shortest or _is_feminine_form(word, other_word):
        return False
    return OSA.distance(word, other_word, score_cutoff=1) <= 1


def _is_feminine_form(name: str, other_name: str) -> bool:
    """Return whether one surname is the feminine form of the other: Karimov and Karimova."""
    shorter, longer = sorted((name, other_name), key=len)
    return longer == f"{shorter}a" and shorter.endswith(("ov", "ev", "in", "yn"))


def deletion_variants(word: str) -> Iterator[str]:
    """Yield a word, and the word without each of its letters if it is long enough.

    Two words that are one letter apart have one of these in common.
    """
    yield word
    if SHORTEST_GIVEN <= len(word) <= 24:  # noqa: PLR2004 - no surname is longer
        yield from {word[:at] + word[at + 1 :] for at in range(len(word))}


def collapse_whitespace(text: str) -> str:
    """Return the words separated by single spaces."""
    return " ".join(text.split())


@lru_cache(maxsize=8192)  # thousands of cables name the same few officials
def readable_name(printed: str) -> str:
    """Return a name in mixed case: `ALICE G. WELLS` is `Alice G. Wells`."""
    words = collapse_whitespace(printed).split(" ")
    return " ".join(_cased_word(word, first=not at) for at, word in enumerate(words))


def _cased_word(word: str, *, first: bool) -> str:
    letters = word.strip(".,'’")
    if len(letters) < 2 or not word.isupper():  # noqa: PLR2004 - an initial is one letter
        return word
    if letters in CASED_SUFFIXES:
        return word.replace(letters, CASED_SUFFIXES[letters])
    if "." in letters:  # J.R.
        return word
    if letters.lower() in LOWERCASE_PARTICLES and not first:
        return word.lower()
    return PIECE.sub(lambda piece: _cased_piece(piece[0], word, piece.start()), word)


def _cased_piece(piece: str, word: str, at: int) -> str:
    """Return a part of a word between hyphens or apostrophes in mixed case."""
    if piece.lower() in LOWERCASE_PARTICLES and word[at + len(piece) : at + len(piece) + 1] == "-":
        return piece.lower()  # AL-MALIKI
    if at and word[at - 1] in "'’" and len(piece) == 1:
        return piece.lower()
    if piece.startswith("MC") and len(piece) > 3:  # noqa: PLR2004 - McNair, not Mca
        return "Mc" + piece[2:].capitalize()
    return piece.capitalize()
