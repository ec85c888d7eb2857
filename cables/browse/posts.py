"""The posts whose cables the room holds, by region and country, and which stand near each other."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby
from math import asin, cos, radians, sin, sqrt
from typing import Final

from cables.facts import posts as facts
from cables.facts.regions import REGIONS, Region, region
from cables.models import Post

NEAREST: Final = 5
ELSEWHERE: Final = Region(code="elsewhere", name="Place not known", bureau="")


@dataclass(frozen=True, slots=True, kw_only=True)
class Held:
    """A post with its cables."""

    post: Post
    cables: int
    place: facts.Post | None
    """What the table knows of it; None where it knows no such post."""

    @property
    def region(self) -> Region:
        """The part of the world in which it is counted."""
        code = self.place.code if self.place else ""
        return region(self.post.country_code, code) or ELSEWHERE

    @property
    def country(self) -> str:
        """For a heading; a mission to an organization stands under none."""
        return "" if self.region.code in WITHOUT_COUNTRIES else self.post.country


WITHOUT_COUNTRIES: Final = {"international-organizations", "united-states", ELSEWHERE.code}


@dataclass(frozen=True, slots=True, kw_only=True)
class Country:
    """The posts of one country, its most talkative first."""

    name: str
    """Empty for posts that stand under no country."""
    posts: tuple[Held, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """A region with its countries in the order of the alphabet."""

    region: Region
    cables: int
    posts: int
    countries: tuple[Country, ...]


def held_posts(counts: Mapping[int, int]) -> list[Held]:
    """Fetch the posts of which cables were counted, those whose name gives no address left out."""
    posts = Post.objects.exclude(slug="").in_bulk(list(counts))
    return [
        Held(post=post, cables=counts[pk], place=facts.post_named(post.name))
        for pk, post in posts.items()
    ]


def by_region(held: Sequence[Held]) -> list[Part]:
    """Return posts by region and country; regions without a post are left out."""
    order = [*REGIONS, ELSEWHERE]
    parts = []
    for one in order:
        inside = [post for post in held if post.region == one]
        if inside:
            parts.append(
                Part(
                    region=one,
                    cables=sum(post.cables for post in inside),
                    posts=len(inside),
                    countries=tuple(by_country(inside)),
                )
            )
    return parts


def by_country(held: Sequence[Held]) -> list[Country]:
    """Return the posts of a region by country, those under none last."""
    ordered = sorted(held, key=lambda one: (not one.country, one.country, -one.cables))
    return [
        Country(name=name, posts=tuple(posts))
        for name, posts in groupby(ordered, key=lambda one: one.country)
    ]


def countrymen(here: Held, held: Sequence[Held]) -> list[Held]:
    """Return the other posts in the same country, in the order of their names."""
    code = here.post.country_code
    others = [one for one in held if code and one.post.country_code == code and one != here]
    return sorted(others, key=lambda one: one.post.name)


def nearest(here: Held, held: Sequence[Held]) -> list[tuple[Held, int]]:
    """Return the nearest posts of other countries with the kilometres to them, nearest first."""
    if here.place is None:
        return []
    ways = [
        (one, distance(here.place, one.place))
        for one in held
        if one.place and one.post.country_code != here.post.country_code
    ]
    known = sorted(
        ((one, round(way)) for one, way in ways if way is not None), key=lambda pair: pair[1]
    )
    return known[:NEAREST]


EARTH_KM: Final = 6371
"""Mean radius."""


def distance(one: facts.Post, other: facts.Post) -> float | None:
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
