"""The rules for a surname: which uses belong to one person.

Uses with the same given names are one person if place and time allow it. A form with fewer given
names, an initial or a bare surname joins a fuller form only if there is no other candidate in that
country and time, and never takes a first name from elsewhere. Undecided cases stay separate and
are returned as possible matches. The order of the cables does not matter.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from cables.people.resolution.clusters import Cluster, NameUse, PossibleMatch, has_first_name
from cables.people.resolution.full_names import (
    MIN_COMMON_FORMS,
    cluster_full_names,
    join_shorter_forms,
    possible_matches,
)
from cables.people.resolution.short_names import join_short_names


@dataclass(frozen=True, slots=True)
class SurnameClusters:
    """The people with one surname."""

    clusters: tuple[Cluster, ...]
    possible_matches: tuple[PossibleMatch, ...]


def cluster_uses(uses: Iterable[NameUse]) -> SurnameClusters:
    """Cluster the uses of one surname by person.

    Args:
        uses: All uses of the surname, each once.
    """
    ordered = sorted(uses)
    full = [use for use in ordered if has_first_name(use.given)]
    short = [use for use in ordered if not has_first_name(use.given)]
    clusters = cluster_full_names(full)
    common = len({cluster.given for cluster in clusters}) >= MIN_COMMON_FORMS
    matches = list(join_shorter_forms(clusters, common=common))
    clusters = [cluster for cluster in clusters if cluster.uses]
    short_clusters, short_matches = join_short_names(short, clusters, common=common)
    matches += [*short_matches, *possible_matches(clusters)]
    return SurnameClusters((*clusters, *short_clusters), tuple(_unique_matches(matches)))


def _unique_matches(matches: Iterable[PossibleMatch]) -> Iterator[PossibleMatch]:
    """Yield each pair of clusters that are still separate, once."""
    seen = set()
    for match in matches:
        key = frozenset((id(match.first), id(match.second)))
        if match.first.uses and match.second.uses and len(key) > 1 and key not in seen:
            seen.add(key)
            yield match
