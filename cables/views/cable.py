"""A cable's reading view and telegram view."""

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from cables.browse.filters import CableFilter
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


def cable_page(request: HttpRequest, reference_id: str) -> HttpResponse:
    """Show a cable for reading, or a 404 page that lists the cables citing it."""
    cable = Cable.objects.for_reading().filter(reference_id=reference_id).first()
    if cable is None:
        return no_such_cable(request, reference_id, "cable")
    content = CableContent(cable)
    references = list(cable.references.all())
    all_problems = list(cable.problems.all())
    problems = [problem for problem in all_problems if problem.code != "extract"]
    mentions = fetch_mentions(cable)
    filters = CableFilter(request.GET)
    search = build_search_context(
        cable, content.paragraphs, filters.parsed_query, filters.selection, filters.links
    )
    acronyms = acronym_annotations(content, content.paragraphs)
    marks = search.annotations if search else ()
    annotations = [*person_annotations(mentions), *acronyms, *marks]
    url = absolute_url(cable.get_absolute_url())
    title = f"{reference_id}: {cable.title}"
    return render(
        request,
        "cables/cable.html",
        {
            "cable": cable,
            "preview": Preview(content),
            "reading": build_reading_view(content, references, annotations),
            "search": search,
            "explained": explain_codes(cable),
            "tags": cable.cable_tags.select_related("tag"),
            "cables_by_id": Cable.objects.for_lists().by_reference_id(
                [reference.cited_id for reference in references]
            ),
            "cited_by": Cable.objects.for_lists().citing(reference_id),
            "people": people_in_cable(mentions),
            "abbreviations": explained_abbreviations(cable, acronyms),
            "neighbors": neighbors_of(cable),
            "problems": problems,
            "partial": cable.partial or len(problems) < len(all_problems),
            "versions": cable.versions.all(),
            "citation": cite(cable, url=url, site_name=settings.SITE_NAME),
            "share": build_share(
                excerpt=cable.title, title=title, url=url, reference_id=reference_id
            ),
        },
    )


def telegram_page(request: HttpRequest, reference_id: str) -> HttpResponse:
    """Show a cable's original text, with the same fragments as its reading view."""
    cable = Cable.objects.for_reading().filter(reference_id=reference_id).first()
    if cable is None:
        return no_such_cable(request, reference_id, "telegram")
    return render(
        request,
        "cables/telegram.html",
        {"cable": cable, "stretches": split_telegram(cable, list(cable.paragraphs.all()))},
    )
