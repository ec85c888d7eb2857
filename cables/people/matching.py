"""Who is the same: decided among all who bear one surname, by rules that a reader can check.

The same given names make one person where place and time allow it. A form with fewer given names,
an initial or a bare surname joins a fuller one only where there is no other choice in that country
and time, and never takes a first name from anywhere else. What is not decided stays apart, and is
returned as a pair that may be the same. Nothing depends on the order in which cables came.
"""

from collections import defaultdict
from collections.abc import Callable, Hashable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations
from typing import Final, TypeVar

from rapidfuzz import fuzz

from cables.facts.regions import region
from cables.people.sounds import sound
from cables.people.values import UNKNOWN_YEAR, Bearer, Use, apart

CAREER: Final = 25
"""Years after which the same name stands for another person, unless the same country writes it."""
COMMON: Final = 6
"""Given names beside a surname from which on the full name is no proof across the world."""
CLOSE: Final = 2
"""Years around those in which a country names somebody in which a bare surname means them."""
POSTING: Final = 6
"""Years between two uses of a bare surname in one country that make two persons of it."""
NEAR: Final = 84
"""How alike (of 100) two given names are that may be two spellings of one."""
NEAR_IN_SOUND: Final = 65
"""The same where they sound alike; Jane and John have the same consonants."""
MOST_CHOICES: Final = 4
"""With more choices for a bare surname than this, it resembles nobody in particular."""
NO_PLACE: Final = frozenset(["", "international-organizations", "united-states"])
"""Parts of the world that write of all others."""

OF_AN_EMBASSY: Final = frozenset(["ambassador", "charge", "dcm", "consul", "counselor"])
"""Offices in which somebody signs cables."""

Item = TypeVar("Item")
Key = TypeVar("Key", bound=Hashable)


@dataclass(frozen=True, slots=True)
class Pair:
    """Two bearers who may be the same."""

    one: Bearer
    other: Bearer
    reason: str


@dataclass(frozen=True, slots=True)
class Decision:
    """Who bears a surname."""

    bearers: tuple[Bearer, ...]
    pairs: tuple[Pair, ...]


def decide(uses: Iterable[Use]) -> Decision:
    """Settle who bears one surname.

    Args:
        uses: All that is known of the surname, each use once.
    """
    ordered = sorted(uses)
    full = [use for use in ordered if is_full(use.given)]
    bearers = same_full_names(full)
    common = len({one.given for one in bearers}) >= COMMON
    pairs = list(join_shorter_forms(bearers, common=common))
    bearers = [one for one in bearers if one.uses]
    short, more = join_short_names(
        [use for use in ordered if not is_full(use.given)], bearers, common=common
    )
    pairs += more
    pairs += alike(bearers)
    return Decision(tuple(bearers + short), tuple(unique(pairs)))


def is_full(given: str) -> bool:
    """Tell whether a first name is known, and not only an initial: P. Robert is one."""
    return any(len(word) > 1 for word in given.split())


def same_full_names(uses: Sequence[Use]) -> list[Bearer]:
    """Return a bearer for each full name, or several where place or time keeps them apart."""
    by_given = grouped(uses, lambda use: use.given.replace(" ", ""))
    common = len(by_given) >= COMMON
    bearers = []
    for same in by_given.values():
        pools = [Bearer(pool) for era in eras(same, CAREER) for pool in by_region(era)]
        joined(pools, lambda one, other: same_person(one, other, common=common))
        bearers += [pool for pool in pools if pool.uses]
    return bearers


def eras(uses: Iterable[Use], gap: int) -> list[list[Use]]:
    """Cut uses where more than so many years lie between; those without a date go to the first."""
    ordered = sorted(uses, key=lambda use: (use.year, use))
    found: list[list[Use]] = []
    last = UNKNOWN_YEAR
    for use in ordered:
        if not found or (last != UNKNOWN_YEAR and use.year - last > gap):
            found.append([])
        found[-1].append(use)
        last = use.year
    return found


def by_region(uses: Iterable[Use]) -> list[list[Use]]:
    """Group uses by the part of the world that wrote them."""
    return list(grouped(uses, lambda use: part_of_the_world(use.country)).values())


def part_of_the_world(country: str) -> str:
    """Return the region of a country; empty where it is not known."""
    found = region(country)
    return found.code if found else ""


def same_person(one: Bearer, other: Bearer, *, common: bool) -> bool:
    """Tell whether two bearers of the same full name are one person."""
    countries = one.countries & other.countries
    if apart(one.years, other.years) > CAREER and not countries:
        return False
    if not common or countries or one.offices & other.offices:
        return True
    if one.american and other.american:
        return True
    parts = [{part_of_the_world(country) for country in each.places} for each in (one, other)]
    return bool(parts[0] & parts[1]) or any(part <= NO_PLACE for part in parts)


def join_shorter_forms(bearers: Sequence[Bearer], *, common: bool) -> Iterator[Pair]:
    """Join forms with fewer given names to the fuller ones where only one is possible.

    Args:
        bearers: Are altered: one who was joined to another is left without uses.
        common: Whether many bear the surname, so that the time alone is no proof.

    Yields:
        The pairs that stay undecided.
    """
    by_first_name = grouped(bearers, lambda bearer: bearer.given.partition(" ")[0])
    for one in sorted(bearers, key=lambda bearer: (len(bearer.given.split()), bearer.uses)):
        others = by_first_name[one.given.partition(" ")[0]] if one.uses else []
        fuller = [each for each in others if each.uses and is_shorter(one.given, each.given)]
        possible = [other for other in fuller if meets(one, other, common=common)]
        if possible and all_alike(possible):
            possible[0].absorb(one)
            for other in possible[1:]:
                possible[0].absorb(other)
        else:
            yield from (
                Pair(one, other, "the same name, shorter") for other in fuller[:MOST_CHOICES]
            )


def is_shorter(given: str, other: str) -> bool:
    """Tell whether given names are those of the other, some left out or as initials."""
    words, others = given.split(), other.split()
    if words[0] != others[0] or given == other or len(words) > len(others):
        return False
    return all(
        word == full or (word[0] == full[0] and 1 in {len(word), len(full)})
        for word, full in zip(words[1:], others[1:], strict=False)
    ) and (len(words) < len(others) or len(given) < len(other))


def all_alike(bearers: Sequence[Bearer]) -> bool:
    """Tell whether several fuller forms are forms of one name."""
    givens = sorted((one.given for one in bearers), key=lambda given: (len(given.split()), given))
    return all(is_shorter(one, other) or one == other for one, other in combinations(givens, 2))


def meets(one: Bearer, other: Bearer, *, common: bool = True) -> bool:
    """Tell whether two bearers are named at the same time and place or by the same office."""
    if apart(one.years, other.years) > POSTING:
        return False
    if not common or one.countries & other.countries or one.offices & other.offices:
        return True
    return one.american and other.american


def join_short_names(
    uses: Sequence[Use], bearers: Sequence[Bearer], *, common: bool
) -> tuple[list[Bearer], list[Pair]]:
    """Give bare surnames and initials to the bearers whom they can only mean.

    Args:
        uses: Without a first name.
        bearers: With one; are altered.
        common: Whether many bear the surname.

    Returns:
        The bearers of what stays apart, and whom they may be.
    """
    kept: list[Use] = []
    given: list[tuple[Bearer, Use]] = []
    choices: dict[Use, list[Bearer]] = {}
    for use in uses:
        choices[use] = [bearer for bearer in bearers if fits(use, bearer)]
        chosen = choose(use, choices[use])
        if chosen is None:
            kept.append(use)
        else:
            given.append((chosen, use))
    for bearer, same in grouped(given, lambda pair: pair[0]).items():  # none gains by another
        bearer.take(use for _, use in same)
    short = [
        Bearer(era)
        for same in grouped(kept, lambda use: (use.given, use.country, use.american)).values()
        for era in eras(same, POSTING if same[0].american else CAREER)
    ]
    joined(short, lambda one, other: same_official(one, other, common=common))
    short = [one for one in short if one.uses]
    pairs = []
    for one in short:
        others = distinct(other for use in one.uses for other in choices[use])
        if len(others) <= MOST_CHOICES:
            pairs += [Pair(one, other, "the same surname, place and time") for other in others]
    return short, pairs


def same_official(one: Bearer, other: Bearer, *, common: bool) -> bool:
    """Tell whether a bare surname in a text is that of who signs from there at the time."""
    if one.givens != other.givens or one.american == other.american or common:
        return False
    if not one.countries & other.countries or apart(one.years, other.years) > CLOSE:
        return False
    return (one.offices | other.offices) <= OF_AN_EMBASSY


def fits(use: Use, bearer: Bearer) -> bool:
    """Tell whether a bare surname or an initial can mean somebody."""
    if use.given and not any(given.startswith(use.given[0]) for given in bearer.givens):
        return False
    year = (use.year, use.year)
    here = bearer.places.get(use.country) if use.country else None
    if here is not None and apart(here, year) <= CLOSE:
        return True
    return not bearer.offices.isdisjoint(use.offices) and apart(bearer.years, year) <= CLOSE


def choose(use: Use, bearers: Sequence[Bearer]) -> Bearer | None:
    """Return the only one whom a bare surname can mean, None where there are more or none.

    An office that is printed beside it decides: somebody who is not known to hold it is not meant.
    Who classified or signed a cable is an American.
    """
    if use.american:
        bearers = [one for one in bearers if one.american or "ambassador" in one.offices]
    if use.offices:
        bearers = [one for one in bearers if set(use.offices) & one.offices]
    return bearers[0] if len(bearers) == 1 else None


def alike(bearers: Sequence[Bearer]) -> Iterator[Pair]:
    """Yield those who may be one: the same full name apart, or given names spelt nearly alike."""
    ordered = sorted(bearers, key=lambda bearer: bearer.uses)
    by_letter = grouped(ordered, lambda bearer: bearer.given[0])
    for same in by_letter.values():
        for one, other in combinations(same, 2):
            if one.given == other.given:
                yield Pair(one, other, "the same name, elsewhere or at another time")
            elif meets(one, other) and is_near(one.given, other.given):
                yield Pair(one, other, "nearly the same name")


def is_near(given: str, other: str) -> bool:
    """Tell whether given names may be spellings of one: Sergei and Sergey."""
    first, second = given.partition(" ")[0], other.partition(" ")[0]
    if first == second:
        return is_shorter(given, other) or is_shorter(other, given)
    likeness = fuzz.ratio(first, second)
    return likeness >= (NEAR_IN_SOUND if sound(first) == sound(second) else NEAR)


def joined(bearers: Sequence[Bearer], same: Callable[[Bearer, Bearer], bool]) -> None:
    """Join bearers until no two are the same; the outcome depends on no order."""
    again = True
    while again:
        again = False
        for one, other in combinations([one for one in bearers if one.uses], 2):
            if one.uses and other.uses and same(one, other):
                one.absorb(other)
                again = True


def unique(pairs: Iterable[Pair]) -> Iterator[Pair]:
    """Yield each pair of bearers that are still two, once."""
    seen = set()
    for pair in pairs:
        key = frozenset((id(pair.one), id(pair.other)))
        if pair.one.uses and pair.other.uses and len(key) > 1 and key not in seen:
            seen.add(key)
            yield pair


def distinct(bearers: Iterable[Bearer]) -> list[Bearer]:
    """Return each bearer once, in the order given."""
    return list({id(one): one for one in bearers}.values())


def grouped(items: Iterable[Item], key: Callable[[Item], Key]) -> dict[Key, list[Item]]:
    """Return items by what is the same about them."""
    found: dict[Key, list[Item]] = defaultdict(list)
    for item in items:
        found[key(item)].append(item)
    return dict(found)
