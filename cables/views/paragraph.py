"""The page of a paragraph or a range of paragraphs."""

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
"""Characters of og:description that link previews show."""
FIRST_WORDS_LENGTH = 110
"""Characters shown of the paragraphs before and after."""


def paragraph_page(
    request: HttpRequest, reference_id: str, paragraph: ParagraphRange
) -> HttpResponse:
    """Quote one paragraph or a few, with source, citation and share links."""
    cable = Cable.objects.for_reading().filter(reference_id=reference_id).first()
    if cable is None:
        return no_such_cable(request, reference_id, "paragraph", paragraph=paragraph)
    paragraphs = list(cable.paragraphs.all())
    quoted = _paragraphs_in_range(paragraphs, paragraph)
    if not quoted:
        return _no_such_paragraph(request, cable, paragraph, paragraphs)
    path = reverse("paragraph", kwargs={"reference_id": reference_id, "paragraph": paragraph})
    if request.path != path:  # 3-3 is 3
        return redirect(path, permanent=True)
    url = absolute_url(path)
    content = CableContent(cable)
    preview = Preview(content)
    text = preview.text_of(*quoted)
    heading = preview.heading(quoted[0])
    title = f"{reference_id} ¶{paragraph.label}: {heading}"
    before, after = _adjacent_paragraphs(paragraphs, quoted)
    acronyms = acronym_annotations(content, quoted)
    annotations = [*person_annotations(fetch_paragraph_mentions(quoted)), *acronyms]
    return render(
        request,
        "cables/paragraph.html",
        {
            "cable": cable,
            "entries": build_paragraph_entries(content, quoted, annotations),
            "abbreviations": explained_abbreviations(cable, acronyms),
            "range": paragraph,
            "first": quoted[0],
            "heading": heading,
            "title": title,
            "description": truncate(text, DESCRIPTION_LENGTH),
            "before": before,
            "before_words": truncate(preview.text_of(before), FIRST_WORDS_LENGTH) if before else "",
            "after": after,
            "after_words": truncate(preview.text_of(after), FIRST_WORDS_LENGTH) if after else "",
            "citation": cite(
                cable, url=url, site_name=settings.SITE_NAME, paragraphs=paragraph.label
            ),
            "share": build_share(excerpt=text, title=title, url=url, reference_id=reference_id),
        },
    )


def _paragraphs_in_range(paragraphs: list[Paragraph], requested: ParagraphRange) -> list[Paragraph]:
    """Return the paragraphs of a range; none if an end does not exist or the range is too long."""
    indexes = {paragraph.key: index for index, paragraph in enumerate(paragraphs)}
    first, last = indexes.get(requested.first), indexes.get(requested.last)
    if first is None or last is None or not 0 <= last - first < MAX_RANGE:
        return []
    return paragraphs[first : last + 1]


def _adjacent_paragraphs(
    paragraphs: list[Paragraph], quoted: list[Paragraph]
) -> tuple[Paragraph | None, Paragraph | None]:
    """Return the paragraphs before and after the quoted ones; None at either end."""
    first, after = quoted[0].position - 1, quoted[-1].position
    return (
        paragraphs[first - 1] if first else None,
        paragraphs[after] if after < len(paragraphs) else None,
    )


def _no_such_paragraph(
    request: HttpRequest, cable: Cable, requested: ParagraphRange, paragraphs: list[Paragraph]
) -> HttpResponse:
    """Show the 404 page, with links to the cable and its paragraphs."""
    return render(
        request,
        "cables/paragraph_not_found.html",
        {"cable": cable, "range": requested, "paragraphs": paragraphs, "longest": MAX_RANGE},
        status=404,
    )
