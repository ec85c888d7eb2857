"""A paragraph's own page, or a range's: what a reader sees first after following a link."""

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse

from cables.links.converters import ParagraphRange
from cables.models import Cable, Paragraph
from cables.people.in_cable import mentions_in, person_annotations
from cables.reading.abbreviations import abbreviations, acronym_annotations
from cables.reading.citations import cite
from cables.reading.previews import previews
from cables.reading.sharing import fit, share
from cables.reading.view import read_paragraphs
from cables.views.cable_not_found import not_held

LONGEST_RANGE = 20
DESCRIPTION = 200
"""Characters of og:description that previews show."""
NEIGHBOUR = 110
"""Characters of the neighbours' first words."""


def paragraph(request: HttpRequest, reference_id: str, paragraph: ParagraphRange) -> HttpResponse:
    """Show one paragraph or a few, quoted, with source, citation and share links."""
    cable = Cable.objects.for_reading().filter(reference_id=reference_id).first()
    if cable is None:
        return not_held(request, reference_id, "paragraph", paragraph=paragraph)
    everything = list(cable.paragraphs.all())
    chosen = choose(everything, paragraph)
    if not chosen:
        return no_such_paragraph(request, cable, paragraph, everything)
    address = reverse("paragraph", kwargs={"reference_id": reference_id, "paragraph": paragraph})
    if request.path != address:  # 3-3 is 3
        return redirect(address, permanent=True)
    url = settings.SITE_URL + address
    preview = previews(cable)
    words = preview.words(*chosen)
    heading = preview.heading(chosen[0])
    title = f"{reference_id} ¶{paragraph.label}: {heading}"
    before, after = neighbours(everything, chosen)
    acronyms = acronym_annotations(cable, chosen)
    laid_over = [*person_annotations(mentions_in(chosen)), *acronyms]
    return render(
        request,
        "cables/paragraph.html",
        {
            "cable": cable,
            "entries": read_paragraphs(cable, chosen, laid_over),
            "abbreviations": abbreviations(cable, acronyms),
            "range": paragraph,
            "first": chosen[0],
            "heading": heading,
            "title": title,
            "description": fit(words, DESCRIPTION),
            "before": before,
            "before_words": fit(preview.words(before), NEIGHBOUR) if before else "",
            "after": after,
            "after_words": fit(preview.words(after), NEIGHBOUR) if after else "",
            "citation": cite(cable, url=url, room=settings.SITE_NAME, paragraphs=paragraph.label),
            "share": share(excerpt=words, title=title, url=url, reference_id=reference_id),
        },
    )


def choose(everything: list[Paragraph], wanted: ParagraphRange) -> list[Paragraph]:
    """Return the paragraphs of the range; none where an end is missing or it is too long."""
    places = {one.key: at for at, one in enumerate(everything)}
    first, last = places.get(wanted.first), places.get(wanted.last)
    if first is None or last is None or not 0 <= last - first < LONGEST_RANGE:
        return []
    return everything[first : last + 1]


def neighbours(
    everything: list[Paragraph], chosen: list[Paragraph]
) -> tuple[Paragraph | None, Paragraph | None]:
    """Return the paragraph before and the one after, where there are such."""
    first, last = chosen[0].position - 1, chosen[-1].position
    return (
        everything[first - 1] if first else None,
        everything[last] if last < len(everything) else None,
    )


def no_such_paragraph(
    request: HttpRequest, cable: Cable, wanted: ParagraphRange, everything: list[Paragraph]
) -> HttpResponse:
    """Answer 404 with the way to the cable and to the paragraphs that there are."""
    return render(
        request,
        "cables/no_such_paragraph.html",
        {"cable": cable, "range": wanted, "paragraphs": everything, "longest": LONGEST_RANGE},
        status=404,
    )
