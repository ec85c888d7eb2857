"""The front page: what this is, search, the years and places at a glance, ways in."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse

from cables.browse.map import EQUATOR, dots
from cables.browse.posts import by_region, held_posts
from cables.browse.statistics import tallies
from cables.browse.year_chart import year_bars
from cables.models import Cable

NEWEST = 4


def front(request: HttpRequest) -> HttpResponse:
    """Show the front page."""
    counts = tallies()
    held = held_posts(counts.posts)
    return render(
        request,
        "cables/front.html",
        {
            "cable_count": counts.cables,
            "years": year_bars(counts.years, lambda year: reverse("date", args=[year])),
            "parts": by_region(held),
            "posts": len(held),
            "dots": dots(held),
            "equator": EQUATOR,
            "newest": Cable.objects.for_lists().newest_loaded_first()[:NEWEST],
            "seed": Cable.objects.for_lists().filter(reference_id="07MOSCOW849").first(),
        },
    )
