"""Names in attention lines."""

import pytest

from tests.cables.text.people.specimens import ABOVE, names


def above(line: str) -> str:
    return ABOVE.replace("\n\nE.O.", f"\n\n{line}\n\nE.O.")


@pytest.mark.parametrize(
    ("line", "name"),
    [
        ("DEPT FOR EUR/WE (KHLOPKOV), EUR/PGI, DRL", "Khlopkov"),
        ("NSC FOR ADAM KHLOPKOV", "Adam Khlopkov"),
        ("COMMERCE FOR SECRETARY KHLOPKOV", "Khlopkov"),
    ],
)
def test_somebody_in_an_office_is_named(line: str, name: str) -> None:
    assert names("Rain fell.", above(line)) == [name]


@pytest.mark.parametrize(
    "line", ["STATE FOR EUR/UBI (RKHLOPKOV)", "USTR FOR AKHLOPKOV", "PASS TO USTR KHLOPKOV"]
)
def test_user_names_and_offices_are_left_alone(line: str) -> None:
    assert names("Rain fell.", above(line)) == []
