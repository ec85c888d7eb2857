"""Misprinted reference IDs."""

from cables.facts.posts import find_post
from cables.facts.reference_ids import repair_reference_id
from cables.facts.tables import read_table


def test_a_misprinted_id_is_repaired() -> None:
    assert repair_reference_id("09SECTION01OF03SANJOSE525") == "09SANJOSE525"
    assert repair_reference_id("06ASTANA") == "06ASTANA204"


def test_a_valid_id_is_unchanged() -> None:
    assert repair_reference_id("07MOSCOW849") == "07MOSCOW849"


def test_every_repair_names_a_post() -> None:
    for row in read_table("id_repairs"):
        assert find_post(row["reference_id"].strip("0123456789")) is not None
