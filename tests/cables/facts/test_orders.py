"""Executive orders and reasons for classification."""

from datetime import date

import pytest

from cables.facts.orders import EXECUTIVE_ORDERS, classification_reasons, order_url


def test_the_letters_of_the_seed_cable_are_explained() -> None:
    reasons = classification_reasons("12958", "1.4", "BD", date(2007, 2, 28))

    assert [reason.letter for reason in reasons] == ["b", "d"]
    assert reasons[0].reason == "foreign government information"
    assert reasons[1].reason.startswith("foreign relations or foreign activities")


@pytest.mark.parametrize("on", [None, date(1999, 1, 1), date(2009, 6, 1)])
@pytest.mark.parametrize("section", ["1.4", "1.5"])
def test_both_sections_are_accepted_on_any_day(section: str, on: date | None) -> None:
    reasons = classification_reasons("12958", section, ("d",), on)

    assert [reason.section for reason in reasons] == [section]


def test_a_letter_that_only_the_other_section_has_is_found_there() -> None:
    assert [reason.section for reason in classification_reasons("12958", "1.5", "h")] == ["1.4"]


def test_the_day_decides_if_the_cable_names_no_section() -> None:
    assert classification_reasons("12958", "", "b", date(1999, 1, 1))[0].section == "1.5"
    assert classification_reasons("12958", "", "b", date(2009, 1, 1))[0].section == "1.4"


def test_older_orders_number_their_reasons() -> None:
    assert [reason.letter for reason in classification_reasons("12356", "1.3", ("1", "10"))] == [
        "1",
        "10",
    ]
    assert classification_reasons("11652", "5(B)", "2")[0].order == "11652"


def test_unknown_letters_sections_and_orders_are_omitted() -> None:
    assert classification_reasons("12958", "1.6", "b") == ()
    assert classification_reasons("12958", "1.4", "z") == ()
    assert classification_reasons("99999", "1.4", "b") == ()


def test_an_order_links_to_the_version_in_force() -> None:
    assert order_url("12958", date(1999, 1, 1)).endswith("12958")
    assert order_url("12958", date(2009, 1, 1)).endswith("13292")
    assert order_url("13526").endswith("13526")
    assert order_url("99999") == ""
    assert EXECUTIVE_ORDERS == ("11652", "12065", "12356", "12958", "13526")
