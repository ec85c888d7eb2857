"""Bar charts of cables by year, or by the months of one year; each bar is a link."""

import calendar
from collections import Counter
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Final

MAX_LABELED_YEARS: Final = 12
BAR_HEIGHTS: Final = 20
"""Number of heights a bar can have; the style sheet has a class for each."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Bar:
    """A year or a month."""

    label: str
    """Short form shown below the bar: 2007, Feb."""
    name: str
    """Full form: 2007, February 2007."""
    cables: int
    height: int
    """In twentieths of the highest bar; at least 1 if there is any cable."""
    labeled: bool
    """Whether the label is visible: for all of a few years, for every fifth of many."""
    url: str


@dataclass(frozen=True, slots=True, kw_only=True)
class YearChart:
    """A row of bars."""

    bars: tuple[Bar, ...]
    """Oldest first, including empty years and months between others."""
    year: int = 0
    """The year whose months are shown; 0 if the bars are years."""


def chart_years(counts: Mapping[int, int], url_for_year: Callable[[int], str]) -> YearChart | None:
    """Return a bar for each year from the first to the last; None if there are no years."""
    if not counts:
        return None
    years, most = range(min(counts), max(counts) + 1), max(counts.values())
    return YearChart(
        bars=tuple(
            Bar(
                label=str(year),
                name=str(year),
                cables=counts.get(year, 0),
                height=_bar_height(counts.get(year, 0), most),
                labeled=len(years) <= MAX_LABELED_YEARS or year % 5 == 0,
                url=url_for_year(year),
            )
            for year in years
        )
    )


def chart_result(
    counts: Mapping[int, int], selected_year: int, url_for: Callable[[str], str]
) -> YearChart | None:
    """Return the chart of a list: its years, or its months if all its cables are of one year.

    Args:
        counts: Cables by month, written as a number: 200702.
        selected_year: The year to which the list is limited, 0 if it is not.
        url_for: Returns the URL of the list limited to a year or month: 2007, 2007-02.
    """
    by_year: Counter[int] = Counter()
    for month, cables in counts.items():
        by_year[month // 100] += cables
    if not by_year:
        return None
    if not selected_year and len(by_year) > 1:
        return chart_years(by_year, lambda year: url_for(str(year)))
    year = selected_year or next(iter(by_year))
    by_month = {month: counts.get(year * 100 + month, 0) for month in range(1, 13)}
    return _chart_months(year, by_month, url_for)


def _chart_months(year: int, counts: Mapping[int, int], url_for: Callable[[str], str]) -> YearChart:
    most = max(counts.values())
    return YearChart(
        year=year,
        bars=tuple(
            Bar(
                label=calendar.month_abbr[month],
                name=f"{calendar.month_name[month]} {year}",
                cables=cables,
                height=_bar_height(cables, most),
                labeled=True,
                url=url_for(f"{year}-{month:02}"),
            )
            for month, cables in counts.items()
        ),
    )


def _bar_height(cables: int, most: int) -> int:
    return max(1, round(BAR_HEIGHTS * cables / most)) if cables else 0
