"""The cables before and behind one in its post's own count."""

import pytest
from pytest_django import DjangoAssertNumQueries

from cables.models import Cable
from cables.reading.neighbors import neighbors_of
from tests.conftest import SHORT_CABLE, LoadText


@pytest.fixture
def held(load_text: LoadText) -> dict[str, Cable]:
    """Load cables of one post from two years, and one of a post whose name begins alike."""
    for year, serial in (("08", "003120"), ("09", "000009"), ("09", "000901"), ("09", "001000")):
        text = SHORT_CABLE.replace("MAR 09", f"MAR {year}").replace("000901", serial)
        load_text(text, name=f"{year}SPECIMEN{int(serial)}.txt")
    load_text(name="09SPECIMENTWO950.txt")
    return {one.reference_id: one for one in Cable.objects.all()}


def beside(cable: Cable) -> tuple[str, str]:
    found = neighbors_of(cable)
    return str(found.before or ""), str(found.after or "")


def test_serials_are_numbers_and_not_words(held: dict[str, Cable]) -> None:
    assert beside(held["09SPECIMEN901"]) == ("09SPECIMEN9", "09SPECIMEN1000")


def test_the_count_runs_on_over_the_end_of_a_year(held: dict[str, Cable]) -> None:
    assert beside(held["08SPECIMEN3120"]) == ("", "09SPECIMEN9")
    assert beside(held["09SPECIMEN9"]) == ("08SPECIMEN3120", "09SPECIMEN901")
    assert beside(held["09SPECIMEN1000"]) == ("09SPECIMEN901", "")


def test_a_post_whose_name_begins_alike_is_another(held: dict[str, Cable]) -> None:
    assert beside(held["09SPECIMENTWO950"]) == ("", "")
    assert beside(Cable(reference_id="09SPECIMENTWO1")) == ("", "09SPECIMENTWO950")


def test_an_id_in_another_form_has_no_neighbours(db: None) -> None:
    assert not neighbors_of(Cable(reference_id="1975DACCA00292"))


def test_neighbours_cost_two_statements_and_a_third_at_the_end_of_a_year(
    held: dict[str, Cable], django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    with django_assert_num_queries(2):
        assert neighbors_of(held["09SPECIMEN901"])
    with django_assert_num_queries(3):
        assert neighbors_of(held["09SPECIMEN1000"])
