"""Counts of the whole collection, cached in this process until the next load.

A count of 251,287 cables by day takes a tenth of a second, too long for every request. Every query
groups over an index and reads no text; rows of cables are long, and scanning them would read the
whole database.
"""

from collections import Counter
from datetime import date
from functools import cached_property, lru_cache
from typing import Final

from django.db.models import CharField, Count
from django.db.models.functions import Cast, Substr

from cables.browse.profiles import (
    Ranking,
    classification_profile,
    post_profile,
    tag_profile,
    tags_with_withheld_names,
)
from cables.models import Cable, CableTag
from cables.models.state import collection_state
from cables.periods import Period

CACHE_SIZE: Final = 600
"""Cached profiles of posts, and of tags; each takes a few kilobytes."""


class CollectionStatistics:
    """The counts of one state of the collection, each computed when first needed."""

    def __init__(self) -> None:
        self.post_profile = lru_cache(maxsize=CACHE_SIZE)(post_profile)
        self.tag_profile = lru_cache(maxsize=CACHE_SIZE)(tag_profile)
        self.classification_profile = lru_cache(maxsize=CACHE_SIZE)(classification_profile)

    @cached_property
    def days(self) -> dict[date, int]:
        """Cables by day of creation, oldest first."""
        return _count_by_day("created")

    @cached_property
    def months(self) -> dict[Period, int]:
        """Cables by month, oldest first, without empty months."""
        counts: Counter[Period] = Counter()
        for day, cables in self.days.items():
            counts[Period(day.year, day.month)] += cables
        return dict(counts)

    @cached_property
    def years(self) -> dict[int, int]:
        """Cables by year, oldest first, without empty years."""
        counts: Counter[int] = Counter()
        for month, cables in self.months.items():
            counts[month.year] += cables
        return dict(counts)

    @cached_property
    def undated(self) -> int:
        """Cables without a date of creation."""
        return Cable.objects.filter(created__isnull=True).count()

    @cached_property
    def total(self) -> int:
        """All cables."""
        return sum(self.days.values()) + self.undated

    @cached_property
    def releases(self) -> dict[date, int]:
        """Cables by day of release, oldest first."""
        return _count_by_day("released")

    @cached_property
    def posts(self) -> dict[int, int]:
        """Cables by primary key of the post that sent them, without those of no post."""
        rows = Cable.objects.order_by().values_list("origin").annotate(cables=Count("pk"))
        return {post: cables for post, cables in rows if post is not None}

    @cached_property
    def tags(self) -> dict[int, int]:
        """Cables by primary key of a tag, without the tags that contain a withheld name."""
        rows = CableTag.objects.order_by().values_list("tag").annotate(cables=Count("pk"))
        withheld = tags_with_withheld_names()
        return {tag: cables for tag, cables in rows if tag not in withheld}

    def without_withheld_tags(self, tags: Ranking) -> Ranking:
        """Return a ranking without the tags that contain a withheld name."""
        return tuple((tag, cables) for tag, cables in tags if tag in self.tags)

    @cached_property
    def classifications(self) -> dict[str, int]:
        """Cables by classification, "" if none is stated."""
        rows = Cable.objects.order_by().values_list("classification")
        return dict(rows.annotate(cables=Count("pk")))


def _count_by_day(field: str) -> dict[date, int]:
    """Count cables by the day in a date field, oldest first.

    The day is cut out of the date as text, which both databases do natively; Django's own
    truncation makes SQLite call a Python function for each row.
    """
    dated = Cable.objects.filter(**{f"{field}__isnull": False}).order_by()
    day = Substr(Cast(field, CharField()), 1, len("2007-02-28"))
    rows = dated.annotate(day=day).values_list("day").annotate(cables=Count("pk"))
    return {date.fromisoformat(day): cables for day, cables in sorted(rows)}


def current_statistics() -> CollectionStatistics:
    """Return the current statistics; one query finds out whether the collection has changed."""
    return _statistics_of(collection_state())


@lru_cache(maxsize=1)
def _statistics_of(_state: tuple[int, int, int]) -> CollectionStatistics:
    return CollectionStatistics()


def clear_statistics() -> None:
    """Clear the cache; for tests, which roll back what they loaded."""
    _statistics_of.cache_clear()
