"""The posts whose cables the room holds, by region and country, and which stand near each other."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby
from math import asin, cos, radians, sin, sqrt
from typing import Final

from cables.facts import posts as facts
from cables.facts.regions import REGIONS, Region, find_region
from cables.models import Post

MAX_NEAREST: Final = 5
UNKNOWN_REGION: Final = Region(code="elsewhere", name="Place not known")


@dataclass(frozen=True, slots=True, kw_only=True)
class PostCount:
    """A post with its cables."""

    post: Post
    cables: int
    post_facts: facts.PostRecord | None
    """What the table knows of it; None where it knows no such post."""

    @property
    def region(self) -> Region:
        """The part of the world in which it is counted."""
        code = self.post_facts.code if self.post_facts else ""
        return find_region(self.post.country_code, code) or UNKNOWN_REGION

    @property
    def country(self) -> str:
        """For a heading; a mission to an organization stands under none."""
        return "" if self.region.code in REGIONS_WITHOUT_COUNTRIES else self.post.country


REGIONS_WITHOUT_COUNTRIES: Final = {
    "international-organizations",
    "united-states",
    UNKNOWN_REGION.code,
}


@dataclass(frozen=True, slots=True, kw_only=True)
class CountryPosts:
    """The posts of one country, its most talkative first."""

    name: str
    """Empty for posts that stand under no country."""
    posts: tuple[PostCount, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class RegionPosts:
    """A region with its countries in the order of the alphabet."""

    region: Region
    cables: int
    post_count: int
    countries: tuple[CountryPosts, ...]


def posts_with_counts(counts: Mapping[int, int]) -> list[PostCount]:
    """Fetch the posts of which cables were counted, those whose name gives no address left out."""
    posts = Post.objects.exclude(slug="").in_bulk(list(counts))
    return [
        PostCount(post=post, cables=counts[pk], post_facts=facts.find_post_by_name(post.name))
        for pk, post in posts.items()
    ]


def group_by_region(held: Sequence[PostCount]) -> list[RegionPosts]:
    """Return posts by region and country; regions without a post are left out."""
    order = [*REGIONS, UNKNOWN_REGION]
    parts = []
    for one in order:
        inside = [post for post in held if post.region == one]
        if inside:
            parts.append(
                RegionPosts(
                    region=one,
                    cables=sum(post.cables for post in inside),
                    post_count=len(inside),
                    countries=tuple(_group_by_country(inside)),
                )
            )
    return parts


def _group_by_country(held: Sequence[PostCount]) -> list[CountryPosts]:
    """Return the posts of a region by country, those under none last."""
    ordered = sorted(held, key=lambda one: (not one.country, one.country, -one.cables))
    return [
        CountryPosts(name=name, posts=tuple(posts))
        for name, posts in groupby(ordered, key=lambda one: one.country)
    ]


def other_posts_in_country(here: PostCount, held: Sequence[PostCount]) -> list[PostCount]:
    """Return the other posts in the same country, in the order of their names."""
    code = here.post.country_code
    others = [one for one in held if code and one.post.country_code == code and one != here]
    return sorted(others, key=lambda one: one.post.name)


def nearest_posts(here: PostCount, held: Sequence[PostCount]) -> list[tuple[PostCount, int]]:
    """Return the nearest posts of other countries with the kilometres to them, nearest first."""
    if here.post_facts is None:
        return []
    ways = [
        (one, distance_km(here.post_facts, one.post_facts))
        for one in held
        if one.post_facts and one.post.country_code != here.post.country_code
    ]
    known = sorted(
        ((one, round(way)) for one, way in ways if way is not None), key=lambda pair: pair[1]
    )
    return known[:MAX_NEAREST]


EARTH_KM: Final = 6371
"""Mean radius."""


def distance_km(one: facts.PostRecord, other: facts.PostRecord) -> float | None:
    """Return the kilometres between two posts over the ground, None where a place is not known."""
    if one.latitude is None or one.longitude is None:
        return None
    if other.latitude is None or other.longitude is None:
        return None
    north, further_north = radians(one.latitude), radians(other.latitude)
    east = radians(other.longitude - one.longitude)
    chord = (
        sin((further_north - north) / 2) ** 2 + cos(north) * cos(further_north) * sin(east / 2) ** 2
    )
    return 2 * EARTH_KM * asin(sqrt(chord))
