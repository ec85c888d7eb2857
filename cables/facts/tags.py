"""TAGS: the codes under which the Department files cables by country, subject, program and body."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from typing import Final

from cables.facts.tables import read_table

MAX_PHRASE_WORDS: Final = 3
"""Words of the longest phrase that is a tag."""
CODE_LENGTHS: Final = range(2, 7)
"""Letters of the codes that may have run together."""
MAX_FUSED_LENGTH: Final = 80
"""Twice the longest word that codes made."""
USUAL_LENGTH: Final = 4
"""Letters of a code for a subject."""


@dataclass(frozen=True, slots=True, kw_only=True)
class TagMeaning:
    """A code and its meaning."""

    code: str
    """Capitals and digits: `PREL`, `RS`, `KNNP`."""
    kind: str
    """`subject`, `geopolitical`, `program` or `organization`."""
    meaning: str
    """In English; for a code with two meanings, the more frequent one with a note."""
    source: str
    """Source of the meaning; `use in cables` is the weakest."""


def find_tag(code: str) -> TagMeaning | None:
    """Return the meaning of a code, or None. Codes are in capitals; case matters."""
    return _tags_by_code().get(code)


@cache
def _tags_by_code() -> dict[str, TagMeaning]:
    return {tag.code: tag for tag in reversed(all_tag_meanings())}


@cache
def all_tag_meanings() -> tuple[TagMeaning, ...]:
    """Return all codes with their meanings, by kind.

    AL, AU and IO appear twice, as a country and as an organization; `find_tag` returns the country,
    whose meaning mentions the organization.
    """
    return tuple(
        TagMeaning(code=row["code"], kind=row["kind"], meaning=row["meaning"], source=row["source"])
        for row in read_table("tags")
    )


def repair_tags(printed: str) -> tuple[str, ...]:
    """Return the codes that a printed tag means.

    Args:
        printed: As in the cable: `PGOV`, `pgov`, `AFPHUM`, `EIAD`.

    Returns:
        One code for a valid or misspelled tag, several for tags that ran together (406 of the 3,875
        tags that the original site listed). If no repair is known, the printed tag in capitals; so
        always at least one.
    """
    code = printed.strip().upper()
    if code in _tags_by_code():
        return (code,)
    return _repairs().get(code) or _apart(code) or (code,)


def longest_phrase(words: Sequence[str]) -> int:
    """Return how many words at the start are one tag, such as IRAQI FREEDOM; at least one."""
    for count in range(len(words), 1, -1):
        if " ".join(words[:count]) in _phrases():
            return count
    return 1


def begins_phrase(word: str) -> bool:
    """Return whether a tag of several words begins with a word."""
    return word in _first_words()


@cache
def _first_words() -> frozenset[str]:
    return frozenset(phrase.split()[0] for phrase in _phrases())


@cache
def _phrases() -> frozenset[str]:
    return frozenset(code for code in (*_tags_by_code(), *_repairs()) if " " in code)


@cache
def _repairs() -> dict[str, tuple[str, ...]]:
    return {row["printed_tag"]: tuple(row["tags"].split()) for row in read_table("tag_repairs")}


def _apart(fused: str) -> tuple[str, ...]:
    """Return the codes that ran together in a word (`AFPHUM`); empty if there are none.

    They are as few as possible, and most letters belong to codes of four or more, so that a word
    (`BRUSSELS`) is not taken apart into countries.
    """
    if len(fused) > MAX_FUSED_LENGTH:
        return ()
    fewest: dict[int, tuple[str, ...]] = {len(fused): ()}
    for at in range(len(fused) - 1, -1, -1):
        ways = [
            (code, *fewest[at + length])
            for length in CODE_LENGTHS
            if at + length in fewest and (code := fused[at : at + length]) in _tags_by_code()
        ]
        if ways:
            fewest[at] = min(ways, key=len)
    codes = fewest.get(0, ())
    long = sum(len(code) for code in codes if len(code) >= USUAL_LENGTH)
    return codes if long * 2 > len(fused) else ()
