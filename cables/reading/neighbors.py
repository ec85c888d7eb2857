"""The cables before and behind one in its post's own count: 07MOSCOW848 and 07MOSCOW851.

A post counts its cables from 1 each year. The serials that the room holds of a post's year, at most
a few thousand, are fetched from the index of reference IDs and compared here: as text, 9 comes
behind 849, and a column of numbers would serve nothing else.
"""

from dataclasses import dataclass
from functools import reduce
from operator import or_
from typing import Final

from django.db.models import Q

from cables.models import Cable
from cables.parser.reference_ids import joined, split

HIGHEST: Final = "9" * 7
"""No serial has more digits. Digits alone stand between 0 and this, in any database's order."""
Place = tuple[int, int]
"""Year, of four digits, and serial."""


@dataclass(frozen=True, slots=True)
class Neighbours:
    """The nearest cables of the same post that the room holds."""

    before: Cable | None
    after: Cable | None

    def __bool__(self) -> bool:
        return bool(self.before or self.after)


def neighbours_of(cable: Cable) -> Neighbours:
    """Return the cables before and behind one; at a year's end, the last or first of the next."""
    try:
        year, post, serial = split(cable.reference_id)
    except ValueError:
        return Neighbours(None, None)
    here = (year, serial)
    before, after = nearest(here, places(post, year))
    further = [one for one, found in ((year - 1, before), (year + 1, after)) if not found]
    if further:
        earlier, later = nearest(here, places(post, *further))
        before, after = before or earlier, after or later
    names = [joined(one[0], post, one[1]) if one else "" for one in (before, after)]
    found = Cable.objects.for_lists().named(names)
    return Neighbours(*(found.get(name) for name in names))


def nearest(here: Place, held: list[Place]) -> tuple[Place | None, Place | None]:
    """Return the last place before one and the first behind it."""
    before = max((one for one in held if one < here), default=None)
    return before, min((one for one in held if one > here), default=None)


def places(post: str, *years: int) -> list[Place]:
    """Return the years and serials that the room holds of a post in some years, in no order."""
    starts = {joined(year, post, 0).removesuffix("0"): year for year in years}
    ranges = [
        Q(reference_id__gte=f"{start}0", reference_id__lte=start + HIGHEST) for start in starts
    ]
    named = Cable.objects.filter(reduce(or_, ranges)).order_by()
    cut = len(post) + 2
    ids = named.values_list("reference_id", flat=True)
    return [(starts[one[:cut]], int(one[cut:])) for one in ids if one[cut:].isdigit()]
