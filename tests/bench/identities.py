"""Which cables a synthetic corpus has: post, time, number and classification, in order of time.

The shares are those of the index of all 251,287 cables (cable-grammar.md, 15).
"""

import zlib
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from functools import cache
from itertools import accumulate
from typing import Final

from cables.facts.posts import PostRecord, all_posts
from cables.facts.reference_ids import repair_reference_id
from cables.parser.reference_ids import format_reference_id, post_code
from tests.bench.chance import Shares, chance

YEARS: Final = (
    {1966: 1.0}
    | dict.fromkeys(range(1972, 1980), 15 / 8)
    | dict.fromkeys(range(1985, 2000), 1015 / 15)
    | {2000: 432, 2001: 878, 2002: 2570, 2003: 8083, 2004: 11808, 2005: 24131, 2006: 42385}
    | {2007: 44688, 2008: 49427, 2009: 56797, 2010: 9004}
)
"""Cables of each year."""

LAST: Final = datetime(2010, 3, 1, tzinfo=UTC)
"""The corpus ends with February 2010."""

CLASSIFICATIONS: Final = Shares(
    {
        "UNCLASSIFIED": 75792,
        "UNCLASSIFIED//FOR OFFICIAL USE ONLY": 58095,
        "CONFIDENTIAL": 97070,
        "CONFIDENTIAL//NOFORN": 4678,
        "SECRET": 11322,
        "SECRET//NOFORN": 4330,
    }
)

GAP: Final = 3
"""One number in three is of a cable in the corpus; the others were never in it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Identity:
    """What tells one cable from all others."""

    post: PostRecord
    year: int
    """Four digits."""
    ordinal: int
    """From 1: the how manieth cable of its post in its year."""
    serial: int
    created: datetime
    """UTC, to the minute."""
    classification: str

    @property
    def reference_id(self) -> str:
        """The canonical reference ID."""
        return format_reference_id(self.year, self.post.code, self.serial)


class Register:
    """How many cables each post has sent in each year so far; all IDs follow from that.

    It has a few thousand entries at most, whatever the size of the corpus.
    """

    def __init__(self) -> None:
        self.counts: defaultdict[tuple[str, int], int] = defaultdict(int)
        self.keys: list[tuple[str, int]] = []
        """Posts and years met so far, in that order."""

    def enter(self, code: str, year: int) -> int:
        """Count one more cable of a post, and return the how manieth of the year it is."""
        key = (code, year)
        if key not in self.counts:
            self.keys.append(key)
        self.counts[key] += 1
        while _is_misprint(format_reference_id(year, code, serial(code, year, self.counts[key]))):
            self.counts[key] += 1
        return self.counts[key]


def _is_misprint(reference_id: str) -> bool:
    """Tell whether the table of misprinted IDs would turn an ID into another one."""
    return repair_reference_id(reference_id) != reference_id


def serial(code: str, year: int, ordinal: int) -> int:
    """Return the number of a cable that is in the corpus, by its place in the post's year."""
    return GAP * ordinal - _offset(code, year, ordinal)


def absent_serial(code: str, year: int, ordinal: int) -> int:
    """Return a number near it that no cable of the corpus has."""
    return max(GAP * ordinal - (_offset(code, year, ordinal) + 1) % GAP, 1)


def _offset(code: str, year: int, ordinal: int) -> int:
    return zlib.crc32(f"{code}{year}{ordinal}".encode()) % GAP


@cache
def senders() -> Shares[PostRecord]:
    """Return the posts, each as frequent as its cables."""
    return Shares(
        {
            post: post.cable_count
            for post in all_posts()
            if post.cable_count and post_code(post.code)
        }
    )


def identities(count: int, seed: int, register: Register) -> Iterator[Identity]:
    """Yield the identities of a corpus, oldest first.

    Args:
        count: How many.
        seed: The same seed gives the same corpus.
        register: Entered cable by cable, so that it knows at any time what came before.
    """
    rng = chance(seed, "identities", count)
    for year, size in sizes(count).items():
        first = datetime(year, 1, 1, tzinfo=UTC)
        span = min(datetime(year + 1, 1, 1, tzinfo=UTC), LAST) - first
        for at in range(size):
            moment = first + span * ((at + rng.random()) / size)
            post = senders().draw(rng)
            ordinal = register.enter(post.code, year)
            yield Identity(
                post=post,
                year=year,
                ordinal=ordinal,
                serial=serial(post.code, year, ordinal),
                created=moment - timedelta(seconds=moment.second, microseconds=moment.microsecond),
                classification=CLASSIFICATIONS.draw(rng),
            )


def sizes(count: int) -> dict[int, int]:
    """Return how many of so many cables fall into each year; the sum is exact."""
    bounds = list(accumulate(YEARS.values()))
    ends = [round(count * bound / bounds[-1]) for bound in bounds]
    return {
        year: end - begin
        for year, begin, end in zip(YEARS, [0, *ends], ends, strict=False)
        if end > begin
    }
