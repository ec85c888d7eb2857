"""Stretches of a run whose words may make up a name, before anything speaks for a person."""

import re
from collections.abc import Iterator
from typing import Final, NamedTuple

from cables.text.people.runs import Run, Token
from cables.text.people.words import (
    ACRONYM,
    ANY_TITLE,
    COMMON,
    DEMONYM,
    GIVEN,
    INITIAL,
    NO_NAME,
    NOTHING,
    ORGANISATION,
    PARTICLE,
    PLACE,
    SUFFIX,
    SURNAME,
)
from cables.text.values import PartKind

LONGEST: Final = 6
"""Words of a name, particles and initials included."""
SHORTEST_CAPITALS: Final = 3


LEADING: Final = frozenset(
    "al el bin ibn ben bint abu de del della di da dos du la le van von der den ter ten abd ould ud".split()
)
"""Particles with which a name may begin."""
NO_LAST: Final = LEADING - {"van", "ben", "le", "du", "abu"}
"""Particles with which no name ends."""
SAINTS: Final = frozenset({"san", "santa", "sao", "são", "saint", "st", "st.", "ste", "santo"})
"""What stands before a given name in a place's: San Jose."""
INFLECTED: Final = re.compile(
    r"(?:[^M]ED|ING|LY|TIONS?|MENTS?|NESS|[AI]BLE|IZE[DS]?|ISM|IST|ATES|OUS|IVE|ANCE|ENCE)$"
)


class Candidate(NamedTuple):
    """Words that may be a name."""

    tokens: tuple[Token, ...]
    run: Run
    first: int
    """Index of its first word in the run."""

    @property
    def start(self) -> int:
        """Offset of its first character."""
        return self.tokens[0].start

    @property
    def end(self) -> int:
        """One past its last character."""
        return self.tokens[-1].end

    @property
    def before(self) -> Token | None:
        """The word of the run before it."""
        return self.run.tokens[self.first - 1] if self.first else None

    @property
    def behind(self) -> Token | None:
        """The word of the run behind it; None where the last word is a possessive."""
        at = self.first + len(self.tokens)
        return self.run.tokens[at] if at < len(self.run.tokens) and not self.owns else None

    @property
    def owns(self) -> bool:
        """Tell whether a possessive stands behind it."""
        return self.tokens[-1].owns

    @property
    def size(self) -> int:
        """Number of words that are neither initials nor particles nor suffixes."""
        return sum(not token.kind & (INITIAL | PARTICLE | SUFFIX) for token in self.tokens)


def candidates(run: Run) -> Iterator[Candidate]:
    """Yield the candidates of a run, in order."""
    words = run.tokens
    at = 0
    while at < len(words):
        if not begins(run, at):
            at += 1
            continue
        end = at + 1
        single = words[at].kind & SURNAME and words[at].kind & ~(SURNAME | GIVEN)
        while (
            not single
            and end < len(words)
            and goes_on(run, at, end)
            and not is_another(words, at, end)
        ):
            end += 1
        end = without_loose_end(words, at, end)
        at = without_code(run, at, end)
        if end > at and named(words[at:end]) and end - at <= LONGEST:
            yield Candidate(words[at:end], run, at)
        at = max(end, at + 1)


def begins(run: Run, at: int) -> bool:
    """Tell whether a name may begin with a word."""
    word = run.tokens[at]
    flags = word.kind
    if flags == NOTHING or (at and run.tokens[at - 1].word.lower() in SAINTS):
        return False
    following = run.tokens[at + 1] if at + 1 < len(run.tokens) and not word.owns else None
    if not flags & ~GIVEN:
        return plausible(word, run, alone=following is None)
    if flags & INITIAL:
        return (
            word.word.endswith(".")
            and following is not None
            and following.kind & ~(GIVEN | INITIAL | PARTICLE | SURNAME)
            in (
                0,
                COMMON,
            )
        )
    if flags & ACRONYM or flags & SUFFIX:
        return False
    if flags & PARTICLE:
        return (
            word.word.lower() in LEADING
            and following is not None
            and following.kind != NOTHING
            and not following.kind & NO_NAME
        )
    if flags & (COMMON | PLACE) and run.zone.capitals:  # WILL, GRACE, VIRGINIA
        return False
    if flags & GIVEN:  # Jordan, Christian, Mark: only before what is a name for sure
        return following is not None and (
            not following.kind & ~(GIVEN | INITIAL) or bool(following.kind & SURNAME)
        )
    titled = at > 0 and bool(run.tokens[at - 1].kind & ANY_TITLE) and not run.tokens[at - 1].owns
    return bool(flags & SURNAME) and (titled or not run.zone.capitals)


def plausible(word: Token, run: Run, *, alone: bool) -> bool:
    """Tell whether a word that nothing is known of may be a name; codes in capitals are none."""
    letters = word.word
    if run.zone.capitals or not letters.isupper():
        return len(letters) > 1
    return len(letters) >= SHORTEST_CAPITALS or not alone


def goes_on(run: Run, first: int, at: int) -> bool:
    """Tell whether a name that began goes on with a word."""
    word, flags = run.tokens[at], run.tokens[at].kind
    if flags == NOTHING or run.tokens[at - 1].owns:
        return False
    if run.zone.capitals and not flags and INFLECTED.search(word.word):
        return False
    if not flags & ~(GIVEN | INITIAL | SUFFIX | PARTICLE):
        return True
    if flags & ACRONYM:
        return False
    last = at + 1 == len(run.tokens) or word.owns
    begun = run.tokens[first].kind & (GIVEN | INITIAL)
    if flags & SURNAME:
        near = run.tokens[at - 1].kind & (GIVEN | INITIAL | PARTICLE)
        return bool(begun and near) and (
            last or not run.tokens[at + 1].kind & (ORGANISATION | PLACE)
        )
    if flags & COMMON and run.zone.capitals:
        return False
    if flags & GIVEN and not flags & ANY_TITLE:
        return not flags & (PLACE | ORGANISATION) or bool(begun)
    return bool(begun and flags & (PLACE | DEMONYM) and last and not run.zone.capitals)


def without_code(run: Run, first: int, end: int) -> int:
    """Return where a name begins behind an office in capitals: `USTDA DAN STEIN`."""
    words = run.tokens
    coded = words[first].word.isupper() and not words[first].kind and end - first > 2  # noqa: PLR2004
    if coded and words[first + 1].kind & GIVEN and run.zone.part is PartKind.ATTENTION:
        return first + 1
    return first


def is_another(words: tuple[Token, ...], first: int, at: int) -> bool:
    """Tell whether a given name on a new line begins the next name of a list."""
    return (
        bool(words[at].kind & GIVEN)
        and bool(words[first].kind & GIVEN)
        and at - first > 1
        and not words[at - 1].kind & (PARTICLE | INITIAL | GIVEN)
        and words[at].opens
    )


def without_loose_end(words: tuple[Token, ...], first: int, end: int) -> int:
    """Return the end of a name without particles and initials that hang behind it."""
    while (
        end > first
        and words[end - 1].kind & PARTICLE
        and (
            words[end - 1].word.lower() in NO_LAST or end - first < 2  # noqa: PLR2004
        )
    ):
        end -= 1
    return end


def named(words: tuple[Token, ...]) -> bool:
    """Tell whether there is a word beside initials, particles and suffixes."""
    return any(not word.kind & (INITIAL | PARTICLE | SUFFIX) for word in words)
