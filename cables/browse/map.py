"""The posts as dots where they stand on the globe, for a plain drawing."""

from collections.abc import Sequence
from dataclasses import dataclass
from math import sqrt
from typing import Final

from cables.browse.posts import Held

NORTH: Final = 72
"""Degrees at the upper edge; no post stands further north."""
SOUTH: Final = -50
UNITS: Final = 2
"""Of the drawing, a degree: the drawing is a plain grid of degrees."""
WIDTH: Final = 360 * UNITS
HEIGHT: Final = (NORTH - SOUTH) * UNITS
SMALLEST: Final = 2.0
LARGEST: Final = 11.0
"""Radius of the dot of the post with the most cables; an area stands for a number."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Dot:
    """A post on the map."""

    x: float
    y: float
    radius: float
    held: Held


def dots(held: Sequence[Held]) -> list[Dot]:
    """Return a dot for each post whose place is known, the largest first and so undermost."""
    most = max((one.cables for one in held), default=1)
    drawn = []
    for one in sorted(held, key=lambda post: -post.cables):
        place = one.place
        if place is None or place.latitude is None or place.longitude is None:
            continue
        drawn.append(
            Dot(
                x=round((place.longitude + 180) * UNITS, 1),
                y=round((NORTH - place.latitude) * UNITS, 1),
                radius=round(max(SMALLEST, LARGEST * sqrt(one.cables / most)), 1),
                held=one,
            )
        )
    return drawn


EQUATOR: Final = NORTH * UNITS
