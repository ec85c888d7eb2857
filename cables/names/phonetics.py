"""What is the same in spellings of a foreign name: Qadhafi and Gaddafi, Kholpkov and Khlopkov."""

from functools import lru_cache
from typing import Final

import regex

SPELLINGS: Final = (
    ("ph", "f"),
    ("kh", "k"),
    ("gh", "k"),
    ("dh", "t"),
    ("th", "t"),
    ("sh", "s"),
    ("ch", "s"),
    ("zh", "s"),
    ("ck", "k"),
    ("x", "ks"),
    ("q", "k"),
    ("c", "k"),
    ("g", "k"),
    ("d", "t"),
    ("w", "v"),
    ("z", "s"),
    ("j", "y"),
    ("b", "p"),
)
"""Letters that transcriptions use for one another, the longer first."""
SILENT: Final = regex.compile(r"[aeiouyh]")
DOUBLED: Final = regex.compile(r"(.)\1+")


@lru_cache(maxsize=65_536)
def phonetic_key(word: str) -> str:
    """Return the consonants of a folded word, those that are often confused made one.

    The first letter tells whether it begins with a vowel.
    """
    for spelt, meant in SPELLINGS:
        word = word.replace(spelt, meant)
    first = "a" if word[:1] in set("aeiou") else ""
    return first + str(DOUBLED.sub(r"\1", SILENT.sub("", word)))
