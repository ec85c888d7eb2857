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
from cables.parser.reference_ids import format_reference_id, split_reference_id

MAX_SERIAL: Final = "9" * 7
"""No serial has more digits. Digits alone stand between 0 and this, in any database's order."""
YearAndSerial = tuple[int, int]
"""Year, of four digits, and serial."""


@dataclass(frozen=True, slots=True)
class NeighborCables:
    """The nearest cables of the same post that the room holds."""

    before: Cable | None
    after: Cable | None

    def __bool__(self) -> bool:
        return bool(self.before or self.after)


def neighbors_of(cable: Cable) -> NeighborCables:
    """Return the cables before and behind one; at a year's end, the last or first of the next."""
    try:
        year, post, serial = split_reference_id(cable.reference_id)
    except ValueError:
        return NeighborCables(None, None)
    here = (year, serial)
    before, after = _nearest_serials(here, _serials_in_collection(post, year))
    further = [one for one, found in ((year - 1, before), (year + 1, after)) if not found]
    if further:
        earlier, later = _nearest_serials(here, _serials_in_collection(post, *further))
        before, after = before or earlier, after or later
    names = [format_reference_id(one[0], post, one[1]) if one else "" for one in (before, after)]
    found = Cable.objects.for_lists().by_reference_id(names)
    return NeighborCables(*(found.get(name) for name in names))


def _nearest_serials(
    here: YearAndSerial, held: list[YearAndSerial]
) -> tuple[YearAndSerial | None, YearAndSerial | None]:
    """Return the last place before one and the first behind it."""
    before = max((one for one in held if one < here), default=None)
    return before, min((one for one in held if one > here), default=None)


def _serials_in_collection(post: str, *years: int) -> list[YearAndSerial]:
    """Return the years and serials that the room holds of a post in some years, in no order."""
    starts = {format_reference_id(year, post, 0).removesuffix("0"): year for year in years}
    ranges = [
        Q(reference_id__gte=f"{start}0", reference_id__lte=start + MAX_SERIAL) for start in starts
    ]
    named = Cable.objects.filter(reduce(or_, ranges)).order_by()
    cut = len(post) + 2
    ids = named.values_list("reference_id", flat=True)
    return [(starts[one[:cut]], int(one[cut:])) for one in ids if one[cut:].isdigit()]
