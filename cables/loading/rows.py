"""From a parsed cable to columns: plain values that any process can make and send on.

The only place where what the parser found meets the names of the database's columns.
"""

import hashlib
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
"""What a reading page shows besides paragraphs; the lines above paragraph 1 are its table."""


@dataclass(frozen=True, slots=True, kw_only=True)
class CableRows:
    """One cable as rows to be: column names and values, no database in sight."""

    cable: ColumnValues
    post: ColumnValues
    """The origin; empty where nothing names it."""
    tags: tuple[ColumnValues, ...]
    """Each with `code`, `kind`, `meaning` for the tag, `printed` and `person` for its place."""
    paragraphs: tuple[ColumnValues, ...]
    references: tuple[ColumnValues, ...]
    problems: tuple[ColumnValues, ...]
    mentions: tuple[ColumnValues, ...]
    """Each with the position of its `paragraph`, 0 outside of all."""
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
        problems=tuple(_problem_row(found) for found in (*parsed.problems, *disagreements)),
        mentions=people.mentions,
        protected=people.protected,
        line=source.line,
    )


def _cable_row(source: SourceCable, parsed: ParsedCable, parser_version: int) -> ColumnValues:
    """Return the cable's own columns, but for origin and time of loading."""
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
        "text_sha256": text_sha256(source),
        "text_length": len(source.text),
        "parser_version": parser_version,
    }


def text_sha256(source: SourceCable) -> str:
    """Return what tells two texts apart."""
    return hashlib.sha256(source.text.encode()).hexdigest()


def _source_facts(source: SourceCable) -> ColumnValues:
    """Return what the source's own table gives and no other column keeps as it stood there."""
    facts = {
        "reference_id": source.reference_id,
        "created": source.created.isoformat() if source.created else "",
        "minutes_wrong": not source.minutes_trusted,
        "classification": source.classification,
        "origin": source.origin,
    }
    return {name: value for name, value in facts.items() if value}


def source_of_version(kept: ColumnValues) -> SourceCable:
    """Return the source that a version was kept from, so that it can be parsed anew.

    Args:
        kept: Columns of a version, its text filled in.
    """
    facts = kept["source_facts"]
    created = facts.get("created")
    return SourceCable(
        reference_id=facts["reference_id"],
        text=kept["text"],
        form=kept["source_form"],
        name=kept["source_name"],
        sha256=kept["source_sha256"],
        file_key=kept["source_key"],
        created=datetime.fromisoformat(created) if created else None,
        minutes_trusted=not facts.get("minutes_wrong"),
        released=kept["released"],
        classification=facts.get("classification", ""),
        origin=facts.get("origin", ""),
        partial=kept["partial"],
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
        "to": [_addressee_fields(one) for one in header.to],
        "info": [_addressee_fields(one) for one in header.info],
        "attention": list(parsed.attention),
        "sections": parsed.sections if parsed.sections > 1 else 0,
    }
    return {name: value for name, value in words.items() if value}


def _addressee_fields(one: Addressee) -> ColumnValues:
    """Return an addressee, what is empty left out."""
    words = {"name": one.name, "precedence": one.precedence, "exempt": one.exempt}
    return {name: value for name, value in words.items() if value}


def _layout(parsed: ParsedCable) -> list[list[Any]]:
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


def _tag_rows(parsed: ParsedCable) -> Iterator[ColumnValues]:
    """Yield the tags, each code once a cable."""
    first_places = {one.code: one for one in reversed(parsed.tags)}
    for found in sorted(first_places.values(), key=lambda one: one.start):
        facts = tag_facts.find_tag(found.code)
        yield {
            "code": found.code,
            "kind": facts.kind if facts else "person" if "," in found.code else "",
            "meaning": facts.meaning if facts else "",
            "printed": found.printed,
            "person": found.person,
        }


def _paragraph_rows(parsed: ParsedCable) -> Iterator[ColumnValues]:
    """Yield the paragraphs."""
    shift = parsed.body_start
    for found in parsed.paragraphs:
        yield {
            "position": found.position,
            "number": found.number,
            "key": found.key,
            "kind": str(found.kind),
            "marking": found.marking,
            "heading": found.heading,
            "start": found.start - shift,
            "end": found.end - shift,
            "text_start": found.text_start - shift,
        }


def _reference_rows(parsed: ParsedCable) -> Iterator[ColumnValues]:
    """Yield the entries of the REF lines."""
    shift = parsed.body_start
    for position, found in enumerate(parsed.references, start=1):
        yield {
            "position": position,
            "letter": found.letter,
            "printed": found.printed,
            "kind": str(found.kind),
            "cited_id": found.reference_id,
            "note": found.note,
            "year_assumed": found.year_assumed,
            "start": found.start - shift,
            "end": found.end - shift,
        }


def _problem_row(found: ParseProblem) -> ColumnValues:
    """Return what the reader is told about one place of the text."""
    return {
        "code": found.code,
        "line": found.line,
        "message": found.message,
        "printed": found.printed,
        "meant": found.meant,
    }
