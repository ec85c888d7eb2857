"""Uses of a name, and clusters of uses that belong to one person."""

from collections import defaultdict
from collections.abc import Callable, Hashable, Iterable, Sequence
from dataclasses import dataclass
from itertools import combinations
from typing import TypeVar

UNKNOWN_YEAR = 0
Item = TypeVar("Item")
Key = TypeVar("Key", bound=Hashable)


@dataclass(frozen=True, slots=True, kw_only=True, order=True)
class NameUse:
    """A name as used in cables of the same country and year, with the same titles."""

    surname: str
    given: str
    """Folded; empty if only a surname is known."""
    country: str
    """Code of the country whose posts wrote the cables; empty if unknown."""
    year: int
    """0 if the cables are undated."""
    offices: tuple[str, ...]
    """From `title_offices`, in alphabetical order."""
    american: bool
    """Whether the person classified or signed the cable, or has a title of US embassy staff."""


class Cluster:
    """Uses of a name that belong to one person, and what they say together."""

    __slots__ = ("american", "countries", "given", "givens", "offices", "places", "uses", "years")

    def __init__(self, uses: Iterable[NameUse]) -> None:
        self.uses: list[NameUse] = []
        self.add(uses)

    def add(self, uses: Iterable[NameUse]) -> None:
        self.uses = sorted({*self.uses, *uses})
        self.givens = {use.given for use in self.uses}
        self.given = max(self.givens, key=fullness, default="")
        """The longest form of the given names; empty if only a surname is known."""
        self.offices = {office for use in self.uses for office in use.offices}
        self.american = any(use.american for use in self.uses)
        self.years = year_span(use.year for use in self.uses)
        years = group_by(self.uses, lambda use: use.country)
        self.places = {
            country: year_span(use.year for use in local) for country, local in years.items()
        }
        """First and last year in the cables of each country."""
        self.countries = set(years) - {""}

    def absorb(self, other: "Cluster") -> None:
        """Take over all uses of another cluster, which is left empty."""
        self.add(other.uses)
        other.uses = []


@dataclass(frozen=True, slots=True)
class PossibleMatch:
    """Two clusters that may be the same person."""

    first: Cluster
    second: Cluster
    reason: str


def has_first_name(given: str) -> bool:
    """Return whether given names include a full word, not only initials: P. Robert has one."""
    return any(len(word) > 1 for word in given.split())


def fullness(given: str) -> tuple[int, int, str]:
    """Return a sort key for forms of given names; the fullest form sorts last."""
    return len(given.split()), len(given), given


def year_span(years: Iterable[int]) -> tuple[int, int]:
    """Return the first and the last known year."""
    known = [year for year in years if year != UNKNOWN_YEAR]
    return (min(known), max(known)) if known else (UNKNOWN_YEAR, UNKNOWN_YEAR)


def years_apart(first: tuple[int, int], second: tuple[int, int]) -> int:
    """Return the number of years between two spans; 0 if they overlap or either is unknown."""
    if UNKNOWN_YEAR in {first[0], second[0]}:
        return 0
    return max(first[0] - second[1], second[0] - first[1], 0)


def group_by(items: Iterable[Item], key: Callable[[Item], Key]) -> dict[Key, list[Item]]:
    """Return lists of items with the same key."""
    groups: dict[Key, list[Item]] = defaultdict(list)
    for item in items:
        groups[key(item)].append(item)
    return dict(groups)


def merge_matching(clusters: Sequence[Cluster], same: Callable[[Cluster, Cluster], bool]) -> None:
    """Merge clusters, in place, until no two are the same person."""
    changed = True
    while changed:
        changed = False
        for cluster, other in combinations([cluster for cluster in clusters if cluster.uses], 2):
            if cluster.uses and other.uses and same(cluster, other):
                cluster.absorb(other)
                changed = True


def split_at_gaps(uses: Iterable[NameUse], gap: int) -> list[list[NameUse]]:
    """Split uses where more than `gap` years lie between them; undated ones go to the first."""
    eras: list[list[NameUse]] = []
    last_year = UNKNOWN_YEAR
    for use in sorted(uses, key=lambda use: (use.year, use)):
        if not eras or (last_year != UNKNOWN_YEAR and use.year - last_year > gap):
            eras.append([])
        eras[-1].append(use)
        last_year = use.year
    return eras
