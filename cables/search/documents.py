"""Documents of the index, built from stored cables."""

from collections.abc import Iterable, Iterator
from datetime import UTC, datetime
from typing import Any, Final
from zlib import crc32

from django.db.models import Prefetch
from tantivy import Document

from cables.models import Cable, CableTag, Paragraph, Reference
from cables.names.protection import withhold_names
from cables.parser.repairs import repair_paragraphs
from cables.parser.values import PartKind
from cables.reading.withholding import names_to_withhold
from cables.search.index_fields import day_number, index_schema

BATCH_SIZE: Final = 500
"""Cables fetched at a time."""
UNDATED_SORT_KEY: Final = 2**62
"""Sorts after every date."""
SORT_EPOCH: Final = datetime(1900, 1, 1, tzinfo=UTC)
"""Earlier than every cable: the index sorts by unsigned seconds."""


def build_documents(pks: Iterable[int]) -> Iterator[Document]:
    """Yield the documents of cables, in the order of their keys."""
    ordered = sorted(pks)
    for start in range(0, len(ordered), BATCH_SIZE):
        for cable in _cables_for_indexing(ordered[start : start + BATCH_SIZE]):
            yield _build_document(cable)


def _cables_for_indexing(pks: list[int]) -> Iterable[Cable]:
    """Fetch cables with everything that their documents contain, in a few queries."""
    return (
        Cable.objects.filter(pk__in=pks)
        .select_related("origin")
        .prefetch_related(
            Prefetch("cable_tags", CableTag.objects.select_related("tag")),
            Prefetch("paragraphs", Paragraph.objects.only("cable_id", "start", "end", "marking")),
            Prefetch("references", Reference.objects.only("cable_id", "cited_id")),
        )
        .order_by("pk")
    )


def _build_document(cable: Cable) -> Document:
    """Return the document of a cable; withheld names are in no field."""
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
        "tag": [cable_tag.tag.code for cable_tag in cable.cable_tags.all()],
        "caption": list(dict.fromkeys(cable.captions)),
        "portion": sorted({paragraph.marking for paragraph in paragraphs} - {""}),
        "cites": sorted({reference.cited_id for reference in references} - {""}),
        "refers": int(bool(references)),
        "withheld": withheld_checksum(cable.withheld),
        **_time_fields(cable),
    }
    return Document.from_dict(fields, index_schema())


def withheld_checksum(names: Iterable[str]) -> int:
    """Return a checksum of a cable's withheld names; 0 if there are none.

    Resolving people may add names to a cable after it was loaded; the changed checksum then makes
    the next update of the index replace its document.
    """
    joined = "\n".join(sorted(names))
    return crc32(joined.encode()) if joined else 0


def _searchable_text(cable: Cable) -> str:
    """Return who classified a cable, and its text from the first paragraph on.

    The lines above are labels and codes, which have fields of their own. Page-break lines are
    omitted, so that a phrase may run over one, and damaged signs are repaired.
    """
    paragraphs = cable.paragraphs.all()
    body = repair_paragraphs(cable.body, paragraphs)
    position = min((paragraph.start for paragraph in paragraphs), default=0)
    kept = [cable.classified_by_name, cable.classified_by_title]
    for kind, start, end, *_ in cable.layout:
        if kind == PartKind.PAGE_MARK and start >= position:
            kept.append(body[position:start])
            position = end
    return "\n".join((*kept, body[position:]))


def _time_fields(cable: Cable) -> dict[str, int]:
    """Return the dates as numbers for ranges and sorting; undated cables sort last either way."""
    created, released = cable.created, cable.released
    fields = {"loaded": int(cable.loaded.timestamp()), "newest": 0, "oldest": UNDATED_SORT_KEY}
    if released:
        fields["released"] = day_number(released)
    if created:
        seconds = int((created - SORT_EPOCH).total_seconds())
        fields |= {
            "day": day_number(created),
            "month": created.year * 100 + created.month,
            "newest": seconds,
            "oldest": seconds,
        }
    return fields
