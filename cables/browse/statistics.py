"""Counts over the whole room, each made once and kept in this process until the next load.

At 251,287 cables a count by day takes a tenth of a second: too long for each visitor, and nothing
for one in a load's lifetime. Every statement groups over an index and touches no text; the rows of
cables are long, and a scan of them would read the whole file.
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
"""Posts, and tags, whose profiles are kept, those asked for last: a few kilobytes each."""


class CollectionStatistics:
    """The counts of one state of the room; each is made when it is first asked for."""

    def __init__(self) -> None:
        self.post_profile = lru_cache(maxsize=CACHE_SIZE)(post_profile)
        self.tag_profile = lru_cache(maxsize=CACHE_SIZE)(tag_profile)
        self.classification_profile = lru_cache(maxsize=CACHE_SIZE)(classification_profile)

    @cached_property
    def days(self) -> dict[date, int]:
        """Cables by the day on which they were written, oldest first."""
        return _count_by_day("created")

    @cached_property
    def months(self) -> dict[Period, int]:
        """Cables by month, oldest first, the months without any left out."""
        counts: Counter[Period] = Counter()
        for day, cables in self.days.items():
            counts[Period(day.year, day.month)] += cables
        return dict(counts)

    @cached_property
    def years(self) -> dict[int, int]:
        """Cables by year, oldest first, the years without any left out."""
        counts: Counter[int] = Counter()
        for month, cables in self.months.items():
            counts[month.year] += cables
        return dict(counts)

    @cached_property
    def undated(self) -> int:
        """Cables that do not tell when they were written."""
        return Cable.objects.filter(created__isnull=True).count()

    @cached_property
    def total(self) -> int:
        """All cables."""
        return sum(self.days.values()) + self.undated

    @cached_property
    def releases(self) -> dict[date, int]:
        """Cables by the day on which they were released, oldest first."""
        return _count_by_day("released")

    @cached_property
    def posts(self) -> dict[int, int]:
        """Cables by primary key of the post that sent them; those without a post left out."""
        rows = Cable.objects.order_by().values_list("origin").annotate(cables=Count("pk"))
        return {post: cables for post, cables in rows if post is not None}

    @cached_property
    def tags(self) -> dict[int, int]:
        """Cables by primary key of a tag, those with a withheld name in them left out.

        No cable has a tag twice.
        """
        rows = CableTag.objects.order_by().values_list("tag").annotate(cables=Count("pk"))
        withheld = tags_with_withheld_names()
        return {tag: cables for tag, cables in rows if tag not in withheld}

    def without_withheld_tags(self, tags: Ranking) -> Ranking:
        """Leave out of a ranking the tags that no list may repeat."""
        return tuple(one for one in tags if one[0] in self.tags)

    @cached_property
    def classifications(self) -> dict[str, int]:
        """Cables by classification, "" where none is stated."""
        rows = Cable.objects.order_by().values_list("classification")
        return dict(rows.annotate(cables=Count("pk")))


def _count_by_day(moment: str) -> dict[date, int]:
    """Count cables by the day of one of their moments, oldest first.

    The day is cut out of the moment as text, which both databases do by themselves; Django's own
    truncation costs SQLite a call into Python a row.
    """
    dated = Cable.objects.filter(**{f"{moment}__isnull": False}).order_by()
    day = Substr(Cast(moment, CharField()), 1, len("2007-02-28"))
    rows = dated.annotate(written=day).values_list("written").annotate(cables=Count("pk"))
    return {date.fromisoformat(written): cables for written, cables in sorted(rows)}


def current_statistics() -> CollectionStatistics:
    """Return the counts of the room as it is now; one statement tells which state that is."""
    return _of(collection_state())


@lru_cache(maxsize=1)
def _of(_state: tuple[int, int, int]) -> CollectionStatistics:
    return CollectionStatistics()


def clear_statistics() -> None:
    """Forget every count; for tests, which take back what they loaded and load anew."""
    _of.cache_clear()
