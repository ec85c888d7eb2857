"""From a parsed cable to rows: the only place where a column meets what the parser found."""

from datetime import datetime
from typing import Any

from cables.facts import tags as tag_facts
from cables.models import Cable, CableTag, Paragraph, Problem, Reference, Tag
from cables.origins import find_origin
from cables.people import store_people
from cables.sources import SourceCable
from cables.text import ParsedCable
from cables.text.titles import title
from cables.text.values import Header, PartKind

BETWEEN_PARAGRAPHS = {
    PartKind.HEADING,
    PartKind.SIGNATURE,
    PartKind.TRAILER,
    PartKind.OTHER,
    PartKind.FUSED,
}
"""What a reading page shows besides paragraphs; the lines above paragraph 1 are its table."""


def store(
    source: SourceCable, parsed: ParsedCable, *, parser_version: int, loaded: datetime
) -> Cable:
    """Write one cable and all that belongs to it. The caller holds the transaction.

    Raises:
        django.db.IntegrityError: The cable is there already.
    """
    cable = Cable.objects.create(
        reference_id=parsed.reference_id,
        printed_id=source.reference_id,
        origin=find_origin(source, parsed),
        subject=parsed.subject,
        title=title(parsed),
        **when(source, parsed),
        classification=source.classification or parsed.classification,
        captions=list(parsed.captions),
        header=parsed.text[: parsed.body_start],
        body=parsed.body,
        decoded=decoded(parsed),
        executive_order=parsed.executive_order,
        declassify_on=parsed.declassify_on,
        declassify_note=parsed.declassify_note,
        **classifier(parsed),
        signed_by=parsed.signed_by,
        summary=parsed.summary,
        layout=layout(parsed),
        old_anchors=[[anchor, at - parsed.body_start] for anchor, at in parsed.old_anchors],
        partial=source.partial,
        source_form=source.form,
        source_name=source.name,
        source_sha256=source.sha256,
        parser_version=parser_version,
        loaded=loaded,
    )
    store_tags(cable, parsed)
    store_paragraphs(cable, parsed)
    store_references(cable, parsed)
    store_problems(cable, parsed)
    store_people(cable, parsed)
    return cable


def when(source: SourceCable, parsed: ParsedCable) -> dict[str, Any]:
    """Return the columns of time: the date-time group's where there is one, else the source's."""
    created = parsed.created or source.created
    return {
        "created": created,
        "created_from": "group" if parsed.created else "source" if source.created else "",
        "created_exact": bool(parsed.created) or source.minutes_trusted,
        "released": source.released,
        "released_exact": source.minutes_trusted,
    }


def classifier(parsed: ParsedCable) -> dict[str, Any]:
    """Return the columns of the Classified By line."""
    if not parsed.classified_by:
        return {}
    return {
        "classified_by_name": parsed.classified_by.name,
        "classified_by_title": parsed.classified_by.title,
        "reason_section": parsed.classified_by.section,
        "reasons": list(parsed.classified_by.reasons),
    }


def decoded(parsed: ParsedCable) -> dict[str, Any]:
    """Return the header in words, what is empty left out."""
    header = parsed.header
    words = {
        "transmission_id": header.transmission_id,
        "routing": list(header.routing),
        "originator": header.originator,
        "filed": header.filed,
        "security": header.security,
        "precedence": list(header.precedence),
        "date_time_group": header.date_time_group,
        "sender": header.sender,
        **addressees(header),
        "attention": list(parsed.attention),
        "sections": parsed.sections if parsed.sections > 1 else 0,
        "serial_line": parsed.printed_post,
    }
    return {name: value for name, value in words.items() if value}


def addressees(header: Header) -> dict[str, list[dict[str, str]]]:
    """Return the TO and INFO lines as lists."""
    return {
        line: [
            {
                "name": one.name,
                "routing_indicator": one.routing_indicator,
                "precedence": one.precedence,
                "exempt": "yes" if one.exempt else "",
            }
            for one in found
        ]
        for line, found in (("to", header.to), ("info", header.info))
    }


def layout(parsed: ParsedCable) -> list[list[Any]]:
    """Return what stands between and inside paragraphs, as [kind, start, end] in the body.

    A page mark adds its page and the number of pages.
    """
    shift = parsed.body_start
    found: list[list[Any]] = [
        [str(part.kind), part.start - shift, part.end - shift]
        for part in parsed.parts
        if part.kind in BETWEEN_PARAGRAPHS and part.start >= shift
    ]
    found += [
        [str(PartKind.PAGE_MARK), mark.start - shift, mark.end - shift, mark.page, mark.pages]
        for mark in parsed.page_marks
        if mark.start >= shift
    ]
    return sorted(found, key=lambda entry: entry[1])


def store_tags(cable: Cable, parsed: ParsedCable) -> None:
    """Write the tags, each code once a cable."""
    seen: set[str] = set()
    rows: list[CableTag] = []
    for found in parsed.tags:
        if found.code in seen:
            continue
        seen.add(found.code)
        facts = tag_facts.tag(found.code)
        tag, _ = Tag.objects.get_or_create(
            code=found.code,
            defaults={
                "kind": facts.kind if facts else "person" if "," in found.code else "",
                "meaning": facts.meaning if facts else "",
            },
        )
        rows.append(
            CableTag(
                cable=cable,
                tag=tag,
                position=len(rows) + 1,
                printed=found.printed,
                person=found.person,
            )
        )
    CableTag.objects.bulk_create(rows)


def store_paragraphs(cable: Cable, parsed: ParsedCable) -> None:
    """Write the paragraphs; offsets turn from the telegram's into the body's."""
    shift = parsed.body_start
    Paragraph.objects.bulk_create(
        Paragraph(
            cable=cable,
            position=found.position,
            number=found.number,
            key=found.key,
            kind=str(found.kind),
            marking=found.marking,
            heading=found.heading,
            start=found.start - shift,
            end=found.end - shift,
            text_start=found.text_start - shift,
        )
        for found in parsed.paragraphs
    )


def store_references(cable: Cable, parsed: ParsedCable) -> None:
    """Write the entries of the REF lines."""
    shift = parsed.body_start
    Reference.objects.bulk_create(
        Reference(
            cable=cable,
            position=position,
            letter=found.letter,
            printed=found.printed,
            kind=str(found.kind),
            cited_id=found.reference_id,
            note=found.note,
            year_assumed=found.year_assumed,
            start=found.start - shift,
            end=found.end - shift,
        )
        for position, found in enumerate(parsed.references, start=1)
    )


def store_problems(cable: Cable, parsed: ParsedCable) -> None:
    """Write what the reader is told about the text."""
    Problem.objects.bulk_create(
        Problem(
            cable=cable,
            code=found.code,
            line=found.line,
            message=found.message,
            printed=found.printed,
            meant=found.meant,
        )
        for found in parsed.problems
    )
