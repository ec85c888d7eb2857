"""Which cables a synthetic corpus has: post, time, serial number and classification.

The shares are those of the index of all 251,287 cables.
"""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
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
"""One serial number in three belongs to a cable of the corpus."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Identity:
    """What distinguishes one cable from all others."""

    post: PostRecord
    serial: int
    created: datetime
    """UTC, to the minute."""
    classification: str

    @property
    def year(self) -> int:
        """Four digits."""
        return self.created.year

    @property
    def reference_id(self) -> str:
        """The canonical reference ID."""
        return format_reference_id(self.year, self.post.code, self.serial)


@cache
def senders() -> Shares[PostRecord]:
    """Return the posts, each as frequent as its cables."""
    posts = (post for post in all_posts() if post.cable_count and post_code(post.code))
    return Shares({post: post.cable_count for post in posts})


def identities(count: int, seed: int) -> Iterator[Identity]:
    """Yield so many identities, oldest first; the same count and seed give the same ones."""
    rng = chance(seed, "identities", count)
    sent: Counter[tuple[str, int]] = Counter()
    for year, size in sizes(count).items():
        first = datetime(year, 1, 1, tzinfo=UTC)
        span = min(datetime(year + 1, 1, 1, tzinfo=UTC), LAST) - first
        for place in range(size):
            created = first + span * ((place + rng.random()) / size)
            post = senders().draw(rng)
            serial = 0
            while not serial or is_repaired(format_reference_id(year, post.code, serial)):
                sent[post.code, year] += 1
                serial = GAP * sent[post.code, year] - rng.randrange(GAP)
            yield Identity(
                post=post,
                serial=serial,
                created=created.replace(second=0, microsecond=0),
                classification=CLASSIFICATIONS.draw(rng),
            )


def is_repaired(reference_id: str) -> bool:
    """Return whether the table of misprinted IDs would replace this ID."""
    return repair_reference_id(reference_id) != reference_id


def sizes(count: int) -> dict[int, int]:
    """Return the number of cables of each year; they add up to `count`."""
    bounds = list(accumulate(YEARS.values()))
    ends = [round(count * bound / bounds[-1]) for bound in bounds]
    years = zip(YEARS, [0, *ends], ends, strict=False)
    return {year: end - begin for year, begin, end in years if end > begin}


@cache
def printed_post(post: PostRecord) -> str:
    """Return the name that classification and REF lines print: `RIO DE JANEIRO`.

    It is the code of the reference IDs if the city alone does not name this post.
    """
    name = post.city.upper()
    plain = name.isascii() and all(letter.isalpha() or letter in " '" for letter in name)
    return name if name and plain and post_code(name) == post.code else post.code


def routing_indicator(post: PostRecord) -> str:
    """Return the network address of a post; the Department's if none is known."""
    return post.routing_indicator or "RUEHC"
