"""How a parsed cable is written down beside the document that it was read from."""

from typing import Any

from cables.parser import ParsedCable

Written = dict[str, Any]


def written(cable: ParsedCable) -> Written:
    """Return what a reader would check, in the order of the telegram; empty fields left out."""
    header, by = cable.header, cable.classified_by
    fields: Written = {
        "reference_id": cable.reference_id,
        "transmission_id": header.transmission_id,
        "routing": list(header.routing),
        "originator": header.originator,
        "filed": header.filed,
        "security": header.security,
        "precedence": list(header.precedence),
        "date_time_group": header.date_time_group,
        "created": cable.created.isoformat() if cable.created else "",
        "sender": header.sender,
        "to": [_addressee(one) for one in header.to],
        "info": [_addressee(one) for one in header.info],
        "classification": cable.classification,
        "sections": cable.sections,
        "captions": list(cable.captions),
        "attention": list(cable.attention),
        "executive_order": cable.executive_order,
        "declassify_on": str(cable.declassify_on or ""),
        "declassify_note": cable.declassify_note,
        "tags": [f"{tag.code} ({tag.person})" if tag.person else tag.code for tag in cable.tags],
        "subject": cable.subject,
        "references": [_reference(one) for one in cable.references],
        "classified_by": [by.name, by.title, by.section, *by.reasons] if by else [],
        "summary": cable.summary,
        "headings": [heading.text for heading in cable.headings],
        "paragraphs": {
            one.key: f"{one.marking} {one.heading}: {_words(cable, one.text_start, one.end)}"
            for one in cable.paragraphs
        },
        "page_marks": [mark.printed for mark in cable.page_marks],
        "signed_by": cable.signed_by,
        "old_anchors": [name for name, _ in cable.old_anchors],
        "problems": [f"{one.line} {one.code}: {one.printed} {one.meant}" for one in cable.problems],
        "other": [
            _words(cable, part.start, part.end)
            for part in cable.parts
            if part.kind in {"other", "fused"}
        ],
    }
    return {name: value for name, value in fields.items() if value}


def _addressee(one: Any) -> str:
    return f"{one.routing_indicator} | {one.name} | {one.precedence} | {one.number}"


def _reference(one: Any) -> str:
    year = " (year assumed)" if one.year_assumed else ""
    return f"{one.letter}: {one.printed} = {one.reference_id or one.kind}{year} {one.note}".strip()


def _words(cable: ParsedCable, start: int, end: int) -> str:
    words = " ".join(cable.text[start:end].split())
    return words if len(words) < 120 else f"{words[:60]} [...] {words[-40:]}"
