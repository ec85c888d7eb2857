"""A paragraph's own page, or a range's: what a reader sees first after following a link."""

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse

from cables.links.converters import ParagraphRange
from cables.links.urls import absolute_url
from cables.models import Cable, Paragraph
from cables.people.in_cable import fetch_paragraph_mentions, person_annotations
from cables.reading.abbreviations import acronym_annotations, explained_abbreviations
from cables.reading.citations import cite
from cables.reading.content import CableContent
from cables.reading.previews import Preview
from cables.reading.sharing import build_share, truncate
from cables.reading.view import build_paragraph_entries
from cables.views.cable_not_found import no_such_cable

MAX_RANGE = 20
DESCRIPTION_LENGTH = 200
"""Characters of og:description that previews show."""
FIRST_WORDS_LENGTH = 110
"""Characters of the neighbours' first words."""


def paragraph_page(
    request: HttpRequest, reference_id: str, paragraph: ParagraphRange
) -> HttpResponse:
    """Show one paragraph or a few, quoted, with source, citation and share links."""
    cable = Cable.objects.for_reading().filter(reference_id=reference_id).first()
    if cable is None:
        return no_such_cable(request, reference_id, "paragraph", paragraph=paragraph)
    everything = list(cable.paragraphs.all())
    chosen = _paragraphs_in_range(everything, paragraph)
    if not chosen:
        return _no_such_paragraph(request, cable, paragraph, everything)
    address = reverse("paragraph", kwargs={"reference_id": reference_id, "paragraph": paragraph})
    if request.path != address:  # 3-3 is 3
        return redirect(address, permanent=True)
    url = absolute_url(address)
    content = CableContent(cable)
    preview = Preview(content)
    words = preview.text_of(*chosen)
    heading = preview.heading(chosen[0])
    title = f"{reference_id} ¶{paragraph.label}: {heading}"
    before, after = _adjacent_paragraphs(everything, chosen)
    acronyms = acronym_annotations(content, chosen)
    laid_over = [*person_annotations(fetch_paragraph_mentions(chosen)), *acronyms]
    return render(
        request,
        "cables/paragraph.html",
        {
            "cable": cable,
            "entries": build_paragraph_entries(content, chosen, laid_over),
            "abbreviations": explained_abbreviations(cable, acronyms),
            "range": paragraph,
            "first": chosen[0],
            "heading": heading,
            "title": title,
            "description": truncate(words, DESCRIPTION_LENGTH),
            "before": before,
            "before_words": truncate(preview.text_of(before), FIRST_WORDS_LENGTH) if before else "",
            "after": after,
            "after_words": truncate(preview.text_of(after), FIRST_WORDS_LENGTH) if after else "",
            "citation": cite(
                cable, url=url, site_name=settings.SITE_NAME, paragraphs=paragraph.label
            ),
            "share": build_share(excerpt=words, title=title, url=url, reference_id=reference_id),
        },
    )


def _paragraphs_in_range(everything: list[Paragraph], wanted: ParagraphRange) -> list[Paragraph]:
    """Return the paragraphs of the range; none where an end is missing or it is too long."""
    places = {one.key: at for at, one in enumerate(everything)}
    first, last = places.get(wanted.first), places.get(wanted.last)
    if first is None or last is None or not 0 <= last - first < MAX_RANGE:
        return []
    return everything[first : last + 1]


def _adjacent_paragraphs(
    everything: list[Paragraph], chosen: list[Paragraph]
) -> tuple[Paragraph | None, Paragraph | None]:
    """Return the paragraph before and the one after, where there are such."""
    first, last = chosen[0].position - 1, chosen[-1].position
    return (
        everything[first - 1] if first else None,
        everything[last] if last < len(everything) else None,
    )


def _no_such_paragraph(
    request: HttpRequest, cable: Cable, wanted: ParagraphRange, everything: list[Paragraph]
) -> HttpResponse:
    """Answer 404 with the way to the cable and to the paragraphs that there are."""
    return render(
        request,
        "cables/no_such_paragraph.html",
        {"cable": cable, "range": wanted, "paragraphs": everything, "longest": MAX_RANGE},
        status=404,
    )
