"""The glossary: abbreviations, captions, and the words and signs of a telegram."""

from itertools import groupby

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from cables.facts.acronyms import Acronym, acronyms
from cables.facts.captions import CODES, caption
from cables.facts.header_terms import terms


def glossary(request: HttpRequest) -> HttpResponse:
    """Show what abbreviations, captions and header terms stand for."""
    captions = sorted(filter(None, map(caption, CODES)), key=lambda one: one.code)
    return render(
        request,
        "ways/glossary.html",
        {"letters": by_letter(), "captions": captions, "terms": terms()},
    )


def by_letter() -> list[tuple[str, list[tuple[str, list[Acronym]]]]]:
    """Return the abbreviations by first letter, each with all that it may stand for."""
    ordered = sorted(acronyms(), key=lambda one: (one.acronym.upper(), one.acronym))
    entries = [(name, list(some)) for name, some in groupby(ordered, key=lambda one: one.acronym)]
    return [
        (letter, list(some)) for letter, some in groupby(entries, key=lambda one: one[0][0].upper())
    ]
