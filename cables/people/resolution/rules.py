"""Who is the same: decided among all who bear one surname, by rules that a reader can check.

The same given names make one person where place and time allow it. A form with fewer given names,
an initial or a bare surname joins a fuller one only where there is no other choice in that country
and time, and never takes a first name from anywhere else. What is not decided stays apart, and is
returned as a pair that may be the same. Nothing depends on the order in which cables came.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from cables.people.resolution.clusters import Bearer, Pair, Use, is_full
from cables.people.resolution.full_names import COMMON, alike, join_shorter_forms, same_full_names
from cables.people.resolution.short_names import join_short_names


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


def unique(pairs: Iterable[Pair]) -> Iterator[Pair]:
    """Yield each pair of bearers that are still two, once."""
    seen = set()
    for pair in pairs:
        key = frozenset((id(pair.one), id(pair.other)))
        if pair.one.uses and pair.other.uses and len(key) > 1 and key not in seen:
            seen.add(key)
            yield pair
