"""Other spellings and old addresses of a cable: all lead to its one page, for good."""

import re

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import NoReverseMatch, reverse

from cables.converters import KEY
from cables.models import Cable
from cables.text.reference_ids import canonical

LONGEST_QUESTION = 200
SPELLING = r"[0-9]{2,4}[ _]?[A-Za-z][0-9A-Za-z_\-' ]{1,60}"
"""A reference ID in any spelling: 07MOSCOW849, 07 Moscow 000849, 1975DACCA00292."""
IN_A_QUESTION = re.compile(
    rf"(?P<id>[0-9]{{2,4}}[ _]?[A-Za-z][A-Za-z' ]{{1,30}}[ ]?[0-9]{{1,8}})"
    rf"(?:(?:_[a-z])?(?:\.html)?"
    rf"(?:[ /]*(?:¶|\#par|\#|/|par(?:a(?:graph)?)?\.?)[ ]*(?P<key>{KEY}))?)"
)
"""The ID in whatever is pasted: an old address, a hash tag, a citation with its paragraph."""
WITHOUT_YEAR = re.compile(r"[A-Za-z][A-Za-z' ]{1,30}[ ]?[0-9]{1,8}")
"""A telegram's own way to name another: MOSCOW 849."""
MOST_CANDIDATES = 20


def moved(
    request: HttpRequest, spelling: str, paragraph: str = "", telegram: str = ""
) -> HttpResponse:
    """Redirect any spelling of a reference ID, to the same view and paragraph."""
    address = address_of(spelling, paragraph, telegram=bool(telegram))
    if not address:
        raise Http404
    return redirect(address, permanent=True)


def address_of(spelling: str, paragraph: str = "", *, telegram: bool = False) -> str:
    """Return the address that a spelling means; empty where it can be no reference ID."""
    named = {"reference_id": canonical(spelling) or spelling.upper()}
    try:
        if paragraph:
            return reverse("paragraph", kwargs={**named, "paragraph": paragraph})
        return reverse("telegram" if telegram else "cable", kwargs=named)
    except NoReverseMatch:
        return ""


def open_cable(request: HttpRequest) -> HttpResponse:
    """Take whatever holds a reference ID from the box that asks for one, and open its page."""
    asked = request.GET.get("id", "").replace("\x00", "").strip()[:LONGEST_QUESTION]
    found = IN_A_QUESTION.search(asked)
    address = address_of(found["id"], found["key"] or "") if found else ""
    if address:
        return redirect(address)
    candidates = without_year(asked)
    return render(
        request,
        "cables/open.html",
        {
            "asked": asked,
            "candidates": candidates,
            "some": Cable.objects.for_lists().newest_first()[:3],
        },
        status=404 if asked and not candidates else 200,
    )


def without_year(asked: str) -> list[Cable]:
    """Return the cables that `MOSCOW 849` may mean, one a year; the reader chooses."""
    if not WITHOUT_YEAR.fullmatch(asked):
        return []
    named = [canonical(f"{year % 100:02} {asked}") for year in range(1966, 2011)]
    return list(Cable.objects.for_lists().filter(reference_id__in=named)[:MOST_CANDIDATES])
