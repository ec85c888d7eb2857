"""Calendars of cables by day, and a grid of years by month."""

import calendar
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Final

from cables.periods import Period

SHADES: Final = 5
"""Shades of a cell, besides that for no cables."""


@dataclass(frozen=True, slots=True, kw_only=True)
class CalendarCell:
    """A day or a month with its number of cables."""

    period: Period
    cables: int
    shade: int
    """How dark the cell is: 0 for no cables, 5 for the most."""

    @property
    def name(self) -> str:
        """The day of the month, or the month in three letters."""
        return str(self.period.day) if self.period.day else f"{self.period.first_day:%b}"


@dataclass(frozen=True, slots=True, kw_only=True)
class CalendarYear:
    """A row of the grid of years."""

    period: Period
    cables: int
    months: tuple[CalendarCell, ...]
    """All twelve."""
    empty_years_before: tuple[int, int] | None
    """The first and last of the empty years right before this one."""


@dataclass(frozen=True, slots=True, kw_only=True)
class CalendarMonth:
    """The calendar of a month."""

    period: Period
    cables: int
    leading_blanks: int
    """Empty cells before the first day, as weeks begin on Monday."""
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
                cables=sum(cell.cables for cell in cells),
                months=cells,
                empty_years_before=gap,
            )
        )
    return rows[::-1]


def month_calendars(period: Period, days: Mapping[date, int]) -> list[CalendarMonth]:
    """Return the calendars of a year, or only of the month if the period has one."""
    numbers = [period.month] if period.month else range(1, 13)
    months = [Period(period.year, number) for number in numbers]
    most = max(days.get(day, 0) for month in months for day in month.days())
    return [_month_calendar(month, days, most) for month in months]


def _month_calendar(month: Period, days: Mapping[date, int], most: int) -> CalendarMonth:
    """Return the calendar of a month.

    Args:
        month: The month.
        days: Cables by day.
        most: The most cables of any day on the page, which gets the darkest shade.
    """
    cells = tuple(
        calendar_cell(Period(day.year, day.month, day.day), days.get(day, 0), most)
        for day in month.days()
    )
    return CalendarMonth(
        period=month,
        cables=sum(cell.cables for cell in cells),
        leading_blanks=calendar.weekday(month.year, month.month, 1),
        days=cells,
    )


def calendar_cell(period: Period, cables: int, most: int) -> CalendarCell:
    """Return a shaded cell; the square root makes few cables differ visibly from none."""
    shade = max(1, round(SHADES * (cables / most) ** 0.5)) if cables else 0
    return CalendarCell(period=period, cables=cables, shade=shade)
