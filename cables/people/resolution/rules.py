"""Who is the same: decided among all who bear one surname, by rules that a reader can check.

The same given names make one person where place and time allow it. A form with fewer given names,
an initial or a bare surname joins a fuller one only where there is no other choice in that country
and time, and never takes a first name from anywhere else. What is not decided stays apart, and is
returned as a pair that may be the same. Nothing depends on the order in which cables came.
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
    """Who bears a surname."""

    clusters: tuple[Cluster, ...]
    possible_matches: tuple[PossibleMatch, ...]


def cluster_uses(uses: Iterable[NameUse]) -> SurnameClusters:
    """Settle who bears one surname.

    Args:
        uses: All that is known of the surname, each use once.
    """
    ordered = sorted(uses)
    full = [use for use in ordered if has_first_name(use.given)]
    bearers = cluster_full_names(full)
    common = len({one.given for one in bearers}) >= MIN_COMMON_FORMS
    pairs = list(join_shorter_forms(bearers, common=common))
    bearers = [one for one in bearers if one.uses]
    short, more = join_short_names(
        [use for use in ordered if not has_first_name(use.given)], bearers, common=common
    )
    pairs += more
    pairs += possible_matches(bearers)
    return SurnameClusters(tuple(bearers + short), tuple(_unique_pairs(pairs)))


def _unique_pairs(pairs: Iterable[PossibleMatch]) -> Iterator[PossibleMatch]:
    """Yield each pair of bearers that are still two, once."""
    seen = set()
    for pair in pairs:
        key = frozenset((id(pair.first), id(pair.second)))
        if pair.first.uses and pair.second.uses and len(key) > 1 and key not in seen:
            seen.add(key)
            yield pair
