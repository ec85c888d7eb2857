"""The glossary: abbreviations, captions, and terms of the header."""

from itertools import groupby

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from cables.facts.acronyms import Acronym, all_acronyms
from cables.facts.captions import CAPTION_CODES, find_caption
from cables.facts.header_terms import all_terms


def glossary_page(request: HttpRequest) -> HttpResponse:
    """Show what abbreviations, captions and header terms mean."""
    captions = sorted(
        filter(None, map(find_caption, CAPTION_CODES)), key=lambda caption: caption.code
    )
    return render(
        request,
        "browse/glossary.html",
        {"letters": _acronyms_by_letter(), "captions": captions, "terms": all_terms()},
    )


def _acronyms_by_letter() -> list[tuple[str, list[tuple[str, list[Acronym]]]]]:
    """Return the abbreviations by first letter, each with all its meanings."""
    ordered = sorted(all_acronyms(), key=lambda row: (row.acronym.upper(), row.acronym))
    entries = [(name, list(rows)) for name, rows in groupby(ordered, key=lambda row: row.acronym)]
    return [
        (letter, list(group))
        for letter, group in groupby(entries, key=lambda entry: entry[0][0].upper())
    ]
