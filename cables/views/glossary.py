"""The glossary: abbreviations, captions, and the words and signs of a telegram."""

from itertools import groupby

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from cables.facts.acronyms import Acronym, all_acronyms
from cables.facts.captions import CAPTION_CODES, find_caption
from cables.facts.header_terms import all_terms


def glossary_page(request: HttpRequest) -> HttpResponse:
    """Show what abbreviations, captions and header terms stand for."""
    captions = sorted(filter(None, map(find_caption, CAPTION_CODES)), key=lambda one: one.code)
    return render(
        request,
        "browse/glossary.html",
        {"letters": _acronyms_by_letter(), "captions": captions, "terms": all_terms()},
    )


def _acronyms_by_letter() -> list[tuple[str, list[tuple[str, list[Acronym]]]]]:
    """Return the abbreviations by first letter, each with all that it may stand for."""
    ordered = sorted(all_acronyms(), key=lambda one: (one.acronym.upper(), one.acronym))
    entries = [(name, list(some)) for name, some in groupby(ordered, key=lambda one: one.acronym)]
    return [
        (letter, list(some)) for letter, some in groupby(entries, key=lambda one: one[0][0].upper())
    ]
