"""From a stored cable to a document of the index."""

from collections.abc import Iterable, Iterator
from datetime import UTC, datetime
from typing import Any, Final
from zlib import crc32

from django.db.models import Prefetch
from tantivy import Document

from cables.models import Cable, CableTag, Paragraph, Reference
from cables.names.protection import withhold_names
from cables.parser.values import PartKind
from cables.reading.withholding import names_to_withhold
from cables.search.index_fields import index_schema

BATCH_SIZE: Final = 500
"""Cables fetched at a time."""
UNDATED_SORT_KEY: Final = 2**62
"""Sorts behind every date there is."""
SORT_EPOCH: Final = datetime(1900, 1, 1, tzinfo=UTC)


def build_documents(pks: Iterable[int]) -> Iterator[Document]:
    """Yield the documents of cables, in the order of their keys."""
    wanted = sorted(pks)
    for at in range(0, len(wanted), BATCH_SIZE):
        for cable in _cables_for_indexing(wanted[at : at + BATCH_SIZE]):
            yield _build_document(cable)


def _cables_for_indexing(pks: list[int]) -> Iterable[Cable]:
    """Fetch cables with all that their documents are made of, in a few statements."""
    return (
        Cable.objects.filter(pk__in=pks)
        .select_related("origin")
        .prefetch_related(
            Prefetch("cable_tags", CableTag.objects.select_related("tag")),
            Prefetch("paragraphs", Paragraph.objects.only("cable_id", "start", "marking")),
            Prefetch("references", Reference.objects.only("cable_id", "cited_id")),
        )
        .order_by("pk")
    )


def _build_document(cable: Cable) -> Document:
    """Return the document of one cable; names that it protects are in no field."""
    names = names_to_withhold(cable)
    subject = withhold_names(cable.subject, names) if names else cable.subject
    text = withhold_names(_searchable_text(cable), names) if names else _searchable_text(cable)
    paragraphs = list(cable.paragraphs.all())
    references = list(cable.references.all())
    origin = cable.origin
    fields: dict[str, Any] = {
        "pk": cable.pk,
        "subject": subject,
        "text": text,
        "words": [subject, text],
        "place": f"{origin.name} {origin.city} {origin.country}" if origin else "",
        "origin": origin.slug if origin else [],
        "sender": cable.header_fields.get("sender", ""),
        "level": cable.get_classification_display(),
        "classification": cable.classification or [],
        "tag": [one.tag.code for one in cable.cable_tags.all()],
        "caption": list(dict.fromkeys(cable.captions)),
        "portion": sorted({one.marking for one in paragraphs if one.marking}),
        "cites": sorted({one.cited_id for one in references if one.cited_id}),
        "refers": int(bool(references)),
        "withheld": withheld_checksum(cable.withheld),
        **_time_fields(cable),
    }
    return Document.from_dict(fields, index_schema())


def withheld_checksum(names: Iterable[str]) -> int:
    """Return what tells one list of withheld names from another; 0 for none.

    Settling who is who may add names to a cable that the load itself left alone: its document is
    then made anew.
    """
    written = "\n".join(sorted(names))
    return crc32(written.encode()) if written else 0


def _searchable_text(cable: Cable) -> str:
    """Return the words of a cable: who classified it, and all from the first paragraph on.

    The lines above are labels and codes, which have fields of their own. A page-break line in a
    sentence is left out, so that a phrase may run over it.
    """
    paragraphs = cable.paragraphs.all()
    at = min((one.start for one in paragraphs), default=0)
    kept = [cable.classified_by_name, cable.classified_by_title]
    for kind, start, end, *_ in cable.layout:
        if kind == PartKind.PAGE_MARK and start >= at:
            kept.append(cable.body[at:start])
            at = end
    return "\n".join((*kept, cable.body[at:]))


def _time_fields(cable: Cable) -> dict[str, int]:
    """Return when, as numbers to bound and to sort by; what is undated stands last either way."""
    created, released = cable.created, cable.released
    found = {"loaded": int(cable.loaded.timestamp()), "newest": 0, "oldest": UNDATED_SORT_KEY}
    if released:
        found["released"] = _day_number(released)
    if created:
        found |= {
            "day": _day_number(created),
            "month": created.year * 100 + created.month,
            "newest": int((created - SORT_EPOCH).total_seconds()),
            "oldest": int((created - SORT_EPOCH).total_seconds()),
        }
    return found


def _day_number(moment: datetime) -> int:
    """Return 20070228."""
    return moment.year * 10_000 + moment.month * 100 + moment.day
