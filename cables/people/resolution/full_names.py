"""Full names: the same one in many cables, and one with and without a middle name."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import combinations
from typing import Final

from rapidfuzz import fuzz

from cables.facts.regions import find_region
from cables.names.phonetics import phonetic_key
from cables.people.resolution.clusters import Cluster, NameUse, PossibleMatch, years_apart
from cables.people.resolution.grouping import group_by, merge_matching, split_at_gaps

CAREER_YEARS: Final = 25
"""Years after which the same name stands for another person, unless the same country writes it."""
MIN_COMMON_FORMS: Final = 6
"""Given names beside a surname from which on the full name is no proof across the world."""
POSTING_YEARS: Final = 6
"""Years between two uses of a bare surname in one country that make two persons of it."""
MIN_SIMILARITY: Final = 84
"""How alike (of 100) two given names are that may be two spellings of one."""
MIN_SIMILARITY_SAME_SOUND: Final = 65
"""The same where they sound alike; Jane and John have the same consonants."""
MOST_CHOICES: Final = 4
"""With more choices for a bare surname than this, it resembles nobody in particular."""
WORLDWIDE_REGIONS: Final = frozenset(["", "international-organizations", "united-states"])
"""Parts of the world that write of all others."""


def cluster_full_names(uses: Sequence[NameUse]) -> list[Cluster]:
    """Return a bearer for each full name, or several where place or time keeps them apart."""
    by_given = group_by(uses, lambda use: use.given.replace(" ", ""))
    common = len(by_given) >= MIN_COMMON_FORMS
    bearers = []
    for same in by_given.values():
        pools = [
            Cluster(pool) for era in split_at_gaps(same, CAREER_YEARS) for pool in _by_region(era)
        ]
        merge_matching(pools, lambda one, other: _same_person(one, other, common=common))
        bearers += [pool for pool in pools if pool.uses]
    return bearers


def _by_region(uses: Iterable[NameUse]) -> list[list[NameUse]]:
    """Group uses by the part of the world that wrote them."""
    return list(group_by(uses, lambda use: _region_code(use.country)).values())


def _region_code(country: str) -> str:
    """Return the region of a country; empty where it is not known."""
    found = find_region(country)
    return found.code if found else ""


def _same_person(one: Cluster, other: Cluster, *, common: bool) -> bool:
    """Tell whether two bearers of the same full name are one person."""
    countries = one.countries & other.countries
    if years_apart(one.years, other.years) > CAREER_YEARS and not countries:
        return False
    if not common or countries or one.offices & other.offices:
        return True
    if one.american and other.american:
        return True
    parts = [{_region_code(country) for country in each.places} for each in (one, other)]
    return bool(parts[0] & parts[1]) or any(part <= WORLDWIDE_REGIONS for part in parts)


def join_shorter_forms(bearers: Sequence[Cluster], *, common: bool) -> Iterator[PossibleMatch]:
    """Join forms with fewer given names to the fuller ones where only one is possible.

    Args:
        bearers: Are altered: one who was joined to another is left without uses.
        common: Whether many bear the surname, so that the time alone is no proof.

    Yields:
        The pairs that stay undecided.
    """
    by_first_name = group_by(bearers, lambda bearer: bearer.given.partition(" ")[0])
    for one in sorted(bearers, key=lambda bearer: (len(bearer.given.split()), bearer.uses)):
        others = by_first_name[one.given.partition(" ")[0]] if one.uses else []
        fuller = [each for each in others if each.uses and is_shorter_form(one.given, each.given)]
        possible = [other for other in fuller if _is_compatible(one, other, common=common)]
        if possible and _are_forms_of_one_name(possible):
            possible[0].absorb(one)
            for other in possible[1:]:
                possible[0].absorb(other)
        else:
            yield from (
                PossibleMatch(one, other, "the same name, shorter")
                for other in fuller[:MOST_CHOICES]
            )


def is_shorter_form(given: str, other: str) -> bool:
    """Tell whether given names are those of the other, some left out or as initials."""
    words, others = given.split(), other.split()
    if words[0] != others[0] or given == other or len(words) > len(others):
        return False
    return all(
        word == full or (word[0] == full[0] and 1 in {len(word), len(full)})
        for word, full in zip(words[1:], others[1:], strict=False)
    ) and (len(words) < len(others) or len(given) < len(other))


def _are_forms_of_one_name(bearers: Sequence[Cluster]) -> bool:
    """Tell whether several fuller forms are forms of one name."""
    givens = sorted((one.given for one in bearers), key=lambda given: (len(given.split()), given))
    return all(
        is_shorter_form(one, other) or one == other for one, other in combinations(givens, 2)
    )


def _is_compatible(one: Cluster, other: Cluster, *, common: bool = True) -> bool:
    """Tell whether two bearers are named at the same time and place or by the same office."""
    if years_apart(one.years, other.years) > POSTING_YEARS:
        return False
    if not common or one.countries & other.countries or one.offices & other.offices:
        return True
    return one.american and other.american


def possible_matches(bearers: Sequence[Cluster]) -> Iterator[PossibleMatch]:
    """Yield those who may be one: the same full name apart, or given names spelt nearly alike."""
    ordered = sorted(bearers, key=lambda bearer: bearer.uses)
    by_letter = group_by(ordered, lambda bearer: bearer.given[0])
    for same in by_letter.values():
        for one, other in combinations(same, 2):
            if one.given == other.given:
                yield PossibleMatch(one, other, "the same name, elsewhere or at another time")
            elif _is_compatible(one, other) and _is_similar_given(one.given, other.given):
                yield PossibleMatch(one, other, "nearly the same name")
    by_given = group_by(ordered, lambda bearer: bearer.given)
    for one in ordered:
        words = one.given.split()
        for at in range(1, len(words)):
            for other in by_given.get(" ".join(words[at:]), ()):
                if _is_compatible(one, other):
                    yield PossibleMatch(one, other, "the same name, shorter")


def _is_similar_given(given: str, other: str) -> bool:
    """Tell whether given names may be spellings of one: Sergei and Sergey."""
    first, second = given.partition(" ")[0], other.partition(" ")[0]
    if first == second:
        return is_shorter_form(given, other) or is_shorter_form(other, given)
    likeness = fuzz.ratio(first, second)
    return likeness >= (
        MIN_SIMILARITY_SAME_SOUND if phonetic_key(first) == phonetic_key(second) else MIN_SIMILARITY
    )
