"""How far posts stand from each other."""

import pytest

from cables.browse.posts import distance
from cables.facts.posts import Post, post


def named(code: str) -> Post:
    found = post(code)
    assert found
    return found


@pytest.mark.parametrize(
    ("one", "other", "kilometres"),
    [("MOSCOW", "HELSINKI", 890), ("SUVA", "APIA", 1140), ("VIENNA", "UNVIEVIENNA", 0)],
)
def test_the_way_between_two_posts_is_measured_over_the_ground(
    one: str, other: str, kilometres: int
) -> None:
    there = distance(named(one), named(other))
    assert there == pytest.approx(kilometres, abs=20)
    assert distance(named(other), named(one)) == there


def test_a_post_without_a_place_is_at_no_distance() -> None:
    assert distance(named("MOSCOW"), named("PARTO")) is None
    assert distance(named("PARTO"), named("MOSCOW")) is None
