"""Sorting and comparing personal names."""

import pytest

from cables.names.comparison import name_key, sort_name, sort_name_with_surname


@pytest.mark.parametrize(
    ("name", "sorted_as"),
    [
        ("Alice G. Wells", "Wells, Alice G."),
        ("McDonald", "McDonald"),
        ("Jane Doe, Jr.", "Doe Jr., Jane"),
        ("Ludwig van Roe", "van Roe, Ludwig"),
        ("Nuri Al Roe", "Al Roe, Nuri"),
        ("Nuri al-Roe", "al-Roe, Nuri"),
        ("Hu Jintao", "Hu Jintao"),
        ("Ban Ki-moon", "Ban Ki-moon"),
    ],
)
def test_a_name_is_sorted_by_surname(name: str, sorted_as: str) -> None:
    assert sort_name(name) == sorted_as
    assert sort_name_with_surname(name, name_key(name).surname) == sorted_as


@pytest.mark.parametrize(
    ("name", "other_name"),
    [
        ("José Roe", "Jose Roe"),
        ("JOSE ROE", "Jose Roe"),
        ("Nuri al-Roe", "Nuri Roe"),
        ("Nuri Al Roe", "Nuri al-Roe"),
        ("Abdul-Rahman Roe", "Abdulrahman Roe"),
        ("Jane O'Roe", "Jane O’Roe"),
        ("Ludwig van Roe", "Ludwig Van Roe"),
        ("Jørgen Łoe", "Jorgen Loe"),
    ],
)
def test_accents_case_hyphens_and_the_arabic_article_do_not_count(
    name: str, other_name: str
) -> None:
    assert name_key(name) == name_key(other_name)


def test_first_names_and_initials_are_not_part_of_the_surname() -> None:
    assert name_key("Alice G. Wells") == ("wells", "alice g")
    assert name_key("Wells", surname_only=True) == ("wells", "")
    assert name_key("van der Roe", surname_only=True).surname == name_key("Jan van der Roe").surname


def test_a_chinese_or_korean_name_begins_with_the_surname() -> None:
    assert name_key("Hu Jintao") == ("hu", "jintao")
    assert name_key("Kim Jong Il").surname == name_key("Kim Jong-il").surname == "kim"
    assert name_key("Kim Campbell").surname == "campbell"


def test_a_name_in_another_script_is_a_name() -> None:
    assert name_key("Яна Доу") == ("доу", "яна")
