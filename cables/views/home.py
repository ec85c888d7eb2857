"""The home page: search, cables by year and region, and links to every way of browsing."""

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
    """Show the home page."""
    counts = current_statistics()
    posts = posts_with_counts(counts.posts)
    return render(
        request,
        "cables/home.html",
        {
            "cable_count": counts.total,
            "chart": chart_years(counts.years, lambda year: reverse("date", args=[year])),
            "regions": group_by_region(posts),
            "post_count": len(posts),
            "dots": map_dots(posts),
            "equator": EQUATOR_Y,
            "newest": Cable.objects.for_lists().newest_loaded_first()[:NEWEST_COUNT],
            "first_cable": Cable.objects.for_lists().filter(reference_id="07MOSCOW849").first(),
        },
    )
