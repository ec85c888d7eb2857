"""The page that opens a cable by whatever holds its reference ID."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render

from cables.links.references import normalize_text
from cables.links.resolve import resolve_text
from cables.models import Cable
from cables.views.redirects import dead_link_page

EXAMPLES = (
    ("07 Moscow 000849", "blanks and leading zeros"),
    ("#07MOSCOW849", "a hash tag"),
    ("07MOSCOW849 ¶7", "a citation of a paragraph"),
    ("Moscow 849", "without a year: shows what it may mean"),
    ("MOSCOW 00000849 002 OF 003", "a page line of a telegram"),
    ("C O N F I D E N T I A L MOSCOW 000849", "its first line"),
    ("https://example.org/cable/2007/02/07MOSCOW849.html#par7", "an old address"),
    ("https://example.org/tag/PREL_0.html", "one of a list"),
)
"""What the box takes, each a link that shows it."""


def find_by_id_page(request: HttpRequest) -> HttpResponse:
    """Open what is asked for; where that is not one place, show what it may be."""
    asked = normalize_text(request.GET.get("id", ""))
    found = resolve_text(asked)
    if found.url:
        return redirect(found.url)
    if found.dead_link:
        return dead_link_page(request, found.dead_link)
    some = () if found.years else Cable.objects.for_lists().newest_first()[:3]
    return render(
        request,
        "cables/open.html",
        {"asked": asked, "opened": found, "examples": EXAMPLES, "some": some},
        status=404 if asked and not found.candidates else 200,
    )
