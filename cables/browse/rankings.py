"""Rankings of tags, posts, people and classifications with their links."""

from collections.abc import Mapping
from dataclasses import dataclass

from cables.browse.profiles import Ranking
from cables.links.lists import cable_list_url
from cables.models import Person, Post, Tag
from cables.reading.classifications import LEVELS, ClassificationLevel


@dataclass(frozen=True, slots=True, kw_only=True)
class RankedTag:
    """A tag with its number of cables."""

    tag: Tag
    cables: int
    href: str
    """URL of the list of these cables."""


@dataclass(frozen=True, slots=True, kw_only=True)
class RankedPost:
    """A post with its number of cables."""

    post: Post
    cables: int
    href: str


@dataclass(frozen=True, slots=True, kw_only=True)
class RankedLevel:
    """A classification with its number of cables."""

    level: ClassificationLevel
    cables: int
    href: str
    """Empty for cables without a classification, for which the list has no filter."""


def ranked_tags(ranking: Ranking, *, with_tag: str = "", **filters: str) -> list[RankedTag]:
    """Return tags in their order, each with a link to its cables that match the filters.

    Args:
        ranking: The tags.
        with_tag: Code of a tag that the cables must also have.
        filters: Other filters, named as in the URL of the list.
    """
    tags = Tag.objects.in_bulk([pk for pk, _ in ranking])
    also_required = [with_tag] if with_tag else []
    return [
        RankedTag(
            tag=tags[pk],
            cables=cables,
            href=cable_list_url(**filters, tag=[*also_required, tags[pk].code]),
        )
        for pk, cables in ranking
        if pk in tags
    ]


def ranked_posts(ranking: Ranking, **filters: str) -> list[RankedPost]:
    """Return posts in their order, each with a link to its cables that match the filters."""
    posts = Post.objects.in_bulk([pk for pk, _ in ranking])
    return [
        RankedPost(
            post=posts[pk], cables=cables, href=cable_list_url(origin=posts[pk].slug, **filters)
        )
        for pk, cables in ranking
        if pk in posts
    ]


def ranked_people(ranking: Ranking) -> list[tuple[Person, int]]:
    """Return people in their order, each with a number of cables."""
    people = Person.objects.in_bulk([pk for pk, _ in ranking])
    return [(people[pk], cables) for pk, cables in ranking if pk in people]


def ranked_levels(counts: Mapping[str, int], **filters: str) -> list[RankedLevel]:
    """Return the classifications that have cables, the least restricted first."""
    return [
        RankedLevel(
            level=level,
            cables=counts[level.value],
            href=cable_list_url(**filters, classification=level.value) if level.value else "",
        )
        for level in LEVELS
        if counts.get(level.value)
    ]
