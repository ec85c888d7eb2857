"""Names in attention lines."""

import pytest

from tests.cables.names.recognition.specimens import ABOVE, names, people


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


@pytest.mark.parametrize(
    ("line", "found"),
    [
        ("NSC FOR DEMPSEY", ["Dempsey"]),
        ("NSC FOR DEMPSEY, WEINSTEIN AND ALICE", ["Dempsey", "Weinstein", "Alice"]),
        ("DEPT FOR EUR/WE - DEMPSEY", ["Dempsey"]),
        ("STATE FOR ZARA KHLOPKOVA AND NEGOR BANDEN", ["Zara Khlopkova", "Negor Banden"]),
        ("DEPT FOR JOSE URIBE PASS USTR", ["Jose Uribe"]),
    ],
)
def test_surnames_that_are_frequent_and_full_names_are_addressed(
    line: str, found: list[str]
) -> None:
    assert names("Rain fell.", above(line)) == found


@pytest.mark.parametrize(
    "line", ["NSC FOR ADEMPSEY", "STATE FOR EUR/WE, NEA, S/GC", "TREASURY FOR LTRAN AND MMALLOY"]
)
def test_what_is_no_surname_is_not_addressed(line: str) -> None:
    assert names("Rain fell.", above(line)) == []


def test_those_beside_somebody_addressed_are_addressed_but_for_user_names() -> None:
    assert names("Rain fell.", above("NSC FOR DEMPSEY, KHLOPKOV, ADEMPSEY")) == [
        "Dempsey",
        "Khlopkov",
    ]


@pytest.mark.parametrize(
    ("line", "found"),
    [
        ("NSC FOR DEMPSEY/KHLOPKOV", ["Dempsey", "Khlopkov"]),
        ("DEA HQS FOR OFE/DEMPSEY AND WEINSTEIN", ["Dempsey", "Weinstein"]),
        ("DEPT FOR WHA/EPSC/KHLOPKOV", []),
    ],
)
def test_surnames_are_cut_at_strokes_where_one_is_frequent(line: str, found: list[str]) -> None:
    assert names("Rain fell.", above(line)) == found


def test_a_user_name_is_not_a_surname_misspelt() -> None:
    (person,) = people("Paul Longsworth came.", above("DOE FOR PLONGSWORTH"))

    assert person.forms == ("Paul Longsworth",)
