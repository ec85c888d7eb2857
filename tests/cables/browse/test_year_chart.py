"""Bar charts of years and months."""

from cables.browse.year_chart import Bar, chart_result, chart_years
from cables.links.lists import year_list_url


def bars_by_year(counts: dict[int, int]) -> tuple[Bar, ...]:
    chart = chart_years(counts, "/date/{}/".format)
    assert chart
    return chart.bars


def test_empty_years_between_others_have_a_bar() -> None:
    bars = bars_by_year({2007: 1, 2009: 10})
    assert [(bar.name, bar.cables, bar.height, bar.url) for bar in bars] == [
        ("2007", 1, 2, "/date/2007/"),
        ("2008", 0, 0, "/date/2008/"),
        ("2009", 10, 20, "/date/2009/"),
    ]
    assert chart_years({}, str) is None


def test_every_fifth_of_many_years_is_labeled() -> None:
    bars = bars_by_year(dict.fromkeys(range(1966, 2011), 1))
    assert [bar.name for bar in bars if bar.labeled] == [str(year) for year in range(1970, 2011, 5)]


def test_a_result_of_several_years_is_shown_by_year() -> None:
    chart = chart_result({200702: 3, 200703: 1, 200901: 2}, 0, "?in={}".format)
    assert chart
    assert not chart.year
    assert [(bar.label, bar.cables, bar.url) for bar in chart.bars] == [
        ("2007", 4, "?in=2007"),
        ("2008", 0, "?in=2008"),
        ("2009", 2, "?in=2009"),
    ]


def test_a_result_of_one_year_is_shown_by_month() -> None:
    chart = chart_result({200702: 3}, 0, "?in={}".format)
    assert chart
    assert (chart.year, len(chart.bars)) == (2007, 12)
    february = chart.bars[1]
    assert (february.label, february.name, february.url) == ("Feb", "February 2007", "?in=2007-02")
    assert chart_result({}, 2007, str) is None


def test_a_bar_may_link_to_the_list_of_cables() -> None:
    assert year_list_url(2007, origin="embassy-moscow") == (
        "/cables/?origin=embassy-moscow&created_after=2007&created_before=2007"
    )
