"""A cable as one JSON object: /cable/REF.json, described by schemas/cable.json.

What the cable asks to protect is left out wherever it would stand, the decoded header included, and
`withheld` says so; the text as it was published is what `text_url` leads to.
"""

from collections.abc import Iterable
from typing import Any, Final

from django.urls import reverse

from cables.exports.row import Json, absolute, moment, origin
from cables.models import Cable, Reference
from cables.names.protection import WITHHELD, withhold
from cables.people.in_cable import people_of
from cables.reading.previews import Previews, previews

VERSION: Final = 1
"""Of the record's form; members may be added to a version, never taken away or changed."""


def record(cable: Cable) -> Json:
    """Return all that the room knows of a cable.

    Args:
        cable: With its origin and its text; what belongs to it is fetched here, a query a kind.
    """
    preview = previews(cable)
    people, hidden = people_named(cable, preview)
    facts = {
        **identity(cable),
        **times(cable),
        **subjects(cable, preview),
        **authority(cable, preview),
        "references": references(cable, preview),
        "referred_by": referred_by(cable),
        "paragraphs": paragraphs(cable, preview),
        "people": people,
        "problems": problems(cable, preview),
        **sources(cable),
    }
    return {**facts, "withheld": hidden or mentions_withheld(facts)}


def identity(cable: Cable) -> Json:
    """Return which cable it is and where its forms are."""
    named = {"reference_id": cable.reference_id}
    return {
        "version": VERSION,
        "schema": absolute(reverse("schema-file", kwargs={"name": "cable"})),
        "reference_id": cable.reference_id,
        "printed_id": cable.printed_id,
        "url": absolute(cable.get_absolute_url()),
        "text_url": absolute(reverse("cable-text", kwargs=named)),
    }


def times(cable: Cable) -> Json:
    """Return when it was written and released, to the minute only where the minute is known."""
    return {
        "created": moment(cable.created, exact=cable.created_exact),
        "created_exact": cable.created_exact,
        "created_from": cable.get_created_from_display() or None,
        "released": moment(cable.released, exact=cable.released_exact),
    }


def subjects(cable: Cable, preview: Previews) -> Json:
    """Return what it is about: its level, post, subject and TAGS, and its header in words."""
    return {
        "classification": cable.classification,
        "captions": cable.captions,
        "origin": origin(cable),
        "subject": withhold(cable.subject, preview.names),
        "title": withhold(cable.title, preview.names),
        "summary": withhold(cable.summary, preview.names),
        "tags": [
            safe(
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
        "header": safe(cable.decoded, preview),
    }


def authority(cable: Cable, preview: Previews) -> Json:
    """Return who classified it, under which order, for how long, and who signed."""
    return {
        "executive_order": cable.executive_order,
        "declassify_on": cable.declassify_on.isoformat() if cable.declassify_on else None,
        "declassify_note": withhold(cable.declassify_note, preview.names),
        "classified_by": {
            "name": withhold(cable.classified_by_name, preview.names),
            "title": withhold(cable.classified_by_title, preview.names),
        },
        "reason_section": cable.reason_section,
        "reasons": cable.reasons,
        "signed_by": withhold(cable.signed_by, preview.names),
    }


def references(cable: Cable, preview: Previews) -> list[Json]:
    """Return the entries of the REF lines, each with the cable it means where that is known."""
    entries = list(cable.references.all())
    cited = {one.cited_id for one in entries if one.cited_id}
    held = set(Cable.objects.filter(reference_id__in=cited).values_list("reference_id", flat=True))
    return [reference(one, held, preview) for one in entries]


def reference(one: Reference, held: set[str], preview: Previews) -> Json:
    """Return one entry of the REF lines."""
    return {
        "letter": one.letter,
        "printed": withhold(one.printed, preview.names),
        "kind": one.kind,
        "cited_id": one.cited_id or None,
        "held": one.cited_id in held,
        "url": address_of(one.cited_id) if one.cited_id in held else None,
        "note": withhold(one.note, preview.names),
        "year_assumed": one.year_assumed,
    }


def referred_by(cable: Cable) -> list[Json]:
    """Return the cables whose REF lines name this one."""
    citing = Cable.objects.citing(cable.reference_id).values_list("reference_id", "created")
    return [{"reference_id": found, "url": address_of(found)} for found, _ in citing]


def address_of(reference_id: str) -> str:
    """Return a cable's absolute address."""
    return absolute(reverse("cable", kwargs={"reference_id": reference_id}))


def paragraphs(cable: Cable, preview: Previews) -> list[Json]:
    """Return the paragraphs in their reading form, each in one line."""
    found = []
    for one in cable.paragraphs.all():
        words = {
            "heading": withhold(one.heading, preview.names),
            "text": preview.words(one),
        }
        named = {"reference_id": cable.reference_id, "paragraph": one.key}
        found.append(
            {
                "key": one.key,
                "number": one.number,
                "marking": one.marking,
                **words,
                "url": absolute(reverse("paragraph", kwargs=named)),
                "withheld": mentions_withheld(words),
            }
        )
    return found


def people_named(cable: Cable, preview: Previews) -> tuple[list[Json], bool]:
    """Return the people whose names may be repeated, and whether any other was left out."""
    everybody = people_of(cable)
    shown = [one for one in everybody if not mentions_withheld(safe(one, preview))]
    return shown, len(shown) < len(everybody)


def problems(cable: Cable, preview: Previews) -> list[Json]:
    """Return what was repaired, cut, doubled or not understood."""
    return [
        {
            "code": one.code,
            "line": one.line or None,
            **safe({"message": one.message, "printed": one.printed, "meant": one.meant}, preview),
        }
        for one in cable.problems.all()
    ]


def sources(cable: Cable) -> Json:
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
                "released": moment(one.released, exact=True),
            }
            for one in cable.versions.all()
        ],
    }


def safe(value: Any, preview: Previews) -> Any:
    """Return a JSON value of any depth, protected names left out of every text in it."""
    if isinstance(value, str):
        return withhold(value, preview.names)
    if isinstance(value, dict):
        return {name: safe(one, preview) for name, one in value.items()}
    if isinstance(value, list):
        return [safe(one, preview) for one in value]
    return value


def mentions_withheld(value: Any) -> bool:
    """Say whether anything was left out of a JSON value."""
    if isinstance(value, str):
        return WITHHELD in value
    inner: Iterable[Any] = value.values() if isinstance(value, dict) else value
    return isinstance(value, dict | list) and any(mentions_withheld(one) for one in inner)
