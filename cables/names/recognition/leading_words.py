"""Words before a name that are no part of it: offices, places and titles that nobody knows."""

from functools import lru_cache
from typing import Final

from rapidfuzz.distance import OSA

from cables.names.recognition.capitalized_runs import Token, WordRun
from cables.names.recognition.word_kinds import (
    GIVEN,
    TITLE_OR_ROLE,
    is_family_name,
    is_western_given_name,
)
from cables.names.tables import title_words
from cables.parser.values import PartKind

LONG: Final = 3
"""Words of a name of which the first may belong to something else."""
LONGEST_CODE: Final = 4
"""Letters of a code in capitals, where other words have small letters."""
SHORTEST_TITLE: Final = 4
"""Letters of a title that may be misspelt."""


def skip_leading_words(run: WordRun, first: int, end: int) -> int:
    """Return where a name begins behind an office, a place or a title that nobody knows.

    Examples: `USTDA DAN STEIN`, `Minsiter Bernard Doe`, `mayor of Specimen Bernard Doe`.
    """
    words = run.tokens
    if _is_code(words, first, end) and not run.zone.all_caps:
        return first + 1
    if (
        words[first].kind
        or end - first < LONG
        or is_title_token(words[first - 1] if first else None)
    ):
        return first
    one, given = words[first], words[first + 1]
    if not given.kind & GIVEN:
        return first
    code = one.word.isupper() and (
        not given.word.isupper() or run.zone.part_kind is PartKind.ATTENTION
    )
    western = is_western_given_name(given.word) and not run.zone.all_caps
    if western and (_is_misspelt_title(one.word) or (run.after_preposition and not first)):
        return first + 1
    return first + 1 if code else first


def _is_code(words: tuple[Token, ...], first: int, end: int) -> bool:
    """Tell whether a short word of capitals stands before a name that has small letters too."""
    one = words[first]
    return (
        end - first > 1
        and not one.kind
        and one.word.isupper()
        and len(one.word) <= LONGEST_CODE
        and not words[end - 1].word.isupper()
        and not is_family_name(one.word)
        and not is_title_token(words[first - 1] if first else None)
    )


@lru_cache(maxsize=4096)
def _is_misspelt_title(word: str) -> bool:
    """Tell whether a word is a title but for two letters: `Minsiter`."""
    lower = word.lower()
    return len(lower) >= SHORTEST_TITLE and any(
        title[0] == lower[0] and OSA.distance(title, lower, score_cutoff=2) <= 2  # noqa: PLR2004
        for title in title_words()
        if len(title) >= SHORTEST_TITLE
    )


def is_title_token(before: Token | None) -> bool:
    """Tell whether the word before a name is a title."""
    return before is not None and bool(before.kind & TITLE_OR_ROLE) and not before.possessive
