"""Turn a parsed cable into rows: plain values that a worker process can make and send.

This is the only place where the parser's results meet the names of database columns.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Final

from cables.facts import tags as tag_facts
from cables.loading.classifications import classification_of, classification_problems
from cables.loading.mention_rows import people_rows
from cables.loading.post_row import find_post_row
from cables.loading.times import time_columns, time_problems
from cables.names.cable_title import display_title
from cables.names.protection import protected_names
from cables.parser import ParsedCable, ParseProblem
from cables.parser.values import Addressee, PartKind
from cables.sources import SourceCable

ColumnValues = dict[str, Any]

BETWEEN_PARAGRAPHS: Final = {
    PartKind.HEADING,
    PartKind.SIGNATURE,
    PartKind.TRAILER,
    PartKind.OTHER,
    PartKind.FUSED,
}
"""What a reading page shows between paragraphs; lines above paragraph 1 are in its table."""


@dataclass(frozen=True, slots=True, kw_only=True)
class CableRows:
    """One cable as rows: column names and values."""

    cable: ColumnValues
    post: ColumnValues
    """The origin; empty if nothing names it."""
    tags: tuple[ColumnValues, ...]
    """Each with `code`, `kind`, `meaning` for the tag, `printed` and `person` for its place."""
    paragraphs: tuple[ColumnValues, ...]
    references: tuple[ColumnValues, ...]
    problems: tuple[ColumnValues, ...]
    mentions: tuple[ColumnValues, ...]
    """Each with the position of its `paragraph`, 0 outside paragraphs."""
    protected: tuple[ColumnValues, ...] = ()
    """Full names that the cable asks to protect."""
    line: int = 0
    """Line of the file on which it begins, for the report; not a column."""

    @property
    def reference_id(self) -> str:
        """The canonical reference ID."""
        return str(self.cable["reference_id"])


def rows_of(source: SourceCable, parsed: ParsedCable, *, parser_version: int) -> CableRows:
    """Return the rows of one cable, offsets counted in its body."""
    disagreements = (*time_problems(source, parsed), *classification_problems(source, parsed))
    people = people_rows(parsed)
    return CableRows(
        cable=_cable_row(source, parsed, parser_version),
        post=find_post_row(source, parsed),
        tags=tuple(_tag_rows(parsed)),
        paragraphs=tuple(_paragraph_rows(parsed)),
        references=tuple(_reference_rows(parsed)),
        problems=tuple(_problem_row(problem) for problem in (*parsed.problems, *disagreements)),
        mentions=people.mentions,
        protected=people.protected,
        line=source.line,
    )


def _cable_row(source: SourceCable, parsed: ParsedCable, parser_version: int) -> ColumnValues:
    """Return the cable's own columns, except origin and time of loading."""
    return {
        "reference_id": parsed.reference_id,
        "printed_id": source.reference_id,
        "subject": parsed.subject,
        "title": display_title(parsed),
        "withheld": list(protected_names(parsed.body)),
        **time_columns(source, parsed),
        "classification": classification_of(source, parsed),
        "captions": list(parsed.captions),
        "header": parsed.text[: parsed.body_start],
        "body": parsed.body,
        "header_fields": _header_fields(parsed),
        "executive_order": parsed.executive_order,
        "declassify_on": parsed.declassify_on,
        "declassify_note": parsed.declassify_note,
        **_classifier_columns(parsed),
        "signed_by": parsed.signed_by,
        "summary": parsed.summary,
        "layout": _layout(parsed),
        "old_anchors": [[name, at - parsed.body_start] for name, at in parsed.old_anchors],
        "partial": source.partial,
        "source_form": source.form,
        "source_name": source.name,
        "source_sha256": source.sha256,
        "source_key": source.file_key,
        "source_facts": _source_facts(source),
        "text_sha256": source.text_sha256,
        "text_length": len(source.text),
        "parser_version": parser_version,
    }


def _source_facts(source: SourceCable) -> ColumnValues:
    """Return what the source's own table says and no other column keeps unchanged."""
    facts = {
        "reference_id": source.reference_id,
        "created": source.created.isoformat() if source.created else "",
        "minutes_wrong": not source.minutes_trusted,
        "classification": source.classification,
        "origin": source.origin,
    }
    return {name: value for name, value in facts.items() if value}


def source_of_version(version: ColumnValues) -> SourceCable:
    """Return the source of a stored version, so that it can be parsed again.

    Args:
        version: Its columns, with the text filled in.
    """
    facts = version["source_facts"]
    created = facts.get("created")
    return SourceCable(
        reference_id=facts["reference_id"],
        text=version["text"],
        form=version["source_form"],
        name=version["source_name"],
        sha256=version["source_sha256"],
        file_key=version["source_key"],
        created=datetime.fromisoformat(created) if created else None,
        minutes_trusted=not facts.get("minutes_wrong"),
        released=version["released"],
        classification=facts.get("classification", ""),
        origin=facts.get("origin", ""),
        partial=version["partial"],
    )


def _classifier_columns(parsed: ParsedCable) -> ColumnValues:
    """Return the columns of the Classified By line."""
    if not parsed.classified_by:
        return {}
    return {
        "classified_by_name": parsed.classified_by.name,
        "classified_by_title": parsed.classified_by.title,
        "reason_section": parsed.classified_by.section,
        "reasons": list(parsed.classified_by.reasons),
    }


def _header_fields(parsed: ParsedCable) -> ColumnValues:
    """Return the header as a dictionary without empty values."""
    header = parsed.header
    fields = {
        "transmission_id": header.transmission_id,
        "routing": list(header.routing),
        "originator": header.originator,
        "filed": header.filed,
        "security": header.security,
        "precedence": list(header.precedence),
        "date_time_group": header.date_time_group,
        "sender": header.sender,
        "to": [_addressee_fields(addressee) for addressee in header.to],
        "info": [_addressee_fields(addressee) for addressee in header.info],
        "attention": list(parsed.attention),
        "sections": parsed.sections if parsed.sections > 1 else 0,
    }
    return {name: value for name, value in fields.items() if value}


def _addressee_fields(addressee: Addressee) -> ColumnValues:
    fields = {
        "name": addressee.name,
        "precedence": addressee.precedence,
        "exempt": addressee.exempt,
    }
    return {name: value for name, value in fields.items() if value}


def _layout(parsed: ParsedCable) -> list[list[Any]]:
    """Return what is between and inside paragraphs, as [kind, start, end] in the body.

    A page mark adds its page and the number of pages.
    """
    shift = parsed.body_start
    entries: list[list[Any]] = [
        [str(part.kind), part.start - shift, part.end - shift]
        for part in parsed.parts
        if part.kind in BETWEEN_PARAGRAPHS and part.start >= shift
    ]
    entries += [
        [str(PartKind.PAGE_MARK), mark.start - shift, mark.end - shift, mark.page, mark.pages]
        for mark in parsed.page_marks
        if mark.start >= shift
    ]
    return sorted(entries, key=lambda entry: entry[1])


def _tag_rows(parsed: ParsedCable) -> Iterator[ColumnValues]:
    """Yield the tags, each code once."""
    first_uses = {tag.code: tag for tag in reversed(parsed.tags)}
    for tag in sorted(first_uses.values(), key=lambda tag: tag.start):
        facts = tag_facts.find_tag(tag.code)
        yield {
            "code": tag.code,
            "kind": facts.kind if facts else "person" if "," in tag.code else "",
            "meaning": facts.meaning if facts else "",
            "printed": tag.printed,
            "person": tag.person,
        }


def _paragraph_rows(parsed: ParsedCable) -> Iterator[ColumnValues]:
    shift = parsed.body_start
    for paragraph in parsed.paragraphs:
        yield {
            "position": paragraph.position,
            "number": paragraph.number,
            "key": paragraph.key,
            "kind": str(paragraph.kind),
            "marking": paragraph.marking,
            "heading": paragraph.heading,
            "start": paragraph.start - shift,
            "end": paragraph.end - shift,
            "text_start": paragraph.text_start - shift,
        }


def _reference_rows(parsed: ParsedCable) -> Iterator[ColumnValues]:
    shift = parsed.body_start
    for position, reference in enumerate(parsed.references, start=1):
        yield {
            "position": position,
            "letter": reference.letter,
            "printed": reference.printed,
            "kind": str(reference.kind),
            "cited_id": reference.reference_id,
            "note": reference.note,
            "year_assumed": reference.year_assumed,
            "start": reference.start - shift,
            "end": reference.end - shift,
        }


def _problem_row(problem: ParseProblem) -> ColumnValues:
    return {
        "code": problem.code,
        "line": problem.line,
        "message": problem.message,
        "printed": problem.printed,
        "meant": problem.meant,
    }
