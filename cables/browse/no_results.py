"""What an empty list offers: another spelling, and which filter to drop."""

from collections.abc import Iterator
from dataclasses import dataclass

from cables.browse.filters import CableFilter
from cables.browse.results import ResultPage, count_results


@dataclass(frozen=True, slots=True, kw_only=True)
class RemovableFilter:
    """A filter without which the list is not empty."""

    label: str
    value: str
    total: int
    query_string: str


@dataclass(frozen=True, slots=True, kw_only=True)
class NoResults:
    """The ways on from an empty list."""

    spelling: str
    """A better spelling of the question; empty where none is near."""
    spelling_query_string: str
    """The query string of the list with it."""
    removable_filters: tuple[RemovableFilter, ...]
    """Those that leave the most cables first."""


def suggest_for_no_results(filters: CableFilter, page: ResultPage) -> NoResults | None:
    """Return the ways on; None where the list is not empty."""
    if page.total:
        return None
    better = page.suggestion
    return NoResults(
        spelling=better.query_text if better else "",
        spelling_query_string=filters.query_string_with("q", better.query_text) if better else "",
        removable_filters=tuple(
            sorted(_find_removable_filters(filters), key=lambda one: -one.total)
        ),
    )


def _find_removable_filters(chosen: CableFilter) -> Iterator[RemovableFilter]:
    """Yield each filter that alone keeps the list empty."""
    for chip in chosen.chips:
        other = chosen.with_query_string(chip.query_string)
        if total := count_results(other.parsed_query, other.selection):
            yield RemovableFilter(
                label=chip.label, value=chip.value, total=total, query_string=chip.query_string
            )
