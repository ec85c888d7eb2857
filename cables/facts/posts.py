"""The embassies, consulates and missions that sent cables, and the spellings of their names.

Two kinds of other spelling must be kept apart. KIEV is how IDs up to 2006 spell the post that later
ones spell KYIV: both stand in real IDs, so neither is rewritten, and `present_code` links them.
BRUSELS is a slip: `canonical_post` rewrites it. No rule here ever turns an embassy into the mission
in the same city: BRUSSELS is not USEUBRUSSELS, and VIENNA is not UNVIEVIENNA.
"""

import re
from dataclasses import dataclass
from functools import cache
from typing import Final

from cables.facts.tables import read_table

NOT_A_LETTER: Final = re.compile(r"[^A-Z]")
"""What IDs leave out of a post's name. Example: the blanks of `RIO DE JANEIRO`, the apostrophe of
`N'DJAMENA` (REF lines)."""

NAMES_AS_PAGES_PRINT_THEM: Final = {"embasy bonn": "embassy bonn"}
"""Names that the original site misspelt, in lower case, and what they stand for."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PostRecord:
    """A sender of cables."""

    code: str
    """As IDs spell it, capitals without blanks: `RIODEJANEIRO`. Unique."""
    name: str
    """As the original site prints it: `Embassy Moscow`. KIEV and KYIV share one."""
    slug: str
    """The name for an address: `embassy-moscow`. As unique as the name."""
    kind: str
    """`embassy`, `consulate`, `mission`, `department` or `other`."""
    city: str
    """Where it stands, empty for a travelling delegation."""
    country: str
    """In English: `Ivory Coast`."""
    country_code: str
    """The two-letter geographic TAG, which is FIPS 10-4 and not ISO: `RS` is Russia."""
    iso_code: str
    """ISO 3166-1 alpha-2: `RU`."""
    latitude: float | None
    """Degrees, north positive, of the city; None where there is no city."""
    longitude: float | None
    """Degrees, east positive."""
    routing_indicator: str
    """Network address in headers, `RUEHMO`; empty where none was seen."""
    cable_count: int
    """Number of IDs under this spelling among the 251,287 of the whole index."""


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
    """Return the post whose IDs are spelt so, exactly, or None."""
    return _posts_by_code().get(code)


def all_posts() -> tuple[PostRecord, ...]:
    """Return all posts, in the order of their codes."""
    return tuple(_posts_by_code().values())


def canonical_post_code(spelling: str) -> str:
    """Return the code that a spelling of a post stands for, or `""` if it is not known.

    Args:
        spelling: As a REF line or an ID has it, any case: `RIO DE JAN`, `N'DJAMENA`; blanks,
            apostrophes and other signs do not count.

    Returns:
        A code for which `post` has an answer. A valid code comes back as it is, older spellings
        included (`KIEV`); slips, short forms and prefixes are rewritten (`BRUSELS`, `HCMC`,
        `EFTOANKARA`). Short forms such as `RIO` are safe only where a post is expected. Agencies
        and message series (`SECDEF`, `TOSEC`) are no posts.
    """
    letters = NOT_A_LETTER.sub("", spelling.upper())
    if letters in _posts_by_code():
        return letters
    return _codes_by_alias().get(letters, "")


@cache
def _codes_by_alias() -> dict[str, str]:
    return {row["spelling"]: row["post"] for row in read_table("post_aliases") if row["post"]}


def current_post_code(code: str) -> str:
    """Return the code under which all spellings of one post are counted: `KYIV` for `KIEV`."""
    return _present_codes().get(code, code)


@cache
def _present_codes() -> dict[str, str]:
    return {
        row["spelling"]: row["post"]
        for row in read_table("post_aliases")
        if row["kind"] == "same_post"
    }


def find_post_by_name(name: str) -> PostRecord | None:
    """Return the post that the original site calls so: `Embassy Moscow`, in any case and spacing.

    Where several codes share a name, it is the one that `present_code` gives.
    """
    key = " ".join(name.lower().split())
    return _posts_by_name().get(NAMES_AS_PAGES_PRINT_THEM.get(key, key))


@cache
def _posts_by_name() -> dict[str, PostRecord]:
    older_first = sorted(all_posts(), key=lambda one: current_post_code(one.code) == one.code)
    return {one.name.lower(): one for one in older_first}
