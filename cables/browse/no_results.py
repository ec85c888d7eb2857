"""Suggestions for an empty list: a better spelling, and which filter to remove."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from django.http import QueryDict

from cables.browse.chips import FilterChip
from cables.browse.filters import CableFilter
from cables.browse.query_links import QueryLinks
from cables.browse.results import ResultPage, count_results


@dataclass(frozen=True, slots=True, kw_only=True)
class RemovableFilter:
    """A filter without which the list is not empty."""

    label: str
    value: str
    total: int
    """How many cables match without it."""
    query_string: str


@dataclass(frozen=True, slots=True, kw_only=True)
class NoResults:
    """What to try instead of a search without results."""

    spelling: str
    """A better spelling of the words; empty if there is none."""
    spelling_query_string: str
    removable_filters: tuple[RemovableFilter, ...]
    """Those that leave the most cables first."""


def suggest_for_no_results(
    page: ResultPage, chips: Iterable[FilterChip], links: QueryLinks
) -> NoResults | None:
    """Return what to try instead; None if the list is not empty."""
    if page.total:
        return None
    spelling = page.suggestion.query_text if page.suggestion else ""
    removable = sorted(_removable_filters(chips), key=lambda removable: -removable.total)
    return NoResults(
        spelling=spelling,
        spelling_query_string=links.with_value("q", spelling) if spelling else "",
        removable_filters=tuple(removable),
    )


def _removable_filters(chips: Iterable[FilterChip]) -> Iterator[RemovableFilter]:
    for chip in chips:
        remaining = CableFilter(QueryDict(chip.query_string))
        if total := count_results(remaining.parsed_query, remaining.selection):
            yield RemovableFilter(
                label=chip.label, value=chip.value, total=total, query_string=chip.query_string
            )
