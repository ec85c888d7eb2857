"""Counts by day laid out as calendars, and by month as a grid of years."""

import calendar
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Final

from cables.periods import Period

SHADES: Final = 5


@dataclass(frozen=True, slots=True, kw_only=True)
class CalendarCell:
    """A day or a month, and how many cables are of it."""

    period: Period
    cables: int
    shade: int
    """How dark it is drawn: 0 for no cable, 5 for the most."""

    @property
    def name(self) -> str:
        """The month in three letters, or the number of the day."""
        return str(self.period.day) if self.period.day else f"{self.period.first_day:%b}"


@dataclass(frozen=True, slots=True, kw_only=True)
class CalendarYear:
    """A row of the grid."""

    period: Period
    cables: int
    months: tuple[CalendarCell, ...]
    """All twelve."""
    empty_years_before: tuple[int, int] | None
    """First and last of the years without a cable that were left out above it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class CalendarMonth:
    """A month's calendar."""

    period: Period
    cables: int
    leading_blanks: int
    """Days of the week before its first, from Monday."""
    days: tuple[CalendarCell, ...]


def year_grid(months: Mapping[Period, int]) -> list[CalendarYear]:
    """Return the years that have cables, newest first, each with its twelve months."""
    if not months:
        return []
    most = max(months.values())
    years = sorted({month.year for month in months})
    rows = []
    for before, year in zip([None, *years], years, strict=False):
        cells = tuple(
            calendar_cell(Period(year, month), months.get(Period(year, month), 0), most)
            for month in range(1, 13)
        )
        gap = (before + 1, year - 1) if before and before + 1 < year else None
        rows.append(
            CalendarYear(
                period=Period(year),
                cables=sum(one.cables for one in cells),
                months=cells,
                empty_years_before=gap,
            )
        )
    return rows[::-1]


def month_calendars(period: Period, days: Mapping[date, int]) -> list[CalendarMonth]:
    """Return the calendars of a year's months, or of the one month that holds the period."""
    wanted = [period.month] if period.month else range(1, 13)
    months = [Period(period.year, month) for month in wanted]
    held = [days.get(day, 0) for month in months for day in month.days()]
    return [_month_calendar(month, days, max(held)) for month in months]


def _month_calendar(month: Period, days: Mapping[date, int], most: int) -> CalendarMonth:
    """Return one month's calendar, shaded against the most cables of any day shown with it."""
    cells = tuple(
        calendar_cell(Period(day.year, day.month, day.day), days.get(day, 0), most)
        for day in month.days()
    )
    return CalendarMonth(
        period=month,
        cables=sum(one.cables for one in cells),
        leading_blanks=calendar.weekday(month.year, month.month, 1),
        days=cells,
    )


def calendar_cell(period: Period, cables: int, most: int) -> CalendarCell:
    """Return a cell with its shade: the square root keeps quiet months apart from empty ones."""
    shade = max(1, round(SHADES * (cables / most) ** 0.5)) if cables else 0
    return CalendarCell(period=period, cables=cables, shade=shade)
