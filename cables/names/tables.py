"""Words by which names of persons are told from other words that begin with a capital."""

from functools import cache
from pathlib import Path
from typing import Final

from cables.facts.tables import read_table

DATA: Final = Path(__file__).parent / "data"

TITLE: Final = "title"
ROLE: Final = "role"
KIN: Final = "kin"
MODIFIER: Final = "modifier"

WESTERN: Final = frozenset(
    {"english", "iberian", "french or italian", "germanic or nordic", "eastern european"}
)


@cache
def given_names() -> frozenset[str]:
    """Return frequent given names of the world, in small letters."""
    return frozenset(row["name"].lower() for row in read_table("given_names", DATA))


@cache
def western_given_names() -> frozenset[str]:
    """Return those of Europe and the Americas, which stand first in a name, in small letters."""
    return frozenset(
        row["name"].lower() for row in read_table("given_names", DATA) if row["where"] in WESTERN
    )


@cache
def title_words() -> dict[str, str]:
    """Return words of titles in small letters, each with its kind.

    A `title` stands before a name (`minister`), a `role` does so too, though less strictly
    (`spokesman`), `kin` says what somebody is to another (`son`, `member`), a `modifier` belongs to
    a title (`deputy`, `foreign`).
    """
    return {row["word"]: row["kind"] for row in read_table("titles", DATA)}


@cache
def non_name_words() -> dict[str, str]:
    """Return words that are no names although they begin with a capital, each with its kind.

    Kinds are `organisation` (words of institutions and of a cable's layout), `time`, `place` and
    `demonym` (peoples, languages, faiths, parties).
    """
    return {row["word"]: row["kind"] for row in read_table("not_names", DATA)}


@cache
def common_words() -> frozenset[str]:
    """Return words that cables write in small letters."""
    return frozenset(row["word"] for row in read_table("common_words", DATA))


@cache
def ambiguous_surnames() -> frozenset[str]:
    """Return words and places that are surnames as well, in small letters: `rice`, `brown`."""
    return frozenset(row["word"] for row in read_table("surname_words", DATA))


@cache
def family_names() -> frozenset[str]:
    """Return frequent surnames that are no plain words, in small letters: `dempsey`."""
    return frozenset(row["word"] for row in read_table("family_names", DATA))


@cache
def public_surnames() -> frozenset[str]:
    """Return surnames that name one public figure wherever they stand alone: `gorbachev`."""
    return frozenset(row["word"] for row in read_table("public_surnames", DATA))


@cache
def thing_names() -> frozenset[str]:
    """Return firms, places, ships and other things whose names are like persons', small letters."""
    return frozenset(row["name"] for row in read_table("named_things", DATA))
