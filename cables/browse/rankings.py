"""Counts by post, tag and classification with names to show and addresses to follow."""

from collections.abc import Mapping
from dataclasses import dataclass

from cables.browse.profiles import Ranking
from cables.links.lists import cable_list_url
from cables.models import Person, Post, Tag
from cables.reading.classifications import LEVELS, ClassificationLevel


@dataclass(frozen=True, slots=True, kw_only=True)
class RankedTag:
    """A tag with its cables."""

    tag: Tag
    cables: int
    href: str
    """Where the count leads: the cables themselves."""


@dataclass(frozen=True, slots=True, kw_only=True)
class RankedPost:
    """A post with its cables."""

    post: Post
    cables: int
    href: str


@dataclass(frozen=True, slots=True, kw_only=True)
class RankedLevel:
    """A classification with its cables."""

    level: ClassificationLevel
    cables: int
    href: str
    """Empty where none is stated: the list of cables has no filter for what is not there."""


def ranked_tags(ranking: Ranking, *, with_tag: str = "", **filters: str) -> list[RankedTag]:
    """Return tags in their order, each leading to its cables among those that fit the filters.

    Args:
        ranking: The tags.
        with_tag: Code of a tag that the cables must have as well.
        filters: Other filters, as the list of cables names them.
    """
    tags = Tag.objects.in_bulk([pk for pk, _ in ranking])
    others = [with_tag] if with_tag else []
    return [
        RankedTag(
            tag=tags[pk],
            cables=cables,
            href=cable_list_url(**filters, tag=[*others, tags[pk].code]),
        )
        for pk, cables in ranking
        if pk in tags
    ]


def ranked_posts(ranking: Ranking, **filters: str) -> list[RankedPost]:
    """Return posts in their order, each leading to those of its cables that fit the filters."""
    posts = Post.objects.in_bulk([pk for pk, _ in ranking])
    return [
        RankedPost(
            post=posts[pk], cables=cables, href=cable_list_url(origin=posts[pk].slug, **filters)
        )
        for pk, cables in ranking
        if pk in posts
    ]


def ranked_people(ranking: Ranking) -> list[tuple[Person, int]]:
    """Return persons in their order, each with the cables."""
    people = Person.objects.in_bulk([pk for pk, _ in ranking])
    return [(people[pk], cables) for pk, cables in ranking if pk in people]


def ranked_levels(counts: Mapping[str, int], **filters: str) -> list[RankedLevel]:
    """Return the classifications that occur, least restricted first."""
    return [
        RankedLevel(
            level=one,
            cables=counts[one.value],
            href=cable_list_url(**filters, classification=one.value) if one.value else "",
        )
        for one in LEVELS
        if counts.get(one.value)
    ]
