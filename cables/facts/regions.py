"""The parts of the world by which the Department of State keeps its bureaus, and who is in which.

A post belongs to the region of its country, a mission to an international organization to none.
"""

from dataclasses import dataclass
from functools import cache
from typing import Final

from cables.facts.tables import read_table


@dataclass(frozen=True, slots=True, kw_only=True)
class Region:
    """One part of the world."""

    code: str
    """`near-east`, as the table and an address spell it."""
    name: str
    """For a reader: `Near East and North Africa`."""
    bureau: str
    """Letters of the bureau that answers for it, as cables write them: `NEA`."""


REGIONS: Final = tuple(
    Region(code=code, name=name, bureau=bureau)
    for code, name, bureau in (
        ("africa", "Africa", "AF"),
        ("east-asia-and-pacific", "East Asia and the Pacific", "EAP"),
        ("europe-and-eurasia", "Europe and Eurasia", "EUR"),
        ("near-east", "Near East and North Africa", "NEA"),
        ("south-and-central-asia", "South and Central Asia", "SCA"),
        ("western-hemisphere", "Western Hemisphere", "WHA"),
        ("international-organizations", "International organizations", "IO"),
        ("united-states", "United States", ""),
    )
)
"""All regions, the bureaus in the order of their names."""


def find_region(country_code: str, post: str = "") -> Region | None:
    """Return the region of a post, or None where no table knows its country.

    Args:
        country_code: The two-letter geographic TAG, `RS` for Russia.
        post: The post's code as IDs spell it: `USNATO` is no part of Europe.
    """
    regions = _regions()
    return regions.get((country_code, post)) or regions.get((country_code, ""))


@cache
def _regions() -> dict[tuple[str, str], Region]:
    by_code = {one.code: one for one in REGIONS}
    return {
        (row["country_code"], row["post"]): by_code[row["region"]] for row in read_table("regions")
    }
