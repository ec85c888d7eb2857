"""Years, months and days as URLs write them."""

from datetime import date

import pytest

from cables.periods import Period


@pytest.mark.parametrize(
    ("text", "label", "first", "last"),
    [
        ("2007", "2007", date(2007, 1, 1), date(2007, 12, 31)),
        ("2008-02", "February 2008", date(2008, 2, 1), date(2008, 2, 29)),
        ("2007-12", "December 2007", date(2007, 12, 1), date(2007, 12, 31)),
        ("2007-02-03", "3 February 2007", date(2007, 2, 3), date(2007, 2, 3)),
    ],
)
def test_a_period_is_parsed_and_written_the_same_way(
    text: str, label: str, first: date, last: date
) -> None:
    period = Period.parse(text)
    assert (str(period), period.label, period.first_day, period.last_day) == (
        text,
        label,
        first,
        last,
    )


@pytest.mark.parametrize("text", ["2007-13", "2007-02-30", "0000", "2007-00-01", "x", ""])
def test_invalid_dates_are_rejected(text: str) -> None:
    with pytest.raises(ValueError):  # noqa: PT011 - the message is Python's
        Period.parse(text)


def test_a_day_is_in_a_month_and_a_month_in_a_year() -> None:
    day = Period.parse("2007-02-28")
    assert day.parent == Period(2007, 2)
    assert Period(2007, 2).parent == Period(2007)
    assert Period(2007).parent is None
    assert Period(2007, 2).contains(date(2007, 2, 28))
    assert not Period(2007, 2).contains(date(2007, 3, 1))
    assert len(Period(2008).days()) == 366
    assert Period(2007, 2).same_length_at(date(2009, 5, 6)) == Period(2009, 5)


def test_a_period_reads_as_part_of_a_sentence() -> None:
    assert Period(2007).label_in_sentence == "in 2007"
    assert Period(2007, 2, 28).label_in_sentence == "on 28 February 2007"
