"""A world map of posts: one dot each, sized by its number of cables."""

from collections.abc import Sequence
from dataclasses import dataclass
from math import sqrt
from typing import Final

from cables.browse.posts import PostCount

NORTH: Final = 72
"""Latitude of the upper edge; no post is farther north."""
SOUTH: Final = -50
UNITS_PER_DEGREE: Final = 2
"""The map is a plain grid of degrees."""
WIDTH: Final = 360 * UNITS_PER_DEGREE
HEIGHT: Final = (NORTH - SOUTH) * UNITS_PER_DEGREE
EQUATOR_Y: Final = NORTH * UNITS_PER_DEGREE
MIN_RADIUS: Final = 2.0
MAX_RADIUS: Final = 11.0
"""Radius for the post with the most cables; the area is proportional to the number."""


@dataclass(frozen=True, slots=True, kw_only=True)
class MapDot:
    """A post on the map."""

    x: float
    y: float
    radius: float
    post_count: PostCount


def map_dots(post_counts: Sequence[PostCount]) -> list[MapDot]:
    """Return a dot for each post with a known location, the largest first and so at the bottom."""
    most = max((post_count.cables for post_count in post_counts), default=1)
    dots = []
    for post_count in sorted(post_counts, key=lambda post_count: -post_count.cables):
        facts = post_count.post_facts
        if facts is None or facts.latitude is None or facts.longitude is None:
            continue
        dots.append(
            MapDot(
                x=round((facts.longitude + 180) * UNITS_PER_DEGREE, 1),
                y=round((NORTH - facts.latitude) * UNITS_PER_DEGREE, 1),
                radius=round(max(MIN_RADIUS, MAX_RADIUS * sqrt(post_count.cables / most)), 1),
                post_count=post_count,
            )
        )
    return dots
