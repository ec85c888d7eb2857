"""The bars of the years."""

from cables.browse.year_chart import year_bars
from cables.links.lists import year_list_url


def test_years_without_a_cable_stand_between_those_with() -> None:
    bars = year_bars({2007: 1, 2009: 10}, "/date/{}/".format)
    assert [(bar.year, bar.cables, bar.height, bar.href) for bar in bars] == [
        (2007, 1, 2, "/date/2007/"),
        (2008, 0, 0, "/date/2008/"),
        (2009, 10, 20, "/date/2009/"),
    ]
    assert year_bars({}, str) == []


def test_many_years_are_labelled_every_fifth() -> None:
    bars = year_bars(dict.fromkeys(range(1966, 2011), 1), str)
    assert [bar.year for bar in bars if bar.labeled] == list(range(1970, 2011, 5))


def test_a_bar_may_lead_into_the_list_of_cables() -> None:
    assert year_list_url(2007, origin="embassy-moscow") == (
        "/cables/?origin=embassy-moscow&created_after=2007&created_before=2007"
    )
