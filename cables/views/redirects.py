"""Permanent redirects from other spellings and from older sites' URLs."""

from django.http import Http404, HttpRequest, HttpResponse, HttpResponsePermanentRedirect
from django.shortcuts import render

from cables.links.legacy import DeadLink, resolve_legacy_url
from cables.links.resolve import target_url, url_for_spelling
from cables.models import Post


def redirect_spelling(
    request: HttpRequest, spelling: str, paragraph: str = "", telegram: str = ""
) -> HttpResponse:
    """Redirect any spelling of a reference ID to the same view and paragraph."""
    url = url_for_spelling(spelling, paragraph, telegram=bool(telegram))
    if not url:
        raise Http404
    return HttpResponsePermanentRedirect(url)


def redirect_legacy_url(request: HttpRequest, **_parts: str) -> HttpResponse:
    """Redirect a URL of an older site to the same page here; browsers keep the fragment."""
    target = resolve_legacy_url(request.path_info, dict(request.GET.lists()))
    if isinstance(target, DeadLink):
        return dead_link_page(request, target)
    url = target_url(target) if target else ""
    if not url:
        raise Http404
    return HttpResponsePermanentRedirect(url)


def dead_link_page(request: HttpRequest, dead_link: DeadLink) -> HttpResponse:
    """Show the 410 page for a key of a database that is gone, with other ways to find the page."""
    posts = Post.objects.filter(cables__isnull=False).distinct()
    return render(
        request,
        "errors/410.html",
        {"what": dead_link.kind, "posts": posts if dead_link.kind == "post" else ()},
        status=410,
    )
