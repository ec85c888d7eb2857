"""Executive orders and reasons for classification."""

from datetime import date

import pytest

from cables.facts.orders import EXECUTIVE_ORDERS, classification_reasons, order_url


def test_the_letters_of_the_seed_cable_are_explained() -> None:
    found = classification_reasons("12958", "1.4", "BD", date(2007, 2, 28))

    assert [reason.letter for reason in found] == ["b", "d"]
    assert found[0].reason == "foreign government information"
    assert found[1].reason.startswith("foreign relations or foreign activities")


@pytest.mark.parametrize("on", [None, date(1999, 1, 1), date(2009, 6, 1)])
@pytest.mark.parametrize("section", ["1.4", "1.5"])
def test_both_sections_are_taken_on_any_day(section: str, on: date | None) -> None:
    found = classification_reasons("12958", section, ("d",), on)

    assert [reason.section for reason in found] == [section]


def test_a_letter_that_only_the_other_section_has_is_found_there() -> None:
    assert [reason.section for reason in classification_reasons("12958", "1.5", "h")] == ["1.4"]


def test_the_day_decides_where_the_cable_names_no_section() -> None:
    assert classification_reasons("12958", "", "b", date(1999, 1, 1))[0].section == "1.5"
    assert classification_reasons("12958", "", "b", date(2009, 1, 1))[0].section == "1.4"


def test_older_orders_count_by_numbers() -> None:
    assert [reason.letter for reason in classification_reasons("12356", "1.3", ("1", "10"))] == [
        "1",
        "10",
    ]
    assert classification_reasons("11652", "5(B)", "2")[0].order == "11652"


def test_what_is_not_known_is_left_out() -> None:
    assert classification_reasons("12958", "1.6", "b") == ()
    assert classification_reasons("12958", "1.4", "z") == ()
    assert classification_reasons("99999", "1.4", "b") == ()


def test_an_order_is_linked_as_it_stood() -> None:
    assert order_url("12958", date(1999, 1, 1)).endswith("12958")
    assert order_url("12958", date(2009, 1, 1)).endswith("13292")
    assert order_url("13526").endswith("13526")
    assert order_url("99999") == ""
    assert EXECUTIVE_ORDERS == ("11652", "12065", "12356", "12958", "13526")
