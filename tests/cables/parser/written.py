"""Serialize a parsed cable for comparison with the JSON beside its document."""

from typing import Any

from cables.parser import Addressee, ParsedCable, ParsedReference, ParseProblem

Written = dict[str, Any]


def written(cable: ParsedCable) -> Written:
    """Return what a reader would check, in the order of the telegram, without empty fields."""
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
        "to": [_addressee(addressee) for addressee in header.to],
        "info": [_addressee(addressee) for addressee in header.info],
        "classification": cable.classification,
        "sections": cable.sections,
        "captions": list(cable.captions),
        "attention": list(cable.attention),
        "executive_order": cable.executive_order,
        "declassify_on": str(cable.declassify_on or ""),
        "declassify_note": cable.declassify_note,
        "tags": [f"{tag.code} ({tag.person})" if tag.person else tag.code for tag in cable.tags],
        "subject": cable.subject,
        "references": [_reference(reference) for reference in cable.references],
        "classified_by": [by.name, by.title, by.section, *by.reasons] if by else [],
        "summary": cable.summary,
        "headings": [heading.text for heading in cable.headings],
        "paragraphs": {
            paragraph.key: f"{paragraph.marking} {paragraph.heading}: "
            + _words(cable, paragraph.text_start, paragraph.end)
            for paragraph in cable.paragraphs
        },
        "page_marks": [mark.printed for mark in cable.page_marks],
        "signed_by": cable.signed_by,
        "old_anchors": [name for name, _ in cable.old_anchors],
        "problems": [_problem(problem) for problem in cable.problems],
        "other": [
            _words(cable, part.start, part.end)
            for part in cable.parts
            if part.kind in {"other", "fused"}
        ],
    }
    return {name: value for name, value in fields.items() if value}


def _addressee(addressee: Addressee) -> str:
    fields = (addressee.routing_indicator, addressee.name, addressee.precedence, addressee.number)
    return " | ".join(fields)


def _reference(reference: ParsedReference) -> str:
    meant = reference.reference_id or reference.kind
    year = " (year assumed)" if reference.year_assumed else ""
    return f"{reference.letter}: {reference.printed} = {meant}{year} {reference.note}".strip()


def _problem(problem: ParseProblem) -> str:
    return f"{problem.line} {problem.code}: {problem.printed} {problem.meant}"


def _words(cable: ParsedCable, start: int, end: int) -> str:
    words = " ".join(cable.text[start:end].split())
    return words if len(words) < 120 else f"{words[:60]} [...] {words[-40:]}"
