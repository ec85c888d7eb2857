"""Posts by region and country, and their neighbors."""

import pytest

from cables.browse.posts import (
    PostCount,
    distance_km,
    group_by_region,
    nearest_posts,
    other_posts_in_country,
)
from cables.facts.posts import PostRecord, find_post
from cables.models import Post


def record_of(code: str) -> PostRecord:
    record = find_post(code)
    assert record
    return record


def count_of(code: str, cables: int = 1) -> PostCount:
    """Return a post from the table of facts with a number of cables."""
    record = record_of(code)
    post = Post(
        pk=len(code) * 1000 + sum(map(ord, code)),
        name=record.name,
        slug=record.slug,
        country=record.country,
        country_code=record.country_code,
    )
    return PostCount(post=post, cables=cables, post_facts=record)


UNKNOWN = PostCount(post=Post(pk=1, name="Embassy Specimen"), cables=2, post_facts=None)


def test_posts_are_grouped_by_region_and_country_with_the_most_cables_first() -> None:
    vladivostok, moscow, paris = (
        count_of("VLADIVOSTOK", 3),
        count_of("MOSCOW", 9),
        count_of("PARIS", 5),
    )
    nato = count_of("USNATO", 7)
    regions = group_by_region([vladivostok, paris, nato, UNKNOWN, moscow])
    assert [(region.region.name, region.post_count, region.cables) for region in regions] == [
        ("Europe and Eurasia", 3, 17),
        ("International organizations", 1, 7),
        ("Unknown place", 1, 2),
    ]
    assert [(country.name, country.posts) for country in regions[0].countries] == [
        ("France", (paris,)),
        ("Russia", (moscow, vladivostok)),
    ]
    assert regions[1].countries[0].name == ""


def test_other_posts_in_the_country_are_found() -> None:
    moscow, vladivostok, paris = count_of("MOSCOW"), count_of("VLADIVOSTOK"), count_of("PARIS")
    assert other_posts_in_country(moscow, [moscow, paris, vladivostok, UNKNOWN]) == [vladivostok]
    assert other_posts_in_country(UNKNOWN, [UNKNOWN, moscow]) == []


def test_the_nearest_posts_are_in_other_countries() -> None:
    moscow, paris, helsinki = count_of("MOSCOW"), count_of("PARIS"), count_of("HELSINKI")
    nearest = nearest_posts(
        moscow, [count_of("VLADIVOSTOK"), paris, helsinki, UNKNOWN, count_of("PARTO")]
    )
    assert [post_count for post_count, _ in nearest] == [helsinki, paris]
    assert nearest[0][1] < nearest[1][1]
    assert nearest_posts(UNKNOWN, [moscow]) == []


@pytest.mark.parametrize(
    ("start", "end", "kilometers"),
    [("MOSCOW", "HELSINKI", 890), ("SUVA", "APIA", 1140), ("VIENNA", "UNVIEVIENNA", 0)],
)
def test_distances_follow_the_great_circle(start: str, end: str, kilometers: int) -> None:
    distance = distance_km(record_of(start), record_of(end))
    assert distance == pytest.approx(kilometers, abs=20)
    assert distance_km(record_of(end), record_of(start)) == distance


def test_a_post_without_a_location_has_no_distance() -> None:
    assert distance_km(record_of("MOSCOW"), record_of("PARTO")) is None
    assert distance_km(record_of("PARTO"), record_of("MOSCOW")) is None
