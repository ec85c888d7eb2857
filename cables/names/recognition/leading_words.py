"""Words before a name that are no part of it: offices, places and titles that nobody knows."""

from functools import lru_cache
from typing import Final

from rapidfuzz.distance import OSA

from cables.names.recognition.capitalized_runs import Run, Token
from cables.names.recognition.word_kinds import ANY_TITLE, GIVEN, is_family_name, stands_first
from cables.names.tables import title_words
from cables.parser.values import PartKind

LONG: Final = 3
"""Words of a name of which the first may belong to something else."""
LONGEST_CODE: Final = 4
"""Letters of a code in capitals, where other words have small letters."""
SHORTEST_TITLE: Final = 4
"""Letters of a title that may be misspelt."""


def without_stranger(run: Run, first: int, end: int) -> int:
    """Return where a name begins behind an office, a place or a title that nobody knows.

    Examples: `USTDA DAN STEIN`, `Minsiter Bernard Doe`, `mayor of Specimen Bernard Doe`.
    """
    words = run.tokens
    if is_code(words, first, end) and not run.zone.capitals:
        return first + 1
    if words[first].kind or end - first < LONG or titled(words[first - 1] if first else None):
        return first
    one, given = words[first], words[first + 1]
    if not given.kind & GIVEN:
        return first
    code = one.word.isupper() and (not given.word.isupper() or run.zone.part is PartKind.ATTENTION)
    western = stands_first(given.word) and not run.zone.capitals
    if western and (is_misspelt_title(one.word) or (run.of and not first)):
        return first + 1
    return first + 1 if code else first


def is_code(words: tuple[Token, ...], first: int, end: int) -> bool:
    """Tell whether a short word of capitals stands before a name that has small letters too."""
    one = words[first]
    return (
        end - first > 1
        and not one.kind
        and one.word.isupper()
        and len(one.word) <= LONGEST_CODE
        and not words[end - 1].word.isupper()
        and not is_family_name(one.word)
        and not titled(words[first - 1] if first else None)
    )


@lru_cache(maxsize=4096)
def is_misspelt_title(word: str) -> bool:
    """Tell whether a word is a title but for two letters: `Minsiter`."""
    lower = word.lower()
    return len(lower) >= SHORTEST_TITLE and any(
        title[0] == lower[0] and OSA.distance(title, lower, score_cutoff=2) <= 2  # noqa: PLR2004
        for title in title_words()
        if len(title) >= SHORTEST_TITLE
    )


def titled(before: Token | None) -> bool:
    """Tell whether the word before a name is a title."""
    return before is not None and bool(before.kind & ANY_TITLE) and not before.owns
