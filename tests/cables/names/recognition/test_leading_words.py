"""Words before a name that are no part of it."""

import pytest

from tests.cables.names.recognition.specimens import names, proposed, words


def test_a_place_behind_of_is_no_part_of_the_name_behind_it() -> None:
    assert names("The mayor of Specimento Bernard Khlopkov spoke.") == ["Bernard Khlopkov"]


def test_a_first_name_that_nobody_knows_stays_with_its_name() -> None:
    found = proposed("worse to come. Rubemo Cesar Khlopkov, coordinator of")

    assert [words(one) for one in found] == ["Rubemo Cesar Khlopkov"]


@pytest.mark.parametrize("code", ["QXA", "BCIO"])
def test_a_code_before_a_name_is_no_part_of_it(code: str) -> None:
    assert names(f"He told us that {code} Maria Khlopkov was there.") == ["Maria Khlopkov"]


def test_a_code_and_a_word_are_nobody() -> None:
    assert names("Banks, including BCIO Formanto, and Moza Formanta, an economist, met.") != []
    assert "Bcio Formanto" not in names("We met BCIO Formanto, chairman of nothing.")


def test_a_surname_in_capitals_is_no_code_behind_a_title() -> None:
    assert names("He met with Mr. ZHOA Darsheng, a counselor.") == ["Zhoa Darsheng"]
