"""A cable's page, the reading view, and its telegram view."""

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from cables.browse.search_context import in_search
from cables.models import Cable
from cables.people.in_cable import mentions_of, people_in, person_annotations
from cables.reading.abbreviations import abbreviations, acronym_annotations
from cables.reading.citations import cite
from cables.reading.explanations import explain
from cables.reading.neighbors import neighbours_of
from cables.reading.previews import previews
from cables.reading.sharing import share
from cables.reading.telegram import read_telegram
from cables.reading.view import read_cable
from cables.views.cable_not_found import not_held
from cables.views.cables import chosen_filters


def cable(request: HttpRequest, reference_id: str) -> HttpResponse:
    """Show a cable for reading; where it is not held, say so and who cites it."""
    found = Cable.objects.for_reading().filter(reference_id=reference_id).first()
    if found is None:
        return not_held(request, reference_id, "cable")
    paragraphs = list(found.paragraphs.all())
    references = list(found.references.all())
    told = list(found.problems.all())
    problems = [problem for problem in told if problem.code != "extract"]  # said by `partial`
    mentions = mentions_of(found)
    search = in_search(chosen_filters(request), found, paragraphs)
    acronyms = acronym_annotations(found, paragraphs)
    marks = search.marks if search else ()
    laid_over = [*person_annotations(mentions), *acronyms, *marks]
    url = settings.SITE_URL + found.get_absolute_url()
    title = f"{reference_id}: {found.title}"
    return render(
        request,
        "cables/cable.html",
        {
            "cable": found,
            "preview": previews(found),
            "reading": read_cable(found, paragraphs, references, laid_over),
            "search": search,
            "explained": explain(found),
            "tags": found.cable_tags.select_related("tag"),
            "held": Cable.objects.for_lists().named([one.cited_id for one in references]),
            "cited_by": Cable.objects.for_lists().citing(reference_id),
            "people": people_in(mentions),
            "abbreviations": abbreviations(found, acronyms),
            "neighbours": neighbours_of(found),
            "problems": problems,
            "partial": found.partial or len(problems) < len(told),
            "versions": found.versions.all(),
            "citation": cite(found, url=url, room=settings.SITE_NAME),
            "share": share(excerpt=found.title, title=title, url=url, reference_id=reference_id),
        },
    )


def telegram(request: HttpRequest, reference_id: str) -> HttpResponse:
    """Show a cable verbatim, with the same fragments as its reading view."""
    found = Cable.objects.for_reading().filter(reference_id=reference_id).first()
    if found is None:
        return not_held(request, reference_id, "telegram")
    return render(
        request,
        "cables/telegram.html",
        {"cable": found, "stretches": read_telegram(found, list(found.paragraphs.all()))},
    )
