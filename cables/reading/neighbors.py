"""The previous and next cables of the same post by serial number: 07MOSCOW848 and 07MOSCOW851.

A post numbers its cables from 1 each year. The serials of a post's year in the collection, a few
thousand at most, are read from the index of reference IDs and compared here: as text, 9 comes after
849, and a column of numbers would have no other use.
"""

from dataclasses import dataclass
from functools import reduce
from operator import or_
from typing import Final

from django.db.models import Q

from cables.models import Cable
from cables.parser.reference_ids import format_reference_id, split_reference_id

MAX_SERIAL: Final = "9" * 7
"""No serial has more digits. Any database sorts digits between 0 and this."""
YearAndSerial = tuple[int, int]
"""Year, of four digits, and serial."""


@dataclass(frozen=True, slots=True)
class NeighborCables:
    """The nearest cables of the same post in the collection."""

    before: Cable | None
    after: Cable | None

    def __bool__(self) -> bool:
        return bool(self.before or self.after)


def neighbors_of(cable: Cable) -> NeighborCables:
    """Return the previous and next cables; at the ends of a year, those of the adjacent years."""
    try:
        year, post, serial = split_reference_id(cable.reference_id)
    except ValueError:
        return NeighborCables(None, None)
    here = (year, serial)
    before, after = _nearest_serials(here, _serials_in_collection(post, year))
    other_years = [
        adjacent for adjacent, nearest in ((year - 1, before), (year + 1, after)) if not nearest
    ]
    if other_years:
        earlier, later = _nearest_serials(here, _serials_in_collection(post, *other_years))
        before, after = before or earlier, after or later
    reference_ids = [
        format_reference_id(nearest[0], post, nearest[1]) if nearest else ""
        for nearest in (before, after)
    ]
    cables = Cable.objects.for_lists().by_reference_id(reference_ids)
    return NeighborCables(*(cables.get(reference_id) for reference_id in reference_ids))


def _nearest_serials(
    here: YearAndSerial, serials: list[YearAndSerial]
) -> tuple[YearAndSerial | None, YearAndSerial | None]:
    """Return the last serial before one and the first after it."""
    before = max((serial for serial in serials if serial < here), default=None)
    return before, min((serial for serial in serials if serial > here), default=None)


def _serials_in_collection(post: str, *years: int) -> list[YearAndSerial]:
    """Return the years and serials of a post's cables in some years, in no order."""
    prefixes = {format_reference_id(year, post, 0).removesuffix("0"): year for year in years}
    ranges = [
        Q(reference_id__gte=f"{prefix}0", reference_id__lte=prefix + MAX_SERIAL)
        for prefix in prefixes
    ]
    cables = Cable.objects.filter(reduce(or_, ranges)).order_by()
    length = len(post) + 2
    ids_in_parts = (
        (reference_id[:length], reference_id[length:])
        for reference_id in cables.values_list("reference_id", flat=True)
    )
    return [(prefixes[prefix], int(serial)) for prefix, serial in ids_in_parts if serial.isdigit()]
