"""The posts in the collection, by region and country, and their neighbors."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby
from math import asin, cos, radians, sin, sqrt
from typing import Final

from cables.facts import posts as facts
from cables.facts.regions import REGIONS, Region, find_region
from cables.models import Post

MAX_NEAREST: Final = 5
UNKNOWN_REGION: Final = Region(code="elsewhere", name="Unknown place")


@dataclass(frozen=True, slots=True, kw_only=True)
class PostCount:
    """A post with its number of cables."""

    post: Post
    cables: int
    post_facts: facts.PostRecord | None
    """The post in the table of facts; None if it is not there."""

    @property
    def region(self) -> Region:
        """The region that the post is listed under."""
        code = self.post_facts.code if self.post_facts else ""
        return find_region(self.post.country_code, code) or UNKNOWN_REGION

    @property
    def country(self) -> str:
        """The country that the post is listed under; empty for missions to organizations."""
        return "" if self.region.code in REGIONS_WITHOUT_COUNTRIES else self.post.country


REGIONS_WITHOUT_COUNTRIES: Final = {
    "international-organizations",
    "united-states",
    UNKNOWN_REGION.code,
}


@dataclass(frozen=True, slots=True, kw_only=True)
class CountryPosts:
    """The posts of one country, those with the most cables first."""

    name: str
    """Empty for posts that are listed under no country."""
    posts: tuple[PostCount, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class RegionPosts:
    """A region with its countries in alphabetical order."""

    region: Region
    cables: int
    post_count: int
    countries: tuple[CountryPosts, ...]


def posts_with_counts(counts: Mapping[int, int]) -> list[PostCount]:
    """Fetch the posts with the given counts, without those that have no page.

    Args:
        counts: Cables by primary key of a post.
    """
    posts = Post.objects.exclude(slug="").in_bulk(list(counts))
    return [
        PostCount(post=post, cables=counts[pk], post_facts=facts.find_post_by_name(post.name))
        for pk, post in posts.items()
    ]


def group_by_region(post_counts: Sequence[PostCount]) -> list[RegionPosts]:
    """Return posts by region and country, without empty regions."""
    regions = []
    for region in (*REGIONS, UNKNOWN_REGION):
        in_region = [post_count for post_count in post_counts if post_count.region == region]
        if in_region:
            regions.append(
                RegionPosts(
                    region=region,
                    cables=sum(post_count.cables for post_count in in_region),
                    post_count=len(in_region),
                    countries=tuple(_group_by_country(in_region)),
                )
            )
    return regions


def _group_by_country(post_counts: Sequence[PostCount]) -> list[CountryPosts]:
    """Return the posts of a region by country; those without a country come last."""
    ordered = sorted(
        post_counts,
        key=lambda post_count: (not post_count.country, post_count.country, -post_count.cables),
    )
    return [
        CountryPosts(name=name, posts=tuple(posts))
        for name, posts in groupby(ordered, key=lambda post_count: post_count.country)
    ]


def other_posts_in_country(here: PostCount, post_counts: Sequence[PostCount]) -> list[PostCount]:
    """Return the other posts in the same country, by name."""
    code = here.post.country_code
    others = [
        post_count
        for post_count in post_counts
        if code and post_count.post.country_code == code and post_count != here
    ]
    return sorted(others, key=lambda post_count: post_count.post.name)


def nearest_posts(here: PostCount, post_counts: Sequence[PostCount]) -> list[tuple[PostCount, int]]:
    """Return the nearest posts in other countries with their distances in kilometers."""
    if here.post_facts is None:
        return []
    distances = [
        (post_count, distance_km(here.post_facts, post_count.post_facts))
        for post_count in post_counts
        if post_count.post_facts and post_count.post.country_code != here.post.country_code
    ]
    known = [(post_count, round(km)) for post_count, km in distances if km is not None]
    return sorted(known, key=lambda pair: pair[1])[:MAX_NEAREST]


EARTH_RADIUS_KM: Final = 6371


def distance_km(start: facts.PostRecord, end: facts.PostRecord) -> float | None:
    """Return the great-circle distance between two posts; None if a location is unknown."""
    if start.latitude is None or start.longitude is None:
        return None
    if end.latitude is None or end.longitude is None:
        return None
    start_latitude, end_latitude = radians(start.latitude), radians(end.latitude)
    longitude_difference = radians(end.longitude - start.longitude)
    haversine = (
        sin((end_latitude - start_latitude) / 2) ** 2
        + cos(start_latitude) * cos(end_latitude) * sin(longitude_difference / 2) ** 2
    )
    return 2 * EARTH_RADIUS_KM * asin(sqrt(haversine))
