"""How a result spreads over the years, or over the months of one: bars that are links."""

import calendar
from collections import Counter
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Final

from cables.browse.query_links import QueryLinks
from cables.models.selection import FacetCounts

MAX_LABELED_YEARS: Final = 12
BAR_HEIGHTS: Final = 20
"""Heights that a bar may have; the style sheet has a class for each."""
PLACEHOLDER: Final = "%00"
"""Stands for a date in a query string made once for all bars: no address can have it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class HistogramBar:
    """A year or a month."""

    label: str
    """What stands under the bar: 2007, Feb."""
    name: str
    """In full: 2007, February 2007."""
    cables: int
    height: int
    """Height of its bar, in twentieths of the highest; at least 1 where there is any cable."""
    labeled: bool
    query_string: str
    """The query string that keeps the list to it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Histogram:
    """A row of bars."""

    bars: tuple[HistogramBar, ...]
    """Oldest first; those without a cable between others are among them."""
    unit: str
    """year or month."""
    year: int
    """Whose months they are; 0 where they are years."""


def build_histogram(counts: FacetCounts, selected_year: int, links: QueryLinks) -> Histogram | None:
    """Return the bars of a list; None where none of its cables has a date."""
    if not counts.month:
        return None
    years = {month // 100 for month in counts.month}
    year = selected_year or (years.pop() if len(years) == 1 else 0)
    if year:
        return Histogram(bars=_histogram_months(counts, year, links), unit="month", year=year)
    return Histogram(bars=_histogram_years(counts, links), unit="year", year=0)


def _histogram_years(counts: FacetCounts, links: QueryLinks) -> tuple[HistogramBar, ...]:
    """Return a bar for each year from the first to the last."""
    by_year: Counter[int] = Counter()
    for month, cables in counts.month.items():
        by_year[month // 100] += cables
    within = links.between("\x00", "\x00")
    most, span = max(by_year.values()), range(min(by_year), max(by_year) + 1)
    return tuple(
        HistogramBar(
            label=str(year),
            name=str(year),
            cables=by_year[year],
            height=_bar_height(by_year[year], most),
            labeled=len(span) <= MAX_LABELED_YEARS or year % 5 == 0,
            query_string=within.replace(PLACEHOLDER, str(year)),
        )
        for year in span
    )


def _histogram_months(
    counts: FacetCounts, year: int, links: QueryLinks
) -> tuple[HistogramBar, ...]:
    """Return a bar for each month of a year."""
    by_month = {month: counts.month.get(year * 100 + month, 0) for month in range(1, 13)}
    most, within = max(by_month.values()), links.between("\x00", "\x00")
    return tuple(
        HistogramBar(
            label=calendar.month_abbr[month],
            name=f"{calendar.month_name[month]} {year}",
            cables=cables,
            height=_bar_height(cables, most),
            labeled=True,
            query_string=within.replace(PLACEHOLDER, f"{year}-{month:02}"),
        )
        for month, cables in by_month.items()
    )


def _bar_height(cables: int, most: int) -> int:
    """Return a bar's height."""
    return max(1, round(BAR_HEIGHTS * cables / most)) if cables else 0


@dataclass(frozen=True, slots=True, kw_only=True)
class YearBar:
    """A year of the histogram."""

    year: int
    cables: int
    href: str
    height: int
    """Height of its bar, in twentieths of the highest; at least 1 where there is any cable."""
    labeled: bool
    """Whether its number stands under it: every one of a few years, every fifth of many."""


def year_bars(counts: Mapping[int, int], url_for_year: Callable[[int], str]) -> list[YearBar]:
    """Return a bar for each year from the first to the last, the empty years between included.

    Args:
        counts: Cables by year.
        url_for_year: Where the bar of a year leads.
    """
    if not counts:
        return []
    most = max(counts.values())
    years = range(min(counts), max(counts) + 1)
    return [
        YearBar(
            year=year,
            cables=counts.get(year, 0),
            href=url_for_year(year),
            height=max(1, round(BAR_HEIGHTS * counts[year] / most)) if counts.get(year) else 0,
            labeled=len(years) <= MAX_LABELED_YEARS or year % 5 == 0,
        )
        for year in years
    ]
