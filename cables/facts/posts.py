"""Embassies, consulates and missions that sent cables, and the spellings of their names.

There are two kinds of alternative spellings. IDs up to 2006 have KIEV for the post that later ones
call KYIV: both occur in real IDs, so neither is rewritten, and `current_post_code` links them.
BRUSELS is a typo: `canonical_post_code` rewrites it. No rule turns an embassy into the mission in
the same city: BRUSSELS is not USEUBRUSSELS, and VIENNA is not UNVIEVIENNA.
"""

import re
from dataclasses import dataclass
from functools import cache
from typing import Final

from cables.facts.tables import read_table

NOT_A_LETTER: Final = re.compile(r"[^A-Z]")
"""What IDs omit from a post's name. Example: the spaces of `RIO DE JANEIRO`, the apostrophe of
`N'DJAMENA` (REF lines)."""

MISSPELLED_NAMES: Final = {"embasy bonn": "embassy bonn"}
"""Names that the original site misspelled, in lower case, and their correct spelling."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PostRecord:
    """A sender of cables."""

    code: str
    """As in IDs, capitals without spaces: `RIODEJANEIRO`. Unique."""
    name: str
    """As on the original site: `Embassy Moscow`. KIEV and KYIV share one."""
    slug: str
    """The name in URLs: `embassy-moscow`. As unique as the name."""
    kind: str
    """`embassy`, `consulate`, `mission`, `department` or `other`."""
    city: str
    """Empty for a traveling delegation."""
    country: str
    """In English: `Ivory Coast`."""
    country_code: str
    """The two-letter geographic TAG, which is FIPS 10-4 and not ISO: `RS` is Russia."""
    iso_code: str
    """ISO 3166-1 alpha-2: `RU`."""
    latitude: float | None
    """Degrees, north positive, of the city; None if there is no city."""
    longitude: float | None
    """Degrees, east positive."""
    routing_indicator: str
    """Network address in headers, `RUEHMO`; empty if none was seen."""
    cable_count: int
    """Number of IDs with this spelling among the 251,287 of the whole index."""


@cache
def _posts_by_code() -> dict[str, PostRecord]:
    return {
        row["post"]: PostRecord(
            code=row["post"],
            name=row["name"],
            slug=_slug(row["name"]),
            kind=row["kind"],
            city=row["city"],
            country=row["country"],
            country_code=row["country_code"],
            iso_code=row["iso_code"],
            latitude=_degrees(row["latitude"]),
            longitude=_degrees(row["longitude"]),
            routing_indicator=row["routing_indicator"],
            cable_count=int(row["cables"]),
        )
        for row in read_table("posts")
    }


def _slug(name: str) -> str:
    return re.sub(r"[^a-z0-9]+", "-", name.lower()).strip("-")


def _degrees(cell: str) -> float | None:
    return float(cell) if cell else None


def find_post(code: str) -> PostRecord | None:
    """Return the post with exactly this code, or None."""
    return _posts_by_code().get(code)


def all_posts() -> tuple[PostRecord, ...]:
    """Return all posts, ordered by code."""
    return tuple(_posts_by_code().values())


def canonical_post_code(spelling: str) -> str:
    """Return the code for a spelling of a post, or `""` if it is unknown.

    Args:
        spelling: As in a REF line or an ID, any case: `RIO DE JAN`, `N'DJAMENA`; spaces and
            punctuation do not matter.

    Returns:
        A code that `find_post` knows. A valid code is returned unchanged, including older spellings
        (`KIEV`); typos and short forms are rewritten (`BRUSELS`, `HCMC`).
        Short forms such as `RIO` are safe only where a post is expected. Agencies and message
        series (`SECDEF`, `TOSEC`) are not posts.
    """
    letters = NOT_A_LETTER.sub("", spelling.upper())
    if letters in _posts_by_code():
        return letters
    return _codes_by_alias().get(letters, "")


@cache
def _codes_by_alias() -> dict[str, str]:
    return {row["spelling"]: row["post"] for row in read_table("post_aliases") if row["post"]}


def is_country(name: str) -> bool:
    """Return whether a name, in any case, is that of a country with a post."""
    return name.lower() in _countries()


@cache
def _countries() -> frozenset[str]:
    return frozenset(row["country"].lower() for row in read_table("posts"))


def is_agency(spelling: str) -> bool:
    """Return whether a word names an agency or a series of messages, not a post: `SECDEF`."""
    return NOT_A_LETTER.sub("", spelling.upper()) in _agencies()


@cache
def _agencies() -> frozenset[str]:
    return frozenset(row["spelling"] for row in read_table("post_aliases") if not row["post"])


def current_post_code(code: str) -> str:
    """Return the current code of a post: `KYIV` for `KIEV`."""
    return _current_codes().get(code, code)


@cache
def _current_codes() -> dict[str, str]:
    return {
        row["spelling"]: row["post"]
        for row in read_table("post_aliases")
        if row["kind"] == "same_post"
    }


def find_post_by_name(name: str) -> PostRecord | None:
    """Return the post with this name on the original site: `Embassy Moscow`, any case and spacing.

    If several codes share a name, the current one is returned.
    """
    key = " ".join(name.lower().split())
    return _posts_by_name().get(MISSPELLED_NAMES.get(key, key))


@cache
def _posts_by_name() -> dict[str, PostRecord]:
    older_first = sorted(all_posts(), key=lambda post: current_post_code(post.code) == post.code)
    return {post.name.lower(): post for post in older_first}
