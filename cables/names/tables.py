"""Word lists for telling personal names from other capitalized words."""

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
    """Return frequent given names of the world, in lower case."""
    return frozenset(row["name"].lower() for row in read_table("given_names", DATA))


@cache
def western_given_names() -> frozenset[str]:
    """Return the given names of Europe and the Americas, which come first, in lower case."""
    return frozenset(
        row["name"].lower() for row in read_table("given_names", DATA) if row["where"] in WESTERN
    )


@cache
def title_words() -> dict[str, str]:
    """Return words of titles in lower case, each with its kind.

    A `title` precedes a name (`minister`), a `role` does so less often (`spokesman`), `kin` is a
    relation to another person (`son`, `member`), a `modifier` belongs to a title (`deputy`,
    `foreign`).
    """
    return {row["word"]: row["kind"] for row in read_table("titles", DATA)}


@cache
def non_name_words() -> dict[str, str]:
    """Return capitalized words that are not names, each with its kind.

    Kinds are `organization` (words of institutions and of a cable's layout), `time`, `place` and
    `demonym` (peoples, languages, faiths, parties).
    """
    return {row["word"]: row["kind"] for row in read_table("not_names", DATA)}


@cache
def common_words() -> frozenset[str]:
    """Return words that cables write in lower case."""
    return frozenset(row["word"] for row in read_table("common_words", DATA))


@cache
def ambiguous_surnames() -> frozenset[str]:
    """Return words and places that are surnames as well, in lower case: `rice`, `brown`."""
    return frozenset(row["word"] for row in read_table("surname_words", DATA))


@cache
def family_names() -> frozenset[str]:
    """Return frequent surnames that are not plain words, in lower case: `dempsey`."""
    return frozenset(row["word"] for row in read_table("family_names", DATA))


@cache
def public_surnames() -> frozenset[str]:
    """Return surnames that mean a public figure wherever they appear alone: `gorbachev`."""
    return frozenset(row["word"] for row in read_table("public_surnames", DATA))


@cache
def thing_names() -> frozenset[str]:
    """Return firms, places and ships whose names look like persons', in lower case."""
    return frozenset(row["name"] for row in read_table("named_things", DATA))
