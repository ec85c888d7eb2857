"""The front page: what this is, the years at a glance, ways in."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from cables.models import Cable
from cables.querysets import year_bars

NEWEST = 5


def front(request: HttpRequest) -> HttpResponse:
    """Show the front page."""
    return render(
        request,
        "cables/front.html",
        {
            "cable_count": Cable.objects.count(),
            "years": year_bars(Cable.objects.all()),
            "newest": Cable.objects.for_lists().newest_loaded_first()[:NEWEST],
            "seed": Cable.objects.for_lists().filter(reference_id="07MOSCOW849").first(),
        },
    )
