"""What is known of a name in the cables of one country and year, and who bears it."""

from collections.abc import Iterable
from dataclasses import dataclass

UNKNOWN_YEAR = 0


@dataclass(frozen=True, slots=True, kw_only=True, order=True)
class NameUse:
    """A name as it stands in one or more cables of the same country and year, titled alike."""

    surname: str
    given: str
    """Folded; empty where only a surname is known."""
    country: str
    """Code of the country whose posts wrote the cables; empty where it is not known."""
    year: int
    """0 where the cables have no date."""
    offices: tuple[str, ...]
    """As `offices` tells them, in alphabetical order."""
    american: bool
    """Classified or signed the cable, or has a title of an American embassy's people."""


class Cluster:
    """Somebody who bears a name: the uses that are of one person, and what they say together."""

    __slots__ = ("american", "countries", "given", "givens", "offices", "places", "uses", "years")

    def __init__(self, uses: Iterable[NameUse]) -> None:
        self.uses: list[NameUse] = []
        self.add(uses)

    def add(self, uses: Iterable[NameUse]) -> None:
        """Add uses."""
        self.uses = sorted({*self.uses, *uses})
        self.givens = {use.given for use in self.uses}
        self.given = max(self.givens, key=fullness, default="")
        """The longest form of the given names; empty where only a surname is known."""
        self.offices = {office for use in self.uses for office in use.offices}
        self.american = any(use.american for use in self.uses)
        self.years = year_span(use.year for use in self.uses)
        years: dict[str, list[int]] = {}
        for use in self.uses:
            years.setdefault(use.country, []).append(use.year)
        self.places = {country: year_span(found) for country, found in years.items()}
        """First and last year in the cables of each country."""
        self.countries = set(years) - {""}

    def absorb(self, other: "Cluster") -> None:
        """Take another's uses: the two are one, and the other is nobody any more."""
        self.add(other.uses)
        other.uses = []


@dataclass(frozen=True, slots=True)
class PossibleMatch:
    """Two bearers who may be the same."""

    first: Cluster
    second: Cluster
    reason: str


def has_first_name(given: str) -> bool:
    """Tell whether a first name is known, and not only an initial: P. Robert is one."""
    return any(len(word) > 1 for word in given.split())


def fullness(given: str) -> tuple[int, int, str]:
    """Return by what the fuller of two forms of given names is told."""
    return len(given.split()), len(given), given


def year_span(years: Iterable[int]) -> tuple[int, int]:
    """Return the first and the last of the known years."""
    known = [year for year in years if year != UNKNOWN_YEAR]
    return (min(known), max(known)) if known else (UNKNOWN_YEAR, UNKNOWN_YEAR)


def years_apart(one: tuple[int, int], other: tuple[int, int]) -> int:
    """Return how many years lie between two spans; 0 where they overlap or one is not known."""
    if UNKNOWN_YEAR in {one[0], other[0]}:
        return 0
    return max(one[0] - other[1], other[0] - one[1], 0)
