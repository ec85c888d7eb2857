"""The cables before and behind one in its post's own count: 07MOSCOW848 and 07MOSCOW851.

A post counts its cables from 1 each year. The serials that the room holds of a post's year, at most
a few thousand, are fetched from the index of reference IDs and compared here: as text, 9 comes
behind 849, and a column of numbers would serve nothing else.
"""

from dataclasses import dataclass
from typing import Final

from cables.models import Cable
from cables.text.reference_ids import joined, split

HIGHEST: Final = "9" * 7
"""No serial has more digits. Digits alone stand between 0 and this, in any database's order."""


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
    serials = serials_of(year, post)
    lower = max((one for one in serials if one < serial), default=0)
    higher = min((one for one in serials if one > serial), default=0)
    before = joined(year, post, lower) if lower else last_of(year - 1, post)
    after = joined(year, post, higher) if higher else first_of(year + 1, post)
    found = Cable.objects.for_lists().named([before, after])
    return Neighbours(found.get(before), found.get(after))


def serials_of(year: int, post: str) -> list[int]:
    """Return the serials that the room holds of a post's year, in no order."""
    start = joined(year, post, 0).removesuffix("0")
    named = Cable.objects.filter(reference_id__gte=f"{start}0", reference_id__lte=start + HIGHEST)
    ids = named.order_by().values_list("reference_id", flat=True)
    return [int(one.removeprefix(start)) for one in ids if one.removeprefix(start).isdigit()]


def last_of(year: int, post: str) -> str:
    """Return the ID of a post's last cable of a year; empty where none is held."""
    last = max(serials_of(year, post), default=0)
    return joined(year, post, last) if last else ""


def first_of(year: int, post: str) -> str:
    """Return the ID of a post's first cable of a year; empty where none is held."""
    first = min(serials_of(year, post), default=0)
    return joined(year, post, first) if first else ""
