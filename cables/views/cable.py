"""A cable's page, the reading view, and its telegram view."""

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from cables.browse.search_context import build_search_context
from cables.links.urls import absolute_url
from cables.models import Cable
from cables.people.in_cable import fetch_mentions, people_in_cable, person_annotations
from cables.reading.abbreviations import acronym_annotations, explained_abbreviations
from cables.reading.citations import cite
from cables.reading.content import CableContent
from cables.reading.explanations import explain_codes
from cables.reading.neighbors import neighbors_of
from cables.reading.previews import Preview
from cables.reading.sharing import build_share
from cables.reading.telegram import split_telegram
from cables.reading.view import build_reading_view
from cables.views.cable_not_found import no_such_cable
from cables.views.cables import request_filters


def cable_page(request: HttpRequest, reference_id: str) -> HttpResponse:
    """Show a cable for reading; where it is not held, say so and who cites it."""
    found = Cable.objects.for_reading().filter(reference_id=reference_id).first()
    if found is None:
        return no_such_cable(request, reference_id, "cable")
    content = CableContent(found)
    references = list(found.references.all())
    told = list(found.problems.all())
    problems = [problem for problem in told if problem.code != "extract"]  # said by `partial`
    mentions = fetch_mentions(found)
    search = build_search_context(request_filters(request), found, content.paragraphs)
    acronyms = acronym_annotations(content, content.paragraphs)
    marks = search.annotations if search else ()
    laid_over = [*person_annotations(mentions), *acronyms, *marks]
    url = absolute_url(found.get_absolute_url())
    title = f"{reference_id}: {found.title}"
    return render(
        request,
        "cables/cable.html",
        {
            "cable": found,
            "preview": Preview(content),
            "reading": build_reading_view(content, references, laid_over),
            "search": search,
            "explained": explain_codes(found),
            "tags": found.cable_tags.select_related("tag"),
            "held": Cable.objects.for_lists().by_reference_id([one.cited_id for one in references]),
            "cited_by": Cable.objects.for_lists().citing(reference_id),
            "people": people_in_cable(mentions),
            "abbreviations": explained_abbreviations(found, acronyms),
            "neighbours": neighbors_of(found),
            "problems": problems,
            "partial": found.partial or len(problems) < len(told),
            "versions": found.versions.all(),
            "citation": cite(found, url=url, site_name=settings.SITE_NAME),
            "share": build_share(
                excerpt=found.title, title=title, url=url, reference_id=reference_id
            ),
        },
    )


def telegram_page(request: HttpRequest, reference_id: str) -> HttpResponse:
    """Show a cable verbatim, with the same fragments as its reading view."""
    found = Cable.objects.for_reading().filter(reference_id=reference_id).first()
    if found is None:
        return no_such_cable(request, reference_id, "telegram")
    return render(
        request,
        "cables/telegram.html",
        {"cable": found, "stretches": split_telegram(found, list(found.paragraphs.all()))},
    )
