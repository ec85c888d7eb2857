"""Other spellings of a cable's address: all lead to its one page, for good."""

from django.http import Http404, HttpRequest, HttpResponse, HttpResponsePermanentRedirect
from django.shortcuts import render

from cables.links.legacy import Gone, meaning_of
from cables.links.resolve import address_of, at_spelling
from cables.models import Post


def moved(
    request: HttpRequest, spelling: str, paragraph: str = "", telegram: str = ""
) -> HttpResponse:
    """Redirect any spelling of a reference ID, to the same view and paragraph."""
    address = at_spelling(spelling, paragraph, telegram=bool(telegram))
    if not address:
        raise Http404
    return HttpResponsePermanentRedirect(address)


def old_address(request: HttpRequest, **_parts: str) -> HttpResponse:
    """Redirect to the page that an old address means; a browser carries its fragment along."""
    meaning = meaning_of(request.path_info, dict(request.GET.lists()))
    if isinstance(meaning, Gone):
        return gone(request, meaning)
    address = address_of(meaning) if meaning else ""
    if not address:
        raise Http404
    return HttpResponsePermanentRedirect(address)


def gone(request: HttpRequest, meaning: Gone) -> HttpResponse:
    """Answer 410 to a number of a database that is gone, with the way to what it may have been."""
    posts = Post.objects.filter(cables__isnull=False).distinct()
    return render(
        request,
        "errors/410.html",
        {"what": meaning.what, "posts": posts if meaning.what == "post" else ()},
        status=410,
    )
