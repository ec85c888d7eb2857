"""Put things together that belong together."""

from collections import defaultdict
from collections.abc import Callable, Hashable, Iterable, Sequence
from itertools import combinations
from typing import TypeVar

from cables.people.resolution.clusters import UNKNOWN_YEAR, Cluster, NameUse

Item = TypeVar("Item")
Key = TypeVar("Key", bound=Hashable)


def group_by(items: Iterable[Item], key: Callable[[Item], Key]) -> dict[Key, list[Item]]:
    """Return items by what is the same about them."""
    found: dict[Key, list[Item]] = defaultdict(list)
    for item in items:
        found[key(item)].append(item)
    return dict(found)


def merge_matching(bearers: Sequence[Cluster], same: Callable[[Cluster, Cluster], bool]) -> None:
    """Join bearers until no two are the same."""
    again = True
    while again:
        again = False
        for one, other in combinations([one for one in bearers if one.uses], 2):
            if one.uses and other.uses and same(one, other):
                one.absorb(other)
                again = True


def split_at_gaps(uses: Iterable[NameUse], gap: int) -> list[list[NameUse]]:
    """Cut uses where more than so many years lie between; those without a date go to the first."""
    ordered = sorted(uses, key=lambda use: (use.year, use))
    found: list[list[NameUse]] = []
    last = UNKNOWN_YEAR
    for use in ordered:
        if not found or (last != UNKNOWN_YEAR and use.year - last > gap):
            found.append([])
        found[-1].append(use)
        last = use.year
    return found
