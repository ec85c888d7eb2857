"""What a result is made of, counted by the database where the search index cannot answer."""

from collections import Counter
from collections.abc import Iterable
from functools import lru_cache
from typing import Any, Final

from django.db.models import Count

from cables.models import Cable, CableTag
from cables.models.selection import FacetCounts, Selection

CACHE_SIZE: Final = 64
"""Selections whose counts are kept until the room changes; each is a second's work at its size."""


@lru_cache(maxsize=CACHE_SIZE)
def count_facets_in_database(_revision: tuple[int, int], selection: Selection) -> FacetCounts:
    """Count for one state of the room."""
    found = Cable.objects.filtered(selection).order_by()
    by_origin = Cable.objects.filtered(selection.without("origin")).order_by()
    by_level = Cable.objects.filtered(selection.without("classification")).order_by()
    tags = CableTag.objects.filter(cable__in=found.values("pk")).order_by()
    count = Count("pk", distinct=True)
    return FacetCounts(
        origin=_most_frequent_first(
            by_origin.exclude(origin=None).values_list("origin__slug").annotate(n=count)
        ),
        tag=_most_frequent_first(tags.values_list("tag__code").annotate(n=count)),
        classification=_most_frequent_first(
            by_level.exclude(classification="").values_list("classification").annotate(n=count)
        ),
        caption=_most_frequent_first(
            Counter(
                code
                for codes in found.values_list("captions", flat=True).iterator()
                for code in set(codes)
            ).items()
        ),
        month=dict(
            sorted(
                Counter(
                    created.year * 100 + created.month
                    for created in found.values_list("created", flat=True).iterator()
                    if created
                ).items()
            )
        ),
    )


def _most_frequent_first(counts: Iterable[Any]) -> dict[str, int]:
    """Order counts of values, the most frequent first, among equals by the alphabet."""
    return dict(sorted(counts, key=lambda one: (-one[1], one[0])))
