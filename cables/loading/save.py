"""Read and write the database for a load: many rows in few statements.

Every function here runs inside a transaction of its caller.
"""

from bisect import bisect_right
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from datetime import datetime
from itertools import chain
from typing import Any, Final, TypeVar

from django.db import models
from django.utils import timezone
from django.utils.text import slugify

from cables.loading.mention_rows import MentionRows
from cables.loading.rows import CableRows, ColumnValues
from cables.loading.versions import SOURCE_COLUMNS, CableVersions
from cables.loading.worker import PARSER_VERSION
from cables.models import (
    Cable,
    CableTag,
    Mention,
    Paragraph,
    Post,
    Problem,
    ProtectedName,
    Reference,
    Tag,
    Version,
)

Row = TypeVar("Row", bound=models.Model)
ROWS_PER_STATEMENT = 500
"""SQLite accepts this many, however many columns a row has."""
CHILD_MODELS: Final[Sequence[tuple[type[models.Model], str]]] = (
    (Paragraph, "paragraphs"),
    (Reference, "references"),
    (Problem, "problems"),
)
"""What belongs to one cable alone: the model, and the field of `CableRows` with its rows."""


def stored_sources() -> Iterator[tuple[str, str, str, str]]:
    """Yield every source that need not be parsed again, as `KnownSources` takes them."""
    names = ("source_sha256", "text_sha256", "source_key")
    cables = Cable.objects.filter(parser_version=PARSER_VERSION).order_by()
    yield from cables.values_list(*names, "reference_id").iterator(chunk_size=10_000)
    versions = Version.objects.filter(parser_version=PARSER_VERSION).order_by()
    yield from versions.values_list(*names, "cable__reference_id").iterator(chunk_size=10_000)


def stored_versions(reference_ids: set[str]) -> dict[str, CableVersions]:
    """Return the stored versions of cables, by reference ID."""
    by_id = {
        cable.reference_id: CableVersions(
            shown={
                **{name: getattr(cable, name) for name in SOURCE_COLUMNS},
                "text": cable.telegram,
            },
            pk=cable.pk,
        )
        for cable in Cable.objects.filter(reference_id__in=reference_ids)
    }
    versions = Version.objects.filter(cable__reference_id__in=by_id)
    for row in versions.values("cable__reference_id", "text", *SOURCE_COLUMNS):
        cable = by_id[row.pop("cable__reference_id")]
        cable.other_versions.append({**row, "text": row["text"] or cable.shown["text"]})
    return by_id


def store_versions(cables: Sequence[CableVersions], *, any_stored: bool) -> None:
    """Save merged cables.

    Args:
        cables: Each once.
        any_stored: Whether any of them was in the database before; if not, nothing is deleted.
    """
    now = timezone.now()
    changed = [cable for cable in cables if cable.new_rows]
    if any_stored:
        unchanged = [cable for cable in cables if not cable.new_rows]
        Version.objects.filter(cable__in=[cable.pk for cable in cables if cable.pk]).delete()
        Cable.objects.filter(pk__in=[cable.pk for cable in changed if cable.pk]).delete()
        keyless = [cable.stored_pk for cable in unchanged if not cable.shown["source_key"]]
        Cable.objects.filter(pk__in=keyless).update(source_key="")
    stored = store_cables([rows for cable in changed if (rows := cable.rows_to_store)], loaded=now)
    keys = {cable.reference_id: cable.pk for cable in stored}
    Version.objects.bulk_create(
        (
            Version(
                cable_id=keys[cable.new_rows.reference_id] if cable.new_rows else cable.stored_pk,
                loaded=now,
                **version,
            )
            for cable in cables
            for version in cable.versions_to_store
        ),
        ROWS_PER_STATEMENT,
    )


def store_cables(batch: Sequence[CableRows], *, loaded: datetime) -> list[Cable]:
    """Save new cables and all that belongs to them.

    Args:
        batch: Cables that are not in the database, each once.
        loaded: The time of loading.

    Returns:
        The saved cables, in the order of the batch.
    """
    posts = _get_or_create_many(
        Post, "name", (rows.post for rows in batch if rows.post), _new_post_row
    )
    cables = [
        Cable(origin=posts.get(rows.post.get("name", "")), loaded=loaded, **rows.cable)
        for rows in batch
    ]
    Cable.objects.bulk_create(cables, ROWS_PER_STATEMENT)
    pairs = list(zip(cables, batch, strict=True))
    _store_tags(pairs)
    for model, name in CHILD_MODELS:
        children = (
            model(cable=cable, **row) for cable, rows in pairs for row in getattr(rows, name)
        )
        model._default_manager.bulk_create(children, ROWS_PER_STATEMENT)  # noqa: SLF001
    store_mentions(pairs)
    return cables


def _store_tags(pairs: Sequence[tuple[Cable, CableRows]]) -> None:
    """Save the tags of cables, and the codes that are new."""
    tags = _get_or_create_many(
        Tag,
        "code",
        chain.from_iterable(rows.tags for _, rows in pairs),
        lambda row: {name: row[name] for name in ("code", "kind", "meaning")},
    )
    CableTag.objects.bulk_create(
        (
            CableTag(
                cable=cable,
                tag=tags[row["code"]],
                position=position,
                printed=row["printed"],
                person=row["person"],
            )
            for cable, rows in pairs
            for position, row in enumerate(rows.tags, start=1)
        ),
        ROWS_PER_STATEMENT,
    )


def store_mentions(
    pairs: Iterable[tuple[Cable, CableRows | MentionRows]],
    person_ids: Mapping[tuple[int, str, str], int | None] | None = None,
) -> None:
    """Save the names found in cables, and those that they protect; people are resolved later.

    Args:
        pairs: Saved cables, with what was found in them.
        person_ids: Keys of persons by cable, surname and given names, as far as known already.
    """
    person_ids = person_ids or {}
    pairs = list(pairs)
    paragraphs = _stored_paragraphs([cable for cable, _ in pairs])
    Mention.all_objects.bulk_create(
        (
            Mention(
                cable=cable,
                paragraph_id=_paragraph_id_at(paragraphs.get(cable.pk, []), row),
                person_id=person_ids.get((cable.pk, row["surname"], row["given"])),
                **{name: value for name, value in row.items() if name != "paragraph"},
            )
            for cable, rows in pairs
            for row in rows.mentions
        ),
        ROWS_PER_STATEMENT,
    )
    ProtectedName.objects.bulk_create(
        (ProtectedName(cable=cable, **row) for cable, rows in pairs for row in rows.protected),
        ROWS_PER_STATEMENT,
    )


def _stored_paragraphs(cables: Sequence[Cable]) -> dict[int, list[tuple[int, int, int]]]:
    """Return start, end and key of each cable's stored paragraphs, in the order of the text."""
    by_cable: dict[int, list[tuple[int, int, int]]] = {}
    rows = Paragraph.objects.filter(cable__in=cables).order_by("start")
    for cable, start, end, pk in rows.values_list("cable_id", "start", "end", "pk"):
        by_cable.setdefault(cable, []).append((start, end, pk))
    return by_cable


def _paragraph_id_at(
    paragraphs: Sequence[tuple[int, int, int]], mention: ColumnValues
) -> int | None:
    """Return the stored paragraph that contains a mention.

    It is found by offset, not by position: an earlier parser version may have counted otherwise.
    """
    if not mention["paragraph"]:
        return None
    index = bisect_right(paragraphs, mention["start"], key=lambda paragraph: paragraph[0]) - 1
    if index < 0 or paragraphs[index][1] <= mention["start"]:
        return None
    return paragraphs[index][2]


def _new_post_row(row: ColumnValues) -> ColumnValues:
    return {**row, "slug": slugify(row["name"])}


def _get_or_create_many(
    model: type[Row],
    key: str,
    rows: Iterable[ColumnValues],
    make: Callable[[ColumnValues], ColumnValues],
) -> dict[Any, Row]:
    """Return stored rows by a unique key, creating those that are missing.

    Args:
        model: Of the rows.
        key: The unique column.
        rows: Columns that include at least the key.
        make: Turns one of `rows` into the columns of a new row.
    """
    by_key = {row[key]: row for row in rows}
    manager = model._default_manager  # noqa: SLF001 - Django's name for any model's manager
    stored = manager.in_bulk(by_key.keys(), field_name=key)
    missing = [model(**make(row)) for value, row in by_key.items() if value not in stored]
    if missing:
        manager.bulk_create(missing, ROWS_PER_STATEMENT)
        stored |= {getattr(row, key): row for row in missing}
    return stored
