"""What programs ask for: is the room well, and what may a crawler read."""

from django.conf import settings
from django.db import DatabaseError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.cache import never_cache

from cables.models import Cable


@never_cache
def healthz(request: HttpRequest) -> HttpResponse:
    """Answer 200 where the database can be read, 503 where it cannot; a line of plain text."""
    try:
        some = Cable.objects.exists()
    except DatabaseError:
        return HttpResponse("the database cannot be read\n", "text/plain", status=503)
    return HttpResponse("well\n" if some else "well, no cable loaded\n", "text/plain")


def robots(request: HttpRequest) -> HttpResponse:
    """Show the crawlers' rules."""
    return render(request, "robots.txt", {"site_url": settings.SITE_URL}, "text/plain")
