"""World regions as covered by the bureaus of the Department of State.

A post belongs to its country's region; missions to international organizations have a region of
their own.
"""

from dataclasses import dataclass
from functools import cache
from typing import Final

from cables.facts.tables import read_table


@dataclass(frozen=True, slots=True, kw_only=True)
class Region:
    """A region of the world."""

    code: str
    """`near-east`, as in the table and in URLs."""
    name: str
    """For a reader: `Near East and North Africa`."""


REGIONS: Final = tuple(
    Region(code=code, name=name)
    for code, name in (
        ("africa", "Africa"),
        ("east-asia-and-pacific", "East Asia and the Pacific"),
        ("europe-and-eurasia", "Europe and Eurasia"),
        ("near-east", "Near East and North Africa"),
        ("south-and-central-asia", "South and Central Asia"),
        ("western-hemisphere", "Western Hemisphere"),
        ("international-organizations", "International organizations"),
        ("united-states", "United States"),
    )
)
"""All regions, in the order in which pages list them."""


def find_region(country_code: str, post: str = "") -> Region | None:
    """Return the region of a post, or None if its country is unknown.

    Args:
        country_code: The two-letter geographic TAG, `RS` for Russia.
        post: The post's code as in IDs: `USNATO` is not in Europe's region.
    """
    regions = _regions()
    return regions.get((country_code, post)) or regions.get((country_code, ""))


@cache
def _regions() -> dict[tuple[str, str], Region]:
    by_code = {region.code: region for region in REGIONS}
    return {
        (row["country_code"], row["post"]): by_code[row["region"]] for row in read_table("regions")
    }
