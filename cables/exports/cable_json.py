"""A cable as one JSON object: /cable/REF.json, described by schemas/cable.json.

The names that the cable asks to protect are withheld everywhere, including the header, and
`withheld` says so; `text_url` leads to the text as it was published.
"""

from collections.abc import Iterable
from typing import Any, Final

from django.urls import reverse

from cables.exports.row import Json, iso_time, origin_json
from cables.links.urls import absolute_url
from cables.models import Cable, Reference
from cables.names.protection import WITHHELD
from cables.people.in_cable import people_json
from cables.reading.content import CableContent
from cables.reading.previews import Preview

CABLE_FORMAT_VERSION: Final = 1
"""The version of the format. Members may be added to a version, but not removed or changed."""


def cable_record(cable: Cable) -> Json:
    """Return everything that is known about a cable.

    Args:
        cable: With its origin and text; related rows are fetched here, one query per model.
    """
    content = CableContent(cable)
    preview = Preview(content)
    people, people_withheld = _public_people_json(cable, preview)
    record = {
        **_identity_json(cable),
        **_dates_json(cable),
        **_subject_json(cable, preview),
        **_authority_json(cable, preview),
        "references": _references_json(cable, preview),
        "referred_by": _referred_by_json(cable),
        "paragraphs": _paragraphs_json(content, preview),
        "people": people,
        "problems": _problems_json(cable, preview),
        **_sources_json(cable),
    }
    return {**record, "withheld": people_withheld or _has_withheld(record)}


def _identity_json(cable: Cable) -> Json:
    text_path = reverse("cable-text", kwargs={"reference_id": cable.reference_id})
    return {
        "version": CABLE_FORMAT_VERSION,
        "schema": absolute_url(reverse("schema-file", kwargs={"name": "cable"})),
        "reference_id": cable.reference_id,
        "printed_id": cable.printed_id,
        "url": absolute_url(cable.get_absolute_url()),
        "text_url": absolute_url(text_path),
    }


def _dates_json(cable: Cable) -> Json:
    """Return when it was created and released, to the minute only if the minute is known."""
    return {
        "created": iso_time(cable.created, exact=cable.created_exact),
        "created_exact": cable.created_exact,
        "created_from": cable.get_created_from_display() or None,
        "released": iso_time(cable.released, exact=cable.released_exact),
    }


def _subject_json(cable: Cable, preview: Preview) -> Json:
    """Return the classification, captions, origin, subject, TAGS and decoded header."""
    return {
        "classification": cable.classification,
        "captions": cable.captions,
        "origin": origin_json(cable),
        "subject": preview.without_names(cable.subject),
        "title": preview.title,
        "summary": preview.without_names(cable.summary),
        "tags": [
            _withhold_deep(
                {
                    "code": cable_tag.tag.code,
                    "meaning": cable_tag.tag.meaning,
                    "kind": cable_tag.tag.kind,
                    "printed": cable_tag.printed,
                    "person": cable_tag.person,
                },
                preview,
            )
            for cable_tag in cable.cable_tags.select_related("tag")
        ],
        "header": _withhold_deep(cable.header_fields, preview),
    }


def _authority_json(cable: Cable, preview: Preview) -> Json:
    """Return who classified it, under which order, for how long, and who signed it."""
    return {
        "executive_order": cable.executive_order,
        "declassify_on": cable.declassify_on.isoformat() if cable.declassify_on else None,
        "declassify_note": preview.without_names(cable.declassify_note),
        "classified_by": {
            "name": preview.without_names(cable.classified_by_name),
            "title": preview.without_names(cable.classified_by_title),
        },
        "reason_section": cable.reason_section,
        "reasons": cable.reasons,
        "signed_by": preview.without_names(cable.signed_by),
    }


def _references_json(cable: Cable, preview: Preview) -> list[Json]:
    references = list(cable.references.all())
    cited_ids = {reference.cited_id for reference in references if reference.cited_id}
    in_collection = set(
        Cable.objects.filter(reference_id__in=cited_ids).values_list("reference_id", flat=True)
    )
    return [_reference_json(reference, in_collection, preview) for reference in references]


def _reference_json(reference: Reference, in_collection: set[str], preview: Preview) -> Json:
    held = reference.cited_id in in_collection
    return {
        "letter": reference.letter,
        "printed": preview.without_names(reference.printed),
        "kind": reference.kind,
        "cited_id": reference.cited_id or None,
        "held": held,
        "url": _cable_url(reference.cited_id) if held else None,
        "note": preview.without_names(reference.note),
        "year_assumed": reference.year_assumed,
    }


def _referred_by_json(cable: Cable) -> list[Json]:
    """Return the cables whose REF lines cite this one."""
    citing = Cable.objects.citing(cable.reference_id).values_list("reference_id", "created")
    return [
        {"reference_id": reference_id, "url": _cable_url(reference_id)}
        for reference_id, _ in citing
    ]


def _cable_url(reference_id: str) -> str:
    return absolute_url(reverse("cable", kwargs={"reference_id": reference_id}))


def _paragraphs_json(content: CableContent, preview: Preview) -> list[Json]:
    """Return the paragraphs as the reading view shows them, each on one line."""
    entries = []
    for paragraph in content.paragraphs:
        words = {
            "heading": preview.without_names(paragraph.heading),
            "text": preview.text_of(paragraph),
        }
        path = reverse(
            "paragraph",
            kwargs={"reference_id": content.cable.reference_id, "paragraph": paragraph.key},
        )
        entries.append(
            {
                "key": paragraph.key,
                "number": paragraph.number,
                "marking": paragraph.marking,
                **words,
                "url": absolute_url(path),
                "withheld": _has_withheld(words),
            }
        )
    return entries


def _public_people_json(cable: Cable, preview: Preview) -> tuple[list[Json], bool]:
    """Return the people without withheld names, and whether any was omitted."""
    people = people_json(cable)
    shown = [person for person in people if not _has_withheld(_withhold_deep(person, preview))]
    return shown, len(shown) < len(people)


def _problems_json(cable: Cable, preview: Preview) -> list[Json]:
    """Return what was repaired, cut, duplicated or not understood."""
    return [
        {
            "code": problem.code,
            "line": problem.line or None,
            "message": preview.without_names(problem.message),
            "printed": preview.without_names(problem.printed),
            "meant": preview.without_names(problem.meant),
        }
        for problem in cable.problems.all()
    ]


def _sources_json(cable: Cable) -> Json:
    """Return the source of the text, and the other sources of the same cable."""
    return {
        "partial": cable.partial,
        "source": {"form": cable.source_form, "sha256": cable.source_sha256},
        "text": {"sha256": cable.text_sha256, "characters": cable.text_length},
        "loaded": f"{cable.loaded:%Y-%m-%dT%H:%M:%SZ}",
        "versions": [
            {
                "form": version.source_form,
                "sha256": version.source_sha256,
                "text_sha256": version.text_sha256,
                "characters": version.text_length,
                "partial": version.partial,
                "released": iso_time(version.released, exact=True),
            }
            for version in cable.versions.all()
        ],
    }


def _withhold_deep(value: Any, preview: Preview) -> Any:
    """Return a JSON value with protected names withheld from every string in it."""
    if isinstance(value, str):
        return preview.without_names(value)
    if isinstance(value, dict):
        return {key: _withhold_deep(member, preview) for key, member in value.items()}
    if isinstance(value, list):
        return [_withhold_deep(item, preview) for item in value]
    return value


def _has_withheld(value: Any) -> bool:
    """Return whether a name was withheld anywhere in a JSON value."""
    if isinstance(value, str):
        return WITHHELD in value
    inner: Iterable[Any] = value.values() if isinstance(value, dict) else value
    return isinstance(value, dict | list) and any(map(_has_withheld, inner))
