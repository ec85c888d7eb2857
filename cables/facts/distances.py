"""How far posts stand from each other."""

from math import asin, cos, radians, sin, sqrt
from typing import Final

from cables.facts.posts import Post

EARTH_KM: Final = 6371
"""Mean radius."""


def distance(one: Post, other: Post) -> float | None:
    """Return the kilometres between two posts over the ground, None where a place is not known."""
    if one.latitude is None or one.longitude is None:
        return None
    if other.latitude is None or other.longitude is None:
        return None
    north, further_north = radians(one.latitude), radians(other.latitude)
    east = radians(other.longitude - one.longitude)
    chord = (
        sin((further_north - north) / 2) ** 2 + cos(north) * cos(further_north) * sin(east / 2) ** 2
    )
    return 2 * EARTH_KM * asin(sqrt(chord))
