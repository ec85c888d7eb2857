"""The posts as dots where they stand on the globe, for a plain drawing."""

from collections.abc import Sequence
from dataclasses import dataclass
from math import sqrt
from typing import Final

from cables.browse.posts import PostCount

NORTH: Final = 72
"""Degrees at the upper edge; no post stands further north."""
SOUTH: Final = -50
UNITS_PER_DEGREE: Final = 2
"""Of the drawing, a degree: the drawing is a plain grid of degrees."""
WIDTH: Final = 360 * UNITS_PER_DEGREE
HEIGHT: Final = (NORTH - SOUTH) * UNITS_PER_DEGREE
MIN_RADIUS: Final = 2.0
MAX_RADIUS: Final = 11.0
"""Radius of the dot of the post with the most cables; an area stands for a number."""


@dataclass(frozen=True, slots=True, kw_only=True)
class MapDot:
    """A post on the map."""

    x: float
    y: float
    radius: float
    post_count: PostCount


def map_dots(held: Sequence[PostCount]) -> list[MapDot]:
    """Return a dot for each post whose place is known, the largest first and so undermost."""
    most = max((one.cables for one in held), default=1)
    drawn = []
    for one in sorted(held, key=lambda post: -post.cables):
        place = one.post_facts
        if place is None or place.latitude is None or place.longitude is None:
            continue
        drawn.append(
            MapDot(
                x=round((place.longitude + 180) * UNITS_PER_DEGREE, 1),
                y=round((NORTH - place.latitude) * UNITS_PER_DEGREE, 1),
                radius=round(max(MIN_RADIUS, MAX_RADIUS * sqrt(one.cables / most)), 1),
                post_count=one,
            )
        )
    return drawn


EQUATOR_Y: Final = NORTH * UNITS_PER_DEGREE
