"""Full names: the same name in many cables, with or without middle names."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import combinations
from typing import Final

from rapidfuzz import fuzz

from cables.facts.regions import find_region
from cables.names.phonetics import phonetic_key
from cables.people.resolution.clusters import (
    Cluster,
    NameUse,
    PossibleMatch,
    group_by,
    merge_matching,
    split_at_gaps,
    years_apart,
)

CAREER_YEARS: Final = 25
"""Years after which the same name is another person, unless cables from the same country use it."""
MIN_COMMON_FORMS: Final = 6
"""Number of given names that makes a surname common: a full name alone then proves nothing
worldwide."""
POSTING_YEARS: Final = 6
"""Years between two uses of a bare surname in one country that make it two people."""
MIN_SIMILARITY: Final = 84
"""Similarity (of 100) of two given names that may be spellings of one."""
MIN_SIMILARITY_SAME_SOUND: Final = 65
"""The same for given names that sound alike; Jane and John have the same consonants."""
MOST_CHOICES: Final = 4
"""With more candidates than this, a bare surname has no possible matches."""
WORLDWIDE_REGIONS: Final = frozenset(["", "international-organizations", "united-states"])
"""Regions whose posts write about the whole world."""


def cluster_full_names(uses: Sequence[NameUse]) -> list[Cluster]:
    """Return one cluster per full name, or several if place or time separate them."""
    by_given = group_by(uses, lambda use: use.given.replace(" ", ""))
    common = len(by_given) >= MIN_COMMON_FORMS
    clusters = []
    for same_name in by_given.values():
        candidates = [
            Cluster(regional)
            for era in split_at_gaps(same_name, CAREER_YEARS)
            for regional in _by_region(era)
        ]
        merge_matching(
            candidates, lambda cluster, other: _same_person(cluster, other, common=common)
        )
        clusters += [candidate for candidate in candidates if candidate.uses]
    return clusters


def _by_region(uses: Iterable[NameUse]) -> list[list[NameUse]]:
    """Group uses by the region of the posts that wrote them."""
    return list(group_by(uses, lambda use: _region_code(use.country)).values())


def _region_code(country: str) -> str:
    """Return the region of a country; empty if unknown."""
    region = find_region(country)
    return region.code if region else ""


def _same_person(cluster: Cluster, other: Cluster, *, common: bool) -> bool:
    """Return whether two clusters of the same full name are one person."""
    countries = cluster.countries & other.countries
    if years_apart(cluster.years, other.years) > CAREER_YEARS and not countries:
        return False
    if not common or countries or cluster.offices & other.offices:
        return True
    if cluster.american and other.american:
        return True
    regions = {_region_code(country) for country in cluster.places}
    other_regions = {_region_code(country) for country in other.places}
    return (
        bool(regions & other_regions)
        or regions <= WORLDWIDE_REGIONS
        or other_regions <= WORLDWIDE_REGIONS
    )


def join_shorter_forms(clusters: Sequence[Cluster], *, common: bool) -> Iterator[PossibleMatch]:
    """Merge forms with fewer given names into fuller ones if only one is possible.

    Args:
        clusters: Changed in place: a cluster merged into another has no uses left.
        common: Whether the surname is common, so that the time alone is no proof.

    Yields:
        The pairs that stay undecided.
    """
    by_first_name = group_by(clusters, lambda cluster: cluster.given.partition(" ")[0])
    for cluster in sorted(clusters, key=lambda item: (len(item.given.split()), item.uses)):
        others = by_first_name[cluster.given.partition(" ")[0]] if cluster.uses else []
        fuller = [
            other for other in others if other.uses and is_shorter_form(cluster.given, other.given)
        ]
        possible = [other for other in fuller if _is_compatible(cluster, other, common=common)]
        if possible and _are_forms_of_one_name(possible):
            possible[0].absorb(cluster)
            for other in possible[1:]:
                possible[0].absorb(other)
        else:
            yield from (
                PossibleMatch(cluster, other, "the same name, shorter")
                for other in fuller[:MOST_CHOICES]
            )


def is_shorter_form(given: str, other: str) -> bool:
    """Return whether given names are the others, with some omitted or as initials."""
    words, others = given.split(), other.split()
    if words[0] != others[0] or given == other or len(words) > len(others):
        return False
    return all(
        word == full or (word[0] == full[0] and 1 in {len(word), len(full)})
        for word, full in zip(words[1:], others[1:], strict=False)
    ) and (len(words) < len(others) or len(given) < len(other))


def _are_forms_of_one_name(clusters: Sequence[Cluster]) -> bool:
    """Return whether several fuller forms are forms of one name."""
    givens = sorted(
        (cluster.given for cluster in clusters), key=lambda given: (len(given.split()), given)
    )
    return all(
        is_shorter_form(given, other) or given == other for given, other in combinations(givens, 2)
    )


def _is_compatible(cluster: Cluster, other: Cluster, *, common: bool = True) -> bool:
    """Return whether two clusters agree in time, and in place or office if the name is common."""
    if years_apart(cluster.years, other.years) > POSTING_YEARS:
        return False
    if not common or cluster.countries & other.countries or cluster.offices & other.offices:
        return True
    return cluster.american and other.american


def possible_matches(clusters: Sequence[Cluster]) -> Iterator[PossibleMatch]:
    """Yield clusters that may be one person: the same full name, or similar given names."""
    ordered = sorted(clusters, key=lambda cluster: cluster.uses)
    by_letter = group_by(ordered, lambda cluster: cluster.given[0])
    for same_letter in by_letter.values():
        for cluster, other in combinations(same_letter, 2):
            if cluster.given == other.given:
                yield PossibleMatch(cluster, other, "the same name, elsewhere or at another time")
            elif _is_compatible(cluster, other) and _is_similar_given(cluster.given, other.given):
                yield PossibleMatch(cluster, other, "nearly the same name")
    by_given = group_by(ordered, lambda cluster: cluster.given)
    for cluster in ordered:
        words = cluster.given.split()
        for index in range(1, len(words)):
            for other in by_given.get(" ".join(words[index:]), ()):
                if _is_compatible(cluster, other):
                    yield PossibleMatch(cluster, other, "the same name, shorter")


def _is_similar_given(given: str, other: str) -> bool:
    """Return whether given names may be spellings of one: Sergei and Sergey."""
    first, second = given.partition(" ")[0], other.partition(" ")[0]
    if first == second:
        return is_shorter_form(given, other) or is_shorter_form(other, given)
    same_sound = phonetic_key(first) == phonetic_key(second)
    return fuzz.ratio(first, second) >= (
        MIN_SIMILARITY_SAME_SOUND if same_sound else MIN_SIMILARITY
    )
