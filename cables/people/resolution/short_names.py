"""Bare surnames and initials: joined to the only person they can mean, or kept separate."""

from collections.abc import Iterable, Sequence
from typing import Final

from cables.people.resolution.clusters import (
    Cluster,
    NameUse,
    PossibleMatch,
    group_by,
    merge_matching,
    split_at_gaps,
    years_apart,
)
from cables.people.resolution.full_names import (
    CAREER_YEARS,
    MIN_COMMON_FORMS,
    MOST_CHOICES,
    POSTING_YEARS,
)

YEARS_AROUND: Final = 2
"""A bare surname can mean a person named in the same country within this many years."""
MOST_CLUSTERS: Final = 40
"""With more people than this, a surname has no possible matches in other countries."""
MOST_ELSEWHERE: Final = 2
"""With more candidates in other countries, a bare surname has no possible matches there."""
EMBASSY_OFFICES: Final = frozenset(["ambassador", "charge", "dcm", "consul", "counselor"])
"""Offices whose holders are named by surname in the cables that they sign."""
SIGNING_OFFICES: Final = frozenset(["ambassador", "secretary", "charge", "dcm", "consul"])
"""Offices whose holders sign the cables of a post or of the Department."""


def join_short_names(
    uses: Sequence[NameUse], clusters: Sequence[Cluster], *, common: bool
) -> tuple[list[Cluster], list[PossibleMatch]]:
    """Join bare surnames and initials to the only clusters that they can mean.

    Uses with an office come first, because they add to the time and place of a cluster.

    Args:
        uses: Without a first name.
        clusters: With a first name; changed in place.
        common: Whether the surname is common.

    Returns:
        The clusters of the remaining uses, and their possible matches.
    """
    choices: dict[NameUse, list[Cluster]] = {}
    kept = _assign_uses([use for use in uses if use.offices], clusters, choices)
    kept += _assign_uses(
        [use for use in uses if not use.offices], clusters, choices, rivals=tuple(kept)
    )
    short = [
        Cluster(era)
        for same_name in group_by(kept, lambda use: (use.given, use.country, use.american)).values()
        for era in split_at_gaps(
            same_name, POSTING_YEARS if same_name[0].american else CAREER_YEARS
        )
    ]
    merge_matching(short, lambda cluster, other: _same_official(cluster, other, common=common))
    short = [cluster for cluster in short if cluster.uses]
    matches = []
    for cluster in short:
        candidates = _unique_clusters(
            candidate for use in cluster.uses for candidate in choices[use]
        )
        if not candidates:
            matches += _matches_elsewhere(cluster, clusters, short)
        if len(candidates) <= MOST_CHOICES:
            matches += [
                PossibleMatch(cluster, candidate, "the same surname, place and time")
                for candidate in candidates
            ]
    return short, matches


def _assign_uses(
    uses: Iterable[NameUse],
    clusters: Sequence[Cluster],
    choices: dict[NameUse, list[Cluster]],
    *,
    rivals: Sequence[NameUse] = (),
) -> list[NameUse]:
    """Assign uses to clusters, all at once, so that no assignment affects another.

    Args:
        uses: Without a first name.
        clusters: Changed in place.
        choices: Receives the clusters that each use may mean.
        rivals: Uses with an office that were assigned to no cluster: a bare surname may mean
            these too.

    Returns:
        The uses that stay separate.
    """
    kept = []
    assigned = []
    for use in uses:
        choices[use] = [cluster for cluster in clusters if _may_mean(use, cluster)]
        match = _only_match(use, choices[use], only_bearer=len(clusters) == 1)
        if match is None or any(_is_rival(rival, use) for rival in rivals):
            kept.append(use)
        else:
            assigned.append((match, use))
    for cluster, pairs in group_by(assigned, lambda pair: pair[0]).items():
        cluster.add(use for _, use in pairs)
    return kept


def _may_mean(use: NameUse, cluster: Cluster) -> bool:
    """Return whether a bare surname or an initial can mean a person."""
    if use.given and not any(given.startswith(use.given[0]) for given in cluster.givens):
        return False
    year = (use.year, use.year)
    years_there = cluster.places.get(use.country) if use.country else None
    if years_there is not None and years_apart(years_there, year) <= YEARS_AROUND:
        return True
    return (
        not cluster.offices.isdisjoint(use.offices)
        and years_apart(cluster.years, year) <= YEARS_AROUND
    )


def _only_match(use: NameUse, clusters: Sequence[Cluster], *, only_bearer: bool) -> Cluster | None:
    """Return the only cluster that a bare surname can mean; None if there are several or none.

    An office printed with the name decides: it rules out people not known to hold it, unless the
    only person with the surname has no known office. Whoever classified or signed a cable is an
    American.

    Args:
        use: Without a first name.
        clusters: Named at the time and place.
        only_bearer: Whether nobody else has the surname, anywhere and at any time.
    """
    if use.american:
        clusters = [
            cluster for cluster in clusters if cluster.american or cluster.offices & SIGNING_OFFICES
        ]
    if use.offices:
        titled = [cluster for cluster in clusters if set(use.offices) & cluster.offices]
        clusters = titled or [
            cluster for cluster in clusters if only_bearer and not cluster.offices
        ]
    return clusters[0] if len(clusters) == 1 else None


def _is_rival(rival: NameUse, use: NameUse) -> bool:
    """Return whether a use may mean a rival: the same name in the same country and time."""
    if use.american or rival.american or rival.country != use.country:
        return False
    return (
        rival.given == use.given
        and years_apart((rival.year, rival.year), (use.year, use.year)) <= YEARS_AROUND
    )


def _same_official(cluster: Cluster, other: Cluster, *, common: bool) -> bool:
    """Return whether a bare surname in a text is the official who signs from there at the time."""
    if cluster.givens != other.givens or cluster.american == other.american or common:
        return False
    if not cluster.countries & other.countries:
        return False
    if years_apart(cluster.years, other.years) > YEARS_AROUND:
        return False
    return (cluster.offices | other.offices) <= EMBASSY_OFFICES


def _matches_elsewhere(
    cluster: Cluster, full: Sequence[Cluster], short: Sequence[Cluster]
) -> list[PossibleMatch]:
    """Return possible matches of a bare surname that is the only one in its country and time.

    Those with the same office; else those with a first name; else the same bare surname.

    Args:
        cluster: Of a bare surname or an initial.
        full: All clusters with a first name.
        short: All without.
    """
    if len(full) + len(short) > MOST_CLUSTERS:
        return []
    possible = [other for other in (*full, *short) if _may_be_elsewhere(cluster, other)]
    matches = [other for other in possible if cluster.offices & other.offices]
    if not matches and len(full) <= MIN_COMMON_FORMS:
        matches = [other for other in possible if other in full] if full else possible
        matches = matches if len(matches) <= MOST_ELSEWHERE else []
    return [
        PossibleMatch(cluster, other, "the same surname, in another country") for other in matches
    ]


def _may_be_elsewhere(cluster: Cluster, other: Cluster) -> bool:
    """Return whether nothing rules out that clusters in two countries are one person."""
    if (
        cluster is other
        or cluster.american != other.american
        or years_apart(cluster.years, other.years) > POSTING_YEARS
    ):
        return False
    if cluster.offices and other.offices and cluster.offices.isdisjoint(other.offices):
        return False
    return not (cluster.given and other.given) or cluster.given[0] == other.given[0]


def _unique_clusters(clusters: Iterable[Cluster]) -> list[Cluster]:
    """Return each cluster once, in the given order."""
    return list({id(cluster): cluster for cluster in clusters}.values())
