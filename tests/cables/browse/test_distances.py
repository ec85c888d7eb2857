"""How far posts stand from each other."""

import pytest

from cables.browse.posts import distance_km
from cables.facts.posts import PostRecord, find_post


def named(code: str) -> PostRecord:
    found = find_post(code)
    assert found
    return found


@pytest.mark.parametrize(
    ("one", "other", "kilometres"),
    [("MOSCOW", "HELSINKI", 890), ("SUVA", "APIA", 1140), ("VIENNA", "UNVIEVIENNA", 0)],
)
def test_the_way_between_two_posts_is_measured_over_the_ground(
    one: str, other: str, kilometres: int
) -> None:
    there = distance_km(named(one), named(other))
    assert there == pytest.approx(kilometres, abs=20)
    assert distance_km(named(other), named(one)) == there


def test_a_post_without_a_place_is_at_no_distance() -> None:
    assert distance_km(named("MOSCOW"), named("PARTO")) is None
    assert distance_km(named("PARTO"), named("MOSCOW")) is None
