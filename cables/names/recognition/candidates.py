"""Stretches of a run whose words may make up a name, before anything speaks for a person."""

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import Final

from rapidfuzz.distance import OSA

from cables.names.recognition.values import Candidate, Token, WordRun
from cables.names.recognition.word_kinds import (
    ACRONYM,
    COMMON,
    DEMONYM,
    GIVEN,
    INITIAL,
    NEVER_A_NAME,
    NON_NAME_KINDS,
    ORGANIZATION,
    PARTICLE,
    PLACE,
    SUFFIX,
    SURNAME,
    TIME,
    TITLE_OR_ROLE,
    is_family_name,
    is_western_given_name,
    word_kind,
)
from cables.names.tables import title_words
from cables.parser.values import PartKind

LONGEST: Final = 6
"""Words of a name, particles and initials included."""
SHORTEST_CAPITALS: Final = 3
SHORTEST_STROKED: Final = 5
"""Letters of a surname that a stroke joins to an office or another."""
_LEADING = """
    al el bin ibn ben bint abu de del della di da dos du la le van von der den ter ten abd ould ud
"""
LEADING: Final = frozenset(_LEADING.split())
"""Particles with which a name may begin."""
NO_LAST: Final = (LEADING - {"van", "ben", "le", "du", "abu"}) | {"as", "at", "an", "ad", "az"}
"""Particles with which no name ends."""
SAINTS: Final = frozenset({"san", "santa", "sao", "são", "saint", "st", "st.", "ste", "santo"})
"""What stands before a given name in a place's: San Jose."""
ARTICLES: Final = frozenset({"la", "el", "los", "las"})
INFLECTED: Final = re.compile(
    r"(?:[^M]ED|ING|LY|TIONS?|MENTS?|NESS|[AI]BLE|IZE[DS]?|ISM|IST|[CGKTVZ]ES|IES|OUS|IVE|ANCE|ENCE)$"
)
LONG_NAME: Final = 3
"""Words of a name of which the first may belong to something else."""
LONGEST_CODE: Final = 4
"""Letters of a code in capitals, where other words have small letters."""
SHORTEST_TITLE: Final = 4
"""Letters of a title that may be misspelt."""


def cut_candidates(run: WordRun) -> Iterator[Candidate]:
    """Yield the candidates of a run, in order."""
    words = run.tokens
    at = 0
    while at < len(words):
        if "/" in words[at].word and run.zone.part_kind is PartKind.ATTENTION:
            yield from _slash_joined_surnames(run, at)
        if not _may_begin_name(run, at):
            at += 1
            continue
        end = _trim_trailing_particles(words, at, _name_end(run, at))
        at = _skip_leading_words(run, at, end)
        if end > at and _named(words[at:end]) and end - at <= LONGEST:
            yield Candidate(words[at:end], run, at)
        at = max(end, at + 1)


def _slash_joined_surnames(run: WordRun, at: int) -> Iterator[Candidate]:
    """Yield the surnames that strokes join in an attention line: `EUR/WE FOR DOE/DEMPSEY`."""
    whole = run.tokens[at]
    parts = whole.word.split("/")
    if not any(is_family_name(part) for part in parts) or whole.end - whole.start < len(whole.word):
        return
    start = whole.start
    for part in parts:
        end, flags = start + len(part), word_kind(part)
        if len(part) >= SHORTEST_STROKED and not flags & ~(GIVEN | SURNAME):
            yield Candidate(
                (Token(start, end, part, flags, possessive=False, starts_line=False),), run, at
            )
        start = end + 1


def _name_end(run: WordRun, first: int) -> int:
    """Return the index behind the last word of a name."""
    words, end = run.tokens, first + 1
    goes_with = end < len(words) and words[end].kind & PARTICLE and not words[first].possessive
    flags = words[first].kind
    if flags & SURNAME and flags & ~(SURNAME | GIVEN) and not flags & GIVEN and not goes_with:
        return end  # Rice, which nothing but a surname can be here
    while (
        end < len(words)
        and _may_continue_name(run, first, end)
        and not _is_another(words, first, end)
    ):
        end += 1
    return end


def _may_begin_name(run: WordRun, at: int) -> bool:
    """Tell whether a name may begin with a word."""
    word, flags = run.tokens[at], run.tokens[at].kind
    before = run.tokens[at - 1] if at else None
    if flags == NEVER_A_NAME or _of_place(before, word):
        return False
    following = run.tokens[at + 1] if at + 1 < len(run.tokens) and not word.possessive else None
    if not flags & ~(GIVEN | SURNAME):
        return _plausible(word, run, alone=following is None)
    if flags & (INITIAL | PARTICLE):
        return following is not None and not _is_saint(following) and _leads(word, following)
    return _may_begin_name_though_ambiguous(run, at, following)


def _may_begin_name_though_ambiguous(run: WordRun, at: int, following: Token | None) -> bool:
    """Tell whether a name may begin with a word that is known as another too."""
    flags, before = run.tokens[at].kind, run.tokens[at - 1] if at else None
    if flags & GIVEN and flags & PLACE and run.zone.all_caps and following is not None:
        return is_family_name(following.word)  # DIEGO URIBE, but not JORDAN DENIES
    if flags & (ACRONYM | SUFFIX) or (flags & (COMMON | PLACE) and run.zone.all_caps):
        return _is_title_token(before) and bool(flags & SURNAME)
    if flags & GIVEN:  # Jordan, Christian, Mark: only before what is a name for sure
        behind = (token for token in run.tokens[at + 1 :] if not _may_lead(token))
        name = next(behind, None)
        return following is not None and name is not None and _is_name(name)
    return bool(flags & SURNAME) and (_is_title_token(before) or not run.zone.all_caps)


def _may_lead(word: Token) -> bool:
    """Tell whether a word is a particle, or a given name that is a place too: `Francisco`."""
    return bool(word.kind & PARTICLE) or bool(word.kind & GIVEN and word.kind & PLACE)


def _is_saint(word: Token) -> bool:
    """Tell whether a word stands before a given name in a place's: `San Jose`."""
    return word.word.lower() in SAINTS


def _of_place(before: Token | None, word: Token) -> bool:
    """Tell whether a word is a saint's, or what an article makes a place: `San Jose`, `La Paz`."""
    if any(one is not None and _is_saint(one) for one in (before, word)):
        return True
    article = before is not None and before.word.lower() in ARTICLES
    return article and bool(word.kind & NON_NAME_KINDS)


def _plausible(word: Token, run: WordRun, *, alone: bool) -> bool:
    """Tell whether a word that nothing is known of may be a name; codes in capitals are none."""
    letters = word.word
    if run.zone.all_caps or not letters.isupper():
        return len(letters) > 1
    return len(letters) >= SHORTEST_CAPITALS or not alone


def _leads(word: Token, following: Token) -> bool:
    """Tell whether an initial or a particle may begin a name before a word."""
    if following.kind == NEVER_A_NAME:
        return False
    if word.kind & PARTICLE:
        return word.word.lower() in LEADING and not following.kind & NON_NAME_KINDS
    plain = following.kind & ~(GIVEN | INITIAL | PARTICLE | SURNAME)
    return word.word.endswith(".") and plain in {0, COMMON}


def _is_name(word: Token) -> bool:
    """Tell whether a word is not known as anything but a name."""
    return not word.kind & ~(GIVEN | INITIAL) or bool(word.kind & SURNAME)


def _may_continue_name(run: WordRun, first: int, at: int) -> bool:
    """Tell whether a name that began goes on with a word."""
    word, flags = run.tokens[at], run.tokens[at].kind
    if flags == NEVER_A_NAME or run.tokens[at - 1].possessive:
        return False
    if run.zone.all_caps and (is_inflected(word) or _plain(flags)):
        return False
    if not flags & ~(GIVEN | INITIAL | SUFFIX | PARTICLE):
        return True
    if flags & ACRONYM:
        return False
    begun = bool(run.tokens[first].kind & (GIVEN | INITIAL))
    return _as_surname(run, at, begun=begun) or _as_middle_name(run, at, begun=begun)


def is_inflected(word: Token) -> bool:
    """Tell whether a word in capitals ends as verbs and nouns do, and is no frequent surname."""
    inflected = not word.kind and INFLECTED.search(word.word) is not None
    return inflected and not is_family_name(word.word)


def _plain(flags: int) -> bool:
    """Tell whether a word of capitals is a plain word, though it may be a given name too."""
    return bool(flags & COMMON) and not flags & SURNAME


def _as_surname(run: WordRun, at: int, *, begun: bool) -> bool:
    """Tell whether a word that is known as another may be the surname behind given names."""
    word, flags = run.tokens[at], run.tokens[at].kind
    last = at + 1 == len(run.tokens) or word.possessive
    if flags & SURNAME:
        near = run.tokens[at - 1].kind
        beside = near & (GIVEN | INITIAL | PARTICLE)
        beside = beside or (flags & PLACE and not near & ~(SURNAME | COMMON))
        double = near & SURNAME and at > 1 and run.tokens[at - 2].kind & GIVEN
        beside = beside or (double and last)  # Jane Ward Campos
        only = not flags & NON_NAME_KINDS & ~COMMON
        beside = beside or (not near and last and only and not run.zone.all_caps)
        closed = last or not run.tokens[at + 1].kind & (ORGANIZATION | PLACE)
        return begun and bool(beside) and closed
    return begun and last and bool(flags & (PLACE | DEMONYM)) and not run.zone.all_caps


def _as_middle_name(run: WordRun, at: int, *, begun: bool) -> bool:
    """Tell whether a word is a given name, though it is known as another word too."""
    flags = run.tokens[at].kind
    if not flags & GIVEN or flags & TITLE_OR_ROLE:
        return False
    if flags & TIME:  # Laurens Jan Doe, but not Jane Doe Jan
        return begun and at + 1 < len(run.tokens) and not run.tokens[at + 1].kind & ~SURNAME
    return begun or not flags & (PLACE | ORGANIZATION)


def _is_another(words: tuple[Token, ...], first: int, at: int) -> bool:
    """Tell whether a given name or initial on a new line begins the next name of a list."""
    return (
        bool(words[at].kind & (GIVEN | INITIAL))
        and bool(words[first].kind & (GIVEN | INITIAL))
        and at - first > 1
        and not words[at - 1].kind & (PARTICLE | INITIAL | GIVEN)
        and words[at].starts_line
        and at + 1 < len(words)
        and not words[at].possessive
    )


def _trim_trailing_particles(words: tuple[Token, ...], first: int, end: int) -> int:
    """Return the end of a name without particles that hang behind it."""
    while end > first and words[end - 1].kind & PARTICLE:
        if end - first > 1 and words[end - 1].word.lower() not in NO_LAST:
            break
        end -= 1
    return end


def _named(words: tuple[Token, ...]) -> bool:
    """Tell whether there is a word beside initials, particles and suffixes."""
    return any(not word.kind & (INITIAL | PARTICLE | SUFFIX) for word in words)


def _skip_leading_words(run: WordRun, first: int, end: int) -> int:
    """Return where a name begins behind an office, a place or a title that nobody knows.

    Examples: `USTDA DAN STEIN`, `Minsiter Bernard Doe`, `mayor of Specimen Bernard Doe`.
    """
    words = run.tokens
    if _is_code(words, first, end) and not run.zone.all_caps:
        return first + 1
    if (
        words[first].kind
        or end - first < LONG_NAME
        or _is_title_token(words[first - 1] if first else None)
    ):
        return first
    leading, given = words[first], words[first + 1]
    if not given.kind & GIVEN:
        return first
    code = leading.word.isupper() and (
        not given.word.isupper() or run.zone.part_kind is PartKind.ATTENTION
    )
    western = is_western_given_name(given.word) and not run.zone.all_caps
    if western and (_is_misspelt_title(leading.word) or (run.after_preposition and not first)):
        return first + 1
    return first + 1 if code else first


def _is_code(words: tuple[Token, ...], first: int, end: int) -> bool:
    """Tell whether a short word of capitals stands before a name that has small letters too."""
    leading = words[first]
    return (
        end - first > 1
        and not leading.kind
        and leading.word.isupper()
        and len(leading.word) <= LONGEST_CODE
        and not words[end - 1].word.isupper()
        and not is_family_name(leading.word)
        and not _is_title_token(words[first - 1] if first else None)
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


def _is_title_token(before: Token | None) -> bool:
    """Tell whether the word before a name is a title."""
    return before is not None and bool(before.kind & TITLE_OR_ROLE) and not before.possessive
