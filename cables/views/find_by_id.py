"""The page that finds a cable by its reference ID, in any form."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render

from cables.links.references import normalize_text
from cables.links.resolve import resolve_text
from cables.models import Cable
from cables.views.redirects import dead_link_page

EXAMPLES = (
    ("07 Moscow 000849", "spaces and leading zeros"),
    ("#07MOSCOW849", "a hashtag"),
    ("07MOSCOW849 ¶7", "a citation of a paragraph"),
    ("Moscow 849", "without a year: lists the cables it may mean"),
    ("MOSCOW 00000849 002 OF 003", "a page header of a telegram"),
    ("C O N F I D E N T I A L MOSCOW 000849", "its first line"),
    ("https://example.org/cable/2007/02/07MOSCOW849.html#par7", "a link to an older site"),
    ("https://example.org/tag/PREL_0.html", "a list on an older site"),
)
"""Inputs that the form accepts, with what each is."""


def find_by_id_page(request: HttpRequest) -> HttpResponse:
    """Redirect to what the text means, or show the form with the cables it may mean."""
    text = normalize_text(request.GET.get("id", ""))
    resolved = resolve_text(text)
    if resolved.url:
        return redirect(resolved.url)
    if resolved.dead_link:
        return dead_link_page(request, resolved.dead_link)
    newest = () if resolved.years else Cable.objects.for_lists().newest_first()[:3]
    return render(
        request,
        "cables/find_by_id.html",
        {"text": text, "resolved": resolved, "examples": EXAMPLES, "newest": newest},
        status=404 if text and not resolved.candidates else 200,
    )
