"""The previous and next cables of a post."""

import pytest
from pytest_django import DjangoAssertNumQueries

from cables.models import Cable
from cables.reading.neighbors import neighbors_of
from tests.conftest import SHORT_CABLE, LoadText


@pytest.fixture
def stored(load_text: LoadText) -> dict[str, Cable]:
    """Load cables of one post from two years, and one of a post whose name starts the same."""
    for year, serial in (("08", "003120"), ("09", "000009"), ("09", "000901"), ("09", "001000")):
        text = SHORT_CABLE.replace("MAR 09", f"MAR {year}").replace("000901", serial)
        load_text(text, name=f"{year}SPECIMEN{int(serial)}.txt")
    load_text(name="09SPECIMENTWO950.txt")
    return {cable.reference_id: cable for cable in Cable.objects.all()}


def before_and_after(cable: Cable) -> tuple[str, str]:
    neighbors = neighbors_of(cable)
    return str(neighbors.before or ""), str(neighbors.after or "")


def test_serials_are_compared_as_numbers(stored: dict[str, Cable]) -> None:
    assert before_and_after(stored["09SPECIMEN901"]) == ("09SPECIMEN9", "09SPECIMEN1000")


def test_neighbors_cross_the_end_of_a_year(stored: dict[str, Cable]) -> None:
    assert before_and_after(stored["08SPECIMEN3120"]) == ("", "09SPECIMEN9")
    assert before_and_after(stored["09SPECIMEN9"]) == ("08SPECIMEN3120", "09SPECIMEN901")
    assert before_and_after(stored["09SPECIMEN1000"]) == ("09SPECIMEN901", "")


def test_a_post_whose_name_starts_the_same_is_another(stored: dict[str, Cable]) -> None:
    assert before_and_after(stored["09SPECIMENTWO950"]) == ("", "")
    assert before_and_after(Cable(reference_id="09SPECIMENTWO1")) == ("", "09SPECIMENTWO950")


def test_an_id_in_another_form_has_no_neighbors(db: None) -> None:
    assert not neighbors_of(Cable(reference_id="1975DACCA00292"))


def test_neighbors_need_two_queries_and_a_third_at_the_end_of_a_year(
    stored: dict[str, Cable], django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    with django_assert_num_queries(2):
        assert neighbors_of(stored["09SPECIMEN901"])
    with django_assert_num_queries(3):
        assert neighbors_of(stored["09SPECIMEN1000"])
