"""Facet counts from the database, for when the search index cannot answer."""

from collections import Counter
from functools import lru_cache
from typing import Final

from django.db.models import Count

from cables.models import Cable, CableTag
from cables.models.selection import FacetCounts, Selection
from cables.search.run import most_frequent_first

CACHE_SIZE: Final = 64
"""Cached selections; counting 250,000 cables takes a second."""


@lru_cache(maxsize=CACHE_SIZE)
def count_facets_in_database(_revision: tuple[int, int], selection: Selection) -> FacetCounts:
    """Count the facet values of a selection, for one state of the collection."""
    cables = Cable.objects.filtered(selection).order_by()
    any_origin = Cable.objects.filtered(selection.without("origin")).order_by()
    any_level = Cable.objects.filtered(selection.without("classification")).order_by()
    tags = CableTag.objects.filter(cable__in=cables.values("pk")).order_by()
    count = Count("pk", distinct=True)
    captions = Counter(
        code
        for codes in cables.values_list("captions", flat=True).iterator()
        for code in set(codes)
    )
    months = Counter(
        created.year * 100 + created.month
        for created in cables.values_list("created", flat=True).iterator()
        if created
    )
    return FacetCounts(
        origin=most_frequent_first(
            any_origin.exclude(origin=None).values_list("origin__slug").annotate(n=count)
        ),
        tag=most_frequent_first(tags.values_list("tag__code").annotate(n=count)),
        classification=most_frequent_first(
            any_level.exclude(classification="").values_list("classification").annotate(n=count)
        ),
        caption=most_frequent_first(captions.items()),
        month=dict(sorted(months.items())),
    )
