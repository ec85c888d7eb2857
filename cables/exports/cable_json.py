"""A cable as one JSON object: /cable/REF.json, described by schemas/cable.json.

What the cable asks to protect is left out wherever it would stand, the decoded header included, and
`withheld` says so; the text as it was published is what `text_url` leads to.
"""

from collections.abc import Iterable
from typing import Any, Final

from django.urls import reverse

from cables.exports.row import Json, absolute_url, iso_time, origin_json
from cables.models import Cable, Reference
from cables.names.protection import WITHHELD, withhold_names
from cables.people.in_cable import people_json
from cables.reading.previews import Preview, build_preview

CABLE_FORMAT_VERSION: Final = 1
"""Of the record's form; members may be added to a version, never taken away or changed."""


def cable_record(cable: Cable) -> Json:
    """Return all that the room knows of a cable.

    Args:
        cable: With its origin and its text; what belongs to it is fetched here, a query a kind.
    """
    preview = build_preview(cable)
    people, hidden = _public_people_json(cable, preview)
    facts = {
        **_identity_json(cable),
        **_dates_json(cable),
        **_subject_json(cable, preview),
        **_authority_json(cable, preview),
        "references": _references_json(cable, preview),
        "referred_by": _referred_by_json(cable),
        "paragraphs": _paragraphs_json(cable, preview),
        "people": people,
        "problems": _problems_json(cable, preview),
        **_sources_json(cable),
    }
    return {**facts, "withheld": hidden or _has_withheld(facts)}


def _identity_json(cable: Cable) -> Json:
    """Return which cable it is and where its forms are."""
    named = {"reference_id": cable.reference_id}
    return {
        "version": CABLE_FORMAT_VERSION,
        "schema": absolute_url(reverse("schema-file", kwargs={"name": "cable"})),
        "reference_id": cable.reference_id,
        "printed_id": cable.printed_id,
        "url": absolute_url(cable.get_absolute_url()),
        "text_url": absolute_url(reverse("cable-text", kwargs=named)),
    }


def _dates_json(cable: Cable) -> Json:
    """Return when it was written and released, to the minute only where the minute is known."""
    return {
        "created": iso_time(cable.created, exact=cable.created_exact),
        "created_exact": cable.created_exact,
        "created_from": cable.get_created_from_display() or None,
        "released": iso_time(cable.released, exact=cable.released_exact),
    }


def _subject_json(cable: Cable, preview: Preview) -> Json:
    """Return what it is about: its level, post, subject and TAGS, and its header in words."""
    return {
        "classification": cable.classification,
        "captions": cable.captions,
        "origin": origin_json(cable),
        "subject": withhold_names(cable.subject, preview.withheld_names),
        "title": withhold_names(cable.title, preview.withheld_names),
        "summary": withhold_names(cable.summary, preview.withheld_names),
        "tags": [
            _withhold_deep(
                {
                    "code": one.tag.code,
                    "meaning": one.tag.meaning,
                    "kind": one.tag.kind,
                    "printed": one.printed,
                    "person": one.person,
                },
                preview,
            )
            for one in cable.cable_tags.select_related("tag")
        ],
        "header": _withhold_deep(cable.header_fields, preview),
    }


def _authority_json(cable: Cable, preview: Preview) -> Json:
    """Return who classified it, under which order, for how long, and who signed."""
    return {
        "executive_order": cable.executive_order,
        "declassify_on": cable.declassify_on.isoformat() if cable.declassify_on else None,
        "declassify_note": withhold_names(cable.declassify_note, preview.withheld_names),
        "classified_by": {
            "name": withhold_names(cable.classified_by_name, preview.withheld_names),
            "title": withhold_names(cable.classified_by_title, preview.withheld_names),
        },
        "reason_section": cable.reason_section,
        "reasons": cable.reasons,
        "signed_by": withhold_names(cable.signed_by, preview.withheld_names),
    }


def _references_json(cable: Cable, preview: Preview) -> list[Json]:
    """Return the entries of the REF lines, each with the cable it means where that is known."""
    entries = list(cable.references.all())
    cited = {one.cited_id for one in entries if one.cited_id}
    held = set(Cable.objects.filter(reference_id__in=cited).values_list("reference_id", flat=True))
    return [_reference_json(one, held, preview) for one in entries]


def _reference_json(one: Reference, held: set[str], preview: Preview) -> Json:
    """Return one entry of the REF lines."""
    return {
        "letter": one.letter,
        "printed": withhold_names(one.printed, preview.withheld_names),
        "kind": one.kind,
        "cited_id": one.cited_id or None,
        "held": one.cited_id in held,
        "url": _cable_url(one.cited_id) if one.cited_id in held else None,
        "note": withhold_names(one.note, preview.withheld_names),
        "year_assumed": one.year_assumed,
    }


def _referred_by_json(cable: Cable) -> list[Json]:
    """Return the cables whose REF lines name this one."""
    citing = Cable.objects.citing(cable.reference_id).values_list("reference_id", "created")
    return [{"reference_id": found, "url": _cable_url(found)} for found, _ in citing]


def _cable_url(reference_id: str) -> str:
    """Return a cable's absolute address."""
    return absolute_url(reverse("cable", kwargs={"reference_id": reference_id}))


def _paragraphs_json(cable: Cable, preview: Preview) -> list[Json]:
    """Return the paragraphs in their reading form, each in one line."""
    found = []
    for one in cable.paragraphs.all():
        words = {
            "heading": withhold_names(one.heading, preview.withheld_names),
            "text": preview.text_of(one),
        }
        named = {"reference_id": cable.reference_id, "paragraph": one.key}
        found.append(
            {
                "key": one.key,
                "number": one.number,
                "marking": one.marking,
                **words,
                "url": absolute_url(reverse("paragraph", kwargs=named)),
                "withheld": _has_withheld(words),
            }
        )
    return found


def _public_people_json(cable: Cable, preview: Preview) -> tuple[list[Json], bool]:
    """Return the people whose names may be repeated, and whether any other was left out."""
    everybody = people_json(cable)
    shown = [one for one in everybody if not _has_withheld(_withhold_deep(one, preview))]
    return shown, len(shown) < len(everybody)


def _problems_json(cable: Cable, preview: Preview) -> list[Json]:
    """Return what was repaired, cut, doubled or not understood."""
    return [
        {
            "code": one.code,
            "line": one.line or None,
            **_withhold_deep(
                {"message": one.message, "printed": one.printed, "meant": one.meant}, preview
            ),
        }
        for one in cable.problems.all()
    ]


def _sources_json(cable: Cable) -> Json:
    """Return what the text was read from, and which other sources give the same cable."""
    return {
        "partial": cable.partial,
        "source": {"form": cable.source_form, "sha256": cable.source_sha256},
        "text": {"sha256": cable.text_sha256, "characters": cable.text_length},
        "loaded": f"{cable.loaded:%Y-%m-%dT%H:%M:%SZ}",
        "versions": [
            {
                "form": one.source_form,
                "sha256": one.source_sha256,
                "text_sha256": one.text_sha256,
                "characters": one.text_length,
                "partial": one.partial,
                "released": iso_time(one.released, exact=True),
            }
            for one in cable.versions.all()
        ],
    }


def _withhold_deep(value: Any, preview: Preview) -> Any:
    """Return a JSON value of any depth, protected names left out of every text in it."""
    if isinstance(value, str):
        return withhold_names(value, preview.withheld_names)
    if isinstance(value, dict):
        return {name: _withhold_deep(one, preview) for name, one in value.items()}
    if isinstance(value, list):
        return [_withhold_deep(one, preview) for one in value]
    return value


def _has_withheld(value: Any) -> bool:
    """Say whether anything was left out of a JSON value."""
    if isinstance(value, str):
        return WITHHELD in value
    inner: Iterable[Any] = value.values() if isinstance(value, dict) else value
    return isinstance(value, dict | list) and any(_has_withheld(one) for one in inner)
