"""The site's machine-readable files: health, robots.txt, llms.txt, OpenSearch, security.txt."""

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
"""Characters that OpenSearch allows in a name."""


@never_cache
def healthz(request: HttpRequest) -> HttpResponse:
    """Return 200 if the database can be read, else 503, with a line of plain text."""
    try:
        has_cables = Cable.objects.exists()
    except DatabaseError:
        return HttpResponse("the database cannot be read\n", "text/plain", status=503)
    return HttpResponse("ok\n" if has_cables else "ok (no cables loaded)\n", "text/plain")


def robots_file(request: HttpRequest) -> HttpResponse:
    """Return the rules for crawlers."""
    refused = AI_AGENTS if settings.ROBOTS_AI == "deny" else {}
    return render(request, "site/robots.txt", {"refused": refused}, "text/plain")


def llms_file(request: HttpRequest) -> HttpResponse:
    """Describe the site and its formats to language models."""
    return render(
        request,
        "site/llms.txt",
        {"most": MAX_CABLES, "most_in_a_feed": atom.MAX_ENTRIES},
        "text/plain; charset=utf-8",
    )


def opensearch_file(request: HttpRequest) -> HttpResponse:
    """Describe the search, so that browsers can offer it."""
    return render(
        request,
        "site/opensearch.xml",
        {"short_name": shorten_name(settings.SITE_NAME)},
        "application/opensearchdescription+xml",
    )


def shorten_name(name: str) -> str:
    """Shorten the site's name to what OpenSearch allows, between words if possible."""
    if len(name) <= MAX_SHORT_NAME:
        return name
    words, _, _ = name[: MAX_SHORT_NAME + 1].rpartition(" ")
    return words or name[:MAX_SHORT_NAME]


def security_file(request: HttpRequest) -> HttpResponse:
    """Return the contact for security reports (RFC 9116); 404 unless the operator has set one."""
    expires = security_expires()
    if not settings.SECURITY_CONTACT or expires is None:
        raise Http404
    return render(
        request,
        "site/security.txt",
        {"contact": settings.SECURITY_CONTACT, "expires": expires},
        "text/plain; charset=utf-8",
    )
