"""A phonetic key for transcribed names: Qadhafi and Gaddafi, Kholpkov and Khlopkov."""

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
"""Letters that transcriptions interchange, longer ones first."""
SILENT: Final = regex.compile(r"[aeiouyh]")
DOUBLED: Final = regex.compile(r"(.)\1+")


@lru_cache(maxsize=65_536)
def phonetic_key(word: str) -> str:
    """Return the consonants of a folded word, those often confused made the same.

    A leading `a` marks a word that begins with a vowel.
    """
    for spelling, sound in SPELLINGS:
        word = word.replace(spelling, sound)
    first = "a" if word[:1] in set("aeiou") else ""
    return first + str(DOUBLED.sub(r"\1", SILENT.sub("", word)))
