"""What the cables of one post, or with one tag, have in common: their years, subjects, senders.

Asked for by `tallies`, which keeps the answers. Nothing here reads a cable's text.
"""

from collections import Counter
from dataclasses import dataclass
from typing import Final

from django.db.models import CharField, Count, Exists, OuterRef, QuerySet
from django.db.models.functions import Cast, Substr

from cables.models import Cable, CableTag
from cables.querysets import CableQuerySet

MOST: Final = 60
"""Tags or posts that a page names; `/cables/` has the others."""
NEWEST: Final = 10
FREQUENT: Final = 4000
"""Cables from which on it is quicker to walk all cables by date than to sort those with a tag."""

Ranking = tuple[tuple[int, int], ...]
"""Primary keys with how many cables each, the most first."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Profile:
    """Counts of some cables."""

    years: dict[int, int]
    """Cables by year, oldest first, the years without any left out."""
    classifications: dict[str, int]
    posts: Ranking
    tags: Ranking
    """A tag's own profile leaves itself out."""
    newest: tuple[int, ...]
    """Primary keys of the last cables, newest first."""
    oldest: int | None
    """Primary key of the first dated cable; None where none has a date."""

    @property
    def ends(self) -> list[int]:
        """Primary keys of the cables that a page shows: the newest, and the oldest."""
        return [*self.newest, *([self.oldest] if self.oldest else [])]


def of_post(post: int) -> Profile:
    """Count the cables of a post, by its primary key."""
    cables = Cable.objects.filter(origin=post)
    beside = CableTag.objects.filter(cable__origin=post)
    return profile(cables, by_date=cables, beside=beside)


def of_tag(tag: int) -> Profile:
    """Count the cables with a tag, by its primary key.

    The tags beside it are found through the keys of the cables alone: a join over the cables
    themselves would read a page of each.
    """
    tagged = CableTag.objects.filter(tag=tag).order_by()
    cables = Cable.objects.filter(cable_tags__tag=tag)
    has_tag = Exists(CableTag.objects.filter(cable=OuterRef("pk"), tag=tag))
    by_date = Cable.objects.filter(has_tag) if tagged.count() > FREQUENT else cables
    beside = CableTag.objects.filter(cable_id__in=tagged.values("cable_id")).exclude(tag=tag)
    return profile(cables, by_date=by_date, beside=beside)


def of_classification(value: str) -> Profile:
    """Count the cables of a classification; their tags are too many to count for one page."""
    cables = Cable.objects.filter(classification=value)
    return profile(cables, by_date=cables, beside=CableTag.objects.none())


def profile(
    cables: CableQuerySet, *, by_date: CableQuerySet, beside: QuerySet[CableTag]
) -> Profile:
    """Count some cables.

    Args:
        cables: The cables.
        by_date: The same, asked for in the way that gives the newest and the oldest quickest.
        beside: The tags on them.
    """
    years: Counter[int] = Counter()
    classifications: Counter[str] = Counter()
    posts: Counter[int] = Counter()
    for year, classification, post, number in in_one_pass(cables):
        classifications[classification] += number
        if year:
            years[int(year)] += number
        if post:
            posts[post] += number
    tags = beside.order_by().values_list("tag").annotate(number=Count("pk"))
    dated = by_date.exclude(created=None).order_by("created", "reference_id")
    return Profile(
        years=dict(sorted(years.items())),
        classifications=dict(classifications),
        posts=tuple(posts.most_common(MOST)),
        tags=tuple(tags.order_by("-number", "tag__code")[:MOST]),
        newest=tuple(by_date.newest_first().values_list("pk", flat=True)[:NEWEST]),
        oldest=dated.values_list("pk", flat=True).first(),
    )


def in_one_pass(cables: CableQuerySet) -> QuerySet[Cable, tuple[str | None, str, int | None, int]]:
    """Count by year, classification and post together, so that each cable is read once."""
    year = Substr(Cast("created", CharField()), 1, len("2007"))
    together = cables.order_by().annotate(year=year).values_list("year", "classification", "origin")
    return together.annotate(number=Count("pk"))
