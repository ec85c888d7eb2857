"""Reference IDs: their canonical form, from any spelling."""

import re
from functools import lru_cache
from typing import Final

from cables.facts import reference_ids as facts
from cables.facts.posts import canonical_post_code
from cables.parser.dates import full_year

IGNORED_CHARACTERS: Final = re.compile(r"[\s'\u2019`.,\-_#/]+")
"""Not part of an ID. Examples: the spaces in `07 MOSCOW 000849`, the apostrophe in `N'DJAMENA`."""

WITH_YEAR: Final = re.compile(
    r"(?P<year>\d{2}|(?:19|20)\d{2})(?P<post>[A-Z]{2,40})0*(?P<serial>\d{1,7})"
)
"""Examples (ignored characters removed): `07MOSCOW000849`, `2007MANAGUA2583`,
`1979LAPAZ09490` (NARA)."""
YEAR_LAST: Final = re.compile(
    r"(?P<post>[A-Z]{2,40})0*(?P<serial>\d{1,7})\((?P<year>\d{2}|(?:19|20)\d{2})\)"
)
"""Example: `MOSCOW 849 (08)`."""
WITHOUT_YEAR: Final = re.compile(r"(?P<post>[A-Z]{2,40})0*(?P<serial>\d{1,7})")
"""Example: `MOSCOW 849`, year from the citing cable."""

POST_PREFIX: Final = re.compile(
    r"(?:EFTO|REFTEL|REF|UNCLAS|AMERICAN|AM(?=EMB|CON)|US(?=EMB|CON|MIS)|EMBASSY|EMB"
    r"|CONSULATE(?:GENERAL)?|CONSUL|CONGEN|MISSION|USDEL)+"
)
"""What may precede a post. Examples: `AMEMBASSY HANOI`, `U.S. MISSION GENEVA`."""

SAMPLE_POSTS: Final = frozenset({"SPECIMEN"})
"""Posts of the cables written as samples for this site; no real post has this name."""

CANONICAL: Final = re.compile(r"(?P<year>\d{2})(?P<post>[A-Z]{2,40})(?P<serial>[1-9]\d{0,6})")


def canonical_reference_id(printed: str, *, year: int | None = None) -> str:
    """Return the canonical form of a reference ID: `07MOSCOW849`.

    Args:
        printed: Any spelling: `07 MOSCOW 000849`, `2007 MANAGUA 2583`, `MOSCOW 849 (08)`,
            `07moscow849`, with AMEMBASSY, USMISSION or EFTO before the post, or a known
            misprint.
        year: Four digits, for a spelling without a year; without it such a spelling is not an ID.

    Returns:
        The ID, or an empty string if the spelling is not an ID. Spellings without spaces, as in
        URLs, may have an unknown post.
    """
    whole = printed.strip().lstrip("#").upper()
    letters = IGNORED_CHARACTERS.sub("", whole)
    repaired = facts.repair_reference_id(letters)
    if repaired != letters:
        return repaired
    match = (
        WITH_YEAR.fullmatch(letters)
        or YEAR_LAST.fullmatch(letters)
        or (WITHOUT_YEAR.fullmatch(letters) if year else None)
    )
    if not match or not int(match["serial"]):
        return ""
    post = post_code(match["post"])
    if not post and match.re is WITH_YEAR and letters == whole:
        post = match["post"]
    return format_reference_id(_year(match, year), post, int(match["serial"])) if post else ""


def _year(match: re.Match[str], year: int | None) -> int:
    printed = match.groupdict().get("year")
    return full_year(printed) if printed else year or 0


@lru_cache(maxsize=2048)
def post_code(spelling: str) -> str:
    """Return the code of a post as in reference IDs; an empty string if the post is unknown.

    Prefixes such as AMEMBASSY are ignored.
    """
    letters = IGNORED_CHARACTERS.sub("", spelling).upper()
    if letters in SAMPLE_POSTS:
        return letters
    code = canonical_post_code(letters)
    if code:
        return code
    prefix = POST_PREFIX.match(letters)
    return canonical_post_code(letters[prefix.end() :]) if prefix else ""


def format_reference_id(year: int, post: str, serial: int) -> str:
    """Return the canonical ID of a cable: two digits of the year, post, serial."""
    return f"{year % 100:02}{post}{serial}"


def split_reference_id(reference_id: str) -> tuple[int, str, int]:
    """Return year (four digits), post and serial of a canonical ID.

    Raises:
        ValueError: The ID is not in canonical form.
    """
    match = CANONICAL.fullmatch(reference_id)
    if not match:
        raise ValueError(f"{reference_id!r} is not a canonical reference ID such as 07MOSCOW849")
    return full_year(match["year"]), match["post"], int(match["serial"])
