"""What programs ask for: is the room well, what may be read, and how it is searched."""

from django.conf import settings
from django.db import DatabaseError
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.cache import never_cache

from cables.exports import MAX_CABLES, atom
from cables.exports.crawlers import AI_AGENTS
from cables.exports.security_txt import security_expires
from cables.models import Cable

MAX_SHORT_NAME = 16
"""Characters that OpenSearch allows for the name in a browser's list of search engines."""


@never_cache
def healthz(request: HttpRequest) -> HttpResponse:
    """Answer 200 where the database can be read, 503 where it cannot; a line of plain text."""
    try:
        some = Cable.objects.exists()
    except DatabaseError:
        return HttpResponse("the database cannot be read\n", "text/plain", status=503)
    return HttpResponse("well\n" if some else "well, no cable loaded\n", "text/plain")


def robots_file(request: HttpRequest) -> HttpResponse:
    """Show the crawlers' rules."""
    refused = AI_AGENTS if settings.ROBOTS_AI == "deny" else {}
    return render(request, "robots.txt", {"refused": refused}, "text/plain")


def llms_file(request: HttpRequest) -> HttpResponse:
    """Tell language models, and whoever writes for them, what there is and in which forms."""
    return render(
        request,
        "llms.txt",
        {"most": MAX_CABLES, "most_in_a_feed": atom.MAX_ENTRIES},
        "text/plain; charset=utf-8",
    )


def opensearch_file(request: HttpRequest) -> HttpResponse:
    """Describe the search, so that a browser can offer it."""
    return render(
        request,
        "opensearch.xml",
        {"short_name": short_name(settings.SITE_NAME)},
        "application/opensearchdescription+xml",
    )


def short_name(name: str) -> str:
    """Cut the room's name to what OpenSearch allows, at a word where there is one."""
    if len(name) <= MAX_SHORT_NAME:
        return name
    words, _, _ = name[: MAX_SHORT_NAME + 1].rpartition(" ")
    return words or name[:MAX_SHORT_NAME]


def security_file(request: HttpRequest) -> HttpResponse:
    """Say whom to tell of a weakness (RFC 9116); 404 until the host has said so."""
    until = security_expires()
    if not settings.SECURITY_CONTACT or until is None:
        raise Http404
    return render(
        request,
        "security.txt",
        {"contact": settings.SECURITY_CONTACT, "expires": until},
        "text/plain; charset=utf-8",
    )
