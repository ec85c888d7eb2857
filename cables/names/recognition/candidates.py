"""Cut runs of capitalized words into candidates: words that may be a name."""

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
"""Words of a name, including particles and initials."""
SHORTEST_CAPITALS: Final = 3
MIN_SLASH_JOINED: Final = 5
"""Letters of a surname that a slash joins to an office or another surname."""
_LEADING = """
    al el bin ibn ben bint abu de del della di da dos du la le van von der den ter ten abd ould ud
"""
LEADING: Final = frozenset(_LEADING.split())
"""Particles with which a name may begin."""
NO_LAST: Final = (LEADING - {"van", "ben", "le", "du", "abu"}) | {"as", "at", "an", "ad", "az"}
"""Particles with which no name ends."""
SAINTS: Final = frozenset({"san", "santa", "sao", "são", "saint", "st", "st.", "ste", "santo"})
"""Words before a given name in the name of a place: San Jose."""
ARTICLES: Final = frozenset({"la", "el", "los", "las"})
INFLECTED: Final = re.compile(
    r"(?:[^M]ED|ING|LY|TIONS?|MENTS?|NESS|[AI]BLE|IZE[DS]?|ISM|IST|[CGKTVZ]ES|IES|OUS|IVE|ANCE|ENCE)$"
)
LONG_NAME: Final = 3
"""Words of a name from which on the first may not belong to it."""
LONGEST_CODE: Final = 4
"""Letters of a code in capitals in a text in mixed case."""
SHORTEST_TITLE: Final = 4
"""Letters of a title that may be misspelled."""


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
        candidate = Candidate(words[at:end], run, at)
        if candidate.size and end - at <= LONGEST:
            yield candidate
        at = max(end, at + 1)


def _slash_joined_surnames(run: WordRun, at: int) -> Iterator[Candidate]:
    """Yield the surnames that slashes join in an attention line: `EUR/WE FOR DOE/DEMPSEY`."""
    joined = run.tokens[at]
    parts = joined.word.split("/")
    has_surname = any(is_family_name(part) for part in parts)
    if not has_surname or joined.end - joined.start < len(joined.word):  # over a line end
        return
    start = joined.start
    for part in parts:
        end, flags = start + len(part), word_kind(part)
        if len(part) >= MIN_SLASH_JOINED and not flags & ~(GIVEN | SURNAME):
            surname = Token(start, end, part, flags, possessive=False, starts_line=False)
            yield Candidate((surname,), run, at)
        start = end + 1


def _name_end(run: WordRun, first: int) -> int:
    """Return the index after the last word of a name."""
    words, end = run.tokens, first + 1
    goes_with = end < len(words) and words[end].kind & PARTICLE and not words[first].possessive
    flags = words[first].kind
    if flags & SURNAME and flags & ~(SURNAME | GIVEN) and not flags & GIVEN and not goes_with:
        return end  # Rice, which nothing but a surname can be here
    while (
        end < len(words)
        and _may_continue_name(run, first, end)
        and not _starts_next_name(words, first, end)
    ):
        end += 1
    return end


def _may_begin_name(run: WordRun, at: int) -> bool:
    word, flags = run.tokens[at], run.tokens[at].kind
    before = run.tokens[at - 1] if at else None
    if flags == NEVER_A_NAME or _is_part_of_place(before, word):
        return False
    following = run.tokens[at + 1] if at + 1 < len(run.tokens) and not word.possessive else None
    if not flags & ~(GIVEN | SURNAME):
        return _is_plausible(word, run, alone=following is None)
    if flags & (INITIAL | PARTICLE):
        return (
            following is not None and not _is_saint(following) and _may_lead_into(word, following)
        )
    return _may_begin_name_though_ambiguous(run, at, following)


def _may_begin_name_though_ambiguous(run: WordRun, at: int, following: Token | None) -> bool:
    """Return whether a name may begin with a word that has another meaning too."""
    flags, before = run.tokens[at].kind, run.tokens[at - 1] if at else None
    if flags & GIVEN and flags & PLACE and run.zone.all_caps and following is not None:
        return is_family_name(following.word)  # DIEGO URIBE, but not JORDAN DENIES
    if flags & (ACRONYM | SUFFIX) or (flags & (COMMON | PLACE) and run.zone.all_caps):
        return _is_title_token(before) and bool(flags & SURNAME)
    if flags & GIVEN:  # Jordan, Christian, Mark: only before what is a name for sure
        rest = (token for token in run.tokens[at + 1 :] if not _may_lead(token))
        name = next(rest, None)
        return following is not None and name is not None and _is_name(name)
    return bool(flags & SURNAME) and (_is_title_token(before) or not run.zone.all_caps)


def _may_lead(word: Token) -> bool:
    """Return whether a word is a particle, or a given name that is also a place: `Francisco`."""
    return bool(word.kind & PARTICLE) or bool(word.kind & GIVEN and word.kind & PLACE)


def _is_saint(word: Token) -> bool:
    return word.word.lower() in SAINTS


def _is_part_of_place(before: Token | None, word: Token) -> bool:
    """Return whether a saint or an article makes a word a place: `San Jose`, `La Paz`."""
    if any(token is not None and _is_saint(token) for token in (before, word)):
        return True
    article = before is not None and before.word.lower() in ARTICLES
    return article and bool(word.kind & NON_NAME_KINDS)


def _is_plausible(word: Token, run: WordRun, *, alone: bool) -> bool:
    """Return whether an unknown word may be a name; short codes in capitals are not."""
    letters = word.word
    if run.zone.all_caps or not letters.isupper():
        return len(letters) > 1
    return len(letters) >= SHORTEST_CAPITALS or not alone


def _may_lead_into(word: Token, following: Token) -> bool:
    """Return whether a name may begin with an initial or a particle and the word after it."""
    if following.kind == NEVER_A_NAME:
        return False
    if word.kind & PARTICLE:
        return word.word.lower() in LEADING and not following.kind & NON_NAME_KINDS
    plain = following.kind & ~(GIVEN | INITIAL | PARTICLE | SURNAME)
    return word.word.endswith(".") and plain in {0, COMMON}


def _is_name(word: Token) -> bool:
    """Return whether a word is known only as a name, or unknown."""
    return not word.kind & ~(GIVEN | INITIAL) or bool(word.kind & SURNAME)


def _may_continue_name(run: WordRun, first: int, at: int) -> bool:
    word, flags = run.tokens[at], run.tokens[at].kind
    if flags == NEVER_A_NAME or run.tokens[at - 1].possessive:
        return False
    if run.zone.all_caps and (is_inflected(word) or (flags & COMMON and not flags & SURNAME)):
        return False
    if not flags & ~(GIVEN | INITIAL | SUFFIX | PARTICLE):
        return True
    if flags & ACRONYM:
        return False
    begun = bool(run.tokens[first].kind & (GIVEN | INITIAL))
    return _is_surname_of(run, at, begun=begun) or _is_middle_name_of(run, at, begun=begun)


def is_inflected(word: Token) -> bool:
    """Return whether a word in capitals ends like a verb or noun and is not a frequent surname."""
    inflected = not word.kind and INFLECTED.search(word.word) is not None
    return inflected and not is_family_name(word.word)


def _is_surname_of(run: WordRun, at: int, *, begun: bool) -> bool:
    """Return whether a word with another meaning may be the surname after given names."""
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


def _is_middle_name_of(run: WordRun, at: int, *, begun: bool) -> bool:
    """Return whether a word with another meaning may be a given name."""
    flags = run.tokens[at].kind
    if not flags & GIVEN or flags & TITLE_OR_ROLE:
        return False
    if flags & TIME:  # Laurens Jan Doe, but not Jane Doe Jan
        return begun and at + 1 < len(run.tokens) and not run.tokens[at + 1].kind & ~SURNAME
    return begun or not flags & (PLACE | ORGANIZATION)


def _starts_next_name(words: tuple[Token, ...], first: int, at: int) -> bool:
    """Return whether a given name or initial on a new line begins the next name of a list."""
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
    while end > first and words[end - 1].kind & PARTICLE:
        if end - first > 1 and words[end - 1].word.lower() not in NO_LAST:
            break
        end -= 1
    return end


def _skip_leading_words(run: WordRun, first: int, end: int) -> int:
    """Return where a name begins after an unknown office, place or title.

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
    place = run.after_preposition and not first
    skipped = code or (western and (place or _is_misspelled_title(leading.word)))
    return first + 1 if skipped else first


def _is_code(words: tuple[Token, ...], first: int, end: int) -> bool:
    """Return whether a short word in capitals precedes a name in mixed case."""
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
def _is_misspelled_title(word: str) -> bool:
    """Return whether a word is within two letters of a title: `Minsiter`."""
    lower = word.lower()
    return len(lower) >= SHORTEST_TITLE and any(
        title[0] == lower[0] and OSA.distance(title, lower, score_cutoff=2) <= 2  # noqa: PLR2004
        for title in title_words()
        if len(title) >= SHORTEST_TITLE
    )


def _is_title_token(before: Token | None) -> bool:
    return before is not None and bool(before.kind & TITLE_OR_ROLE) and not before.possessive
