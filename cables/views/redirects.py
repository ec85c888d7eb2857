"""Other spellings of a cable's address: all lead to its one page, for good."""

from django.http import Http404, HttpRequest, HttpResponse, HttpResponsePermanentRedirect
from django.shortcuts import render

from cables.links.legacy import DeadLink, resolve_legacy_url
from cables.links.resolve import target_url, url_for_spelling
from cables.models import Post


def redirect_spelling(
    request: HttpRequest, spelling: str, paragraph: str = "", telegram: str = ""
) -> HttpResponse:
    """Redirect any spelling of a reference ID, to the same view and paragraph."""
    address = url_for_spelling(spelling, paragraph, telegram=bool(telegram))
    if not address:
        raise Http404
    return HttpResponsePermanentRedirect(address)


def redirect_legacy_url(request: HttpRequest, **_parts: str) -> HttpResponse:
    """Redirect to the page that an old address means; a browser carries its fragment along."""
    meaning = resolve_legacy_url(request.path_info, dict(request.GET.lists()))
    if isinstance(meaning, DeadLink):
        return dead_link_page(request, meaning)
    address = target_url(meaning) if meaning else ""
    if not address:
        raise Http404
    return HttpResponsePermanentRedirect(address)


def dead_link_page(request: HttpRequest, meaning: DeadLink) -> HttpResponse:
    """Answer 410 to a number of a database that is gone, with the way to what it may have been."""
    posts = Post.objects.filter(cables__isnull=False).distinct()
    return render(
        request,
        "errors/410.html",
        {"what": meaning.kind, "posts": posts if meaning.kind == "post" else ()},
        status=410,
    )
