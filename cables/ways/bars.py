"""Counts by year as a row of bars, each a link."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Final

FEW_YEARS: Final = 12
STEPS: Final = 20
"""Heights that a bar may have; the style sheet has a class for each."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Bar:
    """A year of the histogram."""

    year: int
    cables: int
    href: str
    step: int
    """Height of its bar, in twentieths of the highest; at least 1 where there is any cable."""
    labelled: bool
    """Whether its number stands under it: every one of a few years, every fifth of many."""


def year_bars(counts: Mapping[int, int], address: Callable[[int], str]) -> list[Bar]:
    """Return a bar for each year from the first to the last, the empty years between included.

    Args:
        counts: Cables by year.
        address: Where the bar of a year leads.
    """
    if not counts:
        return []
    most = max(counts.values())
    years = range(min(counts), max(counts) + 1)
    return [
        Bar(
            year=year,
            cables=counts.get(year, 0),
            href=address(year),
            step=max(1, round(STEPS * counts[year] / most)) if counts.get(year) else 0,
            labelled=len(years) <= FEW_YEARS or year % 5 == 0,
        )
        for year in years
    ]
