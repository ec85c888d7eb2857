"""Calendars and the grid of years."""

from datetime import date

from cables.browse.calendars import calendar_cell, month_calendars, year_grid
from cables.periods import Period


def test_a_grid_has_twelve_months_a_year_newest_year_first() -> None:
    years = year_grid({Period(2007, 2): 3, Period(2009, 12): 5, Period(2010, 1): 1})
    assert [str(year.period) for year in years] == ["2010", "2009", "2007"]
    assert [year.cables for year in years] == [1, 5, 3]
    assert all(len(year.months) == 12 for year in years)
    assert [year.empty_years_before for year in years] == [None, (2008, 2008), None]


def test_there_is_no_grid_without_dates() -> None:
    assert year_grid({}) == []


def test_a_calendar_begins_on_the_right_day_of_the_week() -> None:
    (month,) = month_calendars(Period(2007, 2, 28), {date(2007, 2, 28): 4})
    assert (month.leading_blanks, len(month.days), month.cables) == (3, 28, 4)
    assert [day.name for day in month.days if day.cables] == ["28"]


def test_a_year_has_twelve_calendars() -> None:
    months = month_calendars(Period(2008), {date(2008, 2, 29): 1})
    assert [str(month.period) for month in months][:2] == ["2008-01", "2008-02"]
    assert len(months) == 12


def test_few_cables_are_darker_than_none_and_lighter_than_many() -> None:
    shades = [calendar_cell(Period(2007, 1), cables, 1000).shade for cables in (0, 1, 100, 1000)]
    assert shades == [0, 1, 2, 5]
