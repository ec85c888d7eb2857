"""What an empty list offers: another spelling, and which filter to drop."""

from collections.abc import Iterator
from dataclasses import dataclass

from cables.browse.filters import CableFilter
from cables.browse.results import Listing, total_of


@dataclass(frozen=True, slots=True, kw_only=True)
class Drop:
    """A filter without which the list is not empty."""

    label: str
    value: str
    total: int
    query: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Nothing:
    """The ways on from an empty list."""

    spelling: str
    """A better spelling of the question; empty where none is near."""
    spelling_query: str
    """The query string of the list with it."""
    drops: tuple[Drop, ...]
    """Those that leave the most cables first."""


def nothing(chosen: CableFilter, found: Listing) -> Nothing | None:
    """Return the ways on; None where the list is not empty."""
    if found.total:
        return None
    better = found.suggestion
    return Nothing(
        spelling=better.question if better else "",
        spelling_query=chosen.query_with("q", better.question) if better else "",
        drops=tuple(sorted(drops(chosen), key=lambda one: -one.total)),
    )


def drops(chosen: CableFilter) -> Iterator[Drop]:
    """Yield each filter that alone keeps the list empty."""
    for chip in chosen.chips:
        other = chosen.of(chip.query)
        if total := total_of(other.words, other.selection):
            yield Drop(label=chip.label, value=chip.value, total=total, query=chip.query)
