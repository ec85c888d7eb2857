"""The front page: what this is, search, the years and places at a glance, ways in."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse

from cables.browse.map import EQUATOR_Y, map_dots
from cables.browse.posts import group_by_region, posts_with_counts
from cables.browse.statistics import current_statistics
from cables.browse.year_chart import chart_years
from cables.models import Cable

NEWEST_COUNT = 4


def home_page(request: HttpRequest) -> HttpResponse:
    """Show the front page."""
    counts = current_statistics()
    held = posts_with_counts(counts.posts)
    return render(
        request,
        "cables/front.html",
        {
            "cable_count": counts.total,
            "chart": chart_years(counts.years, lambda year: reverse("date", args=[year])),
            "parts": group_by_region(held),
            "posts": len(held),
            "dots": map_dots(held),
            "equator": EQUATOR_Y,
            "newest": Cable.objects.for_lists().newest_loaded_first()[:NEWEST_COUNT],
            "seed": Cable.objects.for_lists().filter(reference_id="07MOSCOW849").first(),
        },
    )
