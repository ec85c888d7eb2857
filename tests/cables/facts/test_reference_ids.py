"""Misprinted reference IDs and likely twins."""

from cables.facts.posts import post
from cables.facts.reference_ids import likely_twin, repaired
from cables.facts.tables import rows


def test_a_misprinted_id_gives_the_one_that_is_meant() -> None:
    assert repaired("09SECTION01OF03SANJOSE525") == "09SANJOSE525"
    assert repaired("06ASTANA") == "06ASTANA204"


def test_a_good_id_is_left_alone() -> None:
    assert repaired("07MOSCOW849") == "07MOSCOW849"


def test_every_repair_names_a_post() -> None:
    for row in rows("id_repairs"):
        assert post(row["reference_id"].strip("0123456789")) is not None


def test_twins_point_at_each_other() -> None:
    assert likely_twin("07TAIPEI2462") == "07AITTAIPEI2462"
    assert likely_twin("07AITTAIPEI2462") == "07TAIPEI2462"
    assert likely_twin("07MOSCOW849") == ""
