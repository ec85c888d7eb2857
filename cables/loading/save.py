"""From columns to rows: many cables in few statements, inside a transaction of the caller's."""

from bisect import bisect_right
from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import datetime
from itertools import chain
from typing import Any, Final, TypeVar

from django.db import models
from django.utils.text import slugify

from cables.loading.mention_rows import MentionRows
from cables.loading.rows import CableRows, ColumnValues
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
)

Row = TypeVar("Row", bound=models.Model)
ROWS_PER_STATEMENT = 500
"""Rows a statement; SQLite takes so many however many columns a row has."""
CHILD_MODELS: Final[Sequence[tuple[type[models.Model], str]]] = (
    (Paragraph, "paragraphs"),
    (Reference, "references"),
    (Problem, "problems"),
)
"""What belongs to a cable alone: its model and the columns that fill it."""


def store_cables(batch: Sequence[CableRows], *, loaded: datetime) -> list[Cable]:
    """Write cables and all that belongs to them.

    Args:
        batch: Cables that are not there, each once.
        loaded: When this room takes them in.

    Returns:
        The stored cables, in the order of the batch.

    Raises:
        django.db.Error: Nothing is kept where the caller's transaction is rolled back.
    """
    posts = _get_or_create_many(
        Post, "name", (one.post for one in batch if one.post), _new_post_row
    )
    cables = [
        Cable(origin=posts.get(one.post.get("name", "")), loaded=loaded, **one.cable)
        for one in batch
    ]
    Cable.objects.bulk_create(cables, ROWS_PER_STATEMENT)
    together = list(zip(cables, batch, strict=True))
    _store_tags(together)
    for model, name in CHILD_MODELS:
        rows = (model(cable=cable, **row) for cable, one in together for row in getattr(one, name))
        model._default_manager.bulk_create(rows, ROWS_PER_STATEMENT)  # noqa: SLF001
    store_mentions(together)
    return cables


def _store_tags(pairs: Iterable[tuple[Cable, CableRows]]) -> None:
    """Write the tags of cables, and the codes that are new."""
    pairs = list(pairs)
    wanted = chain.from_iterable(one.tags for _, one in pairs)
    tags = _get_or_create_many(
        Tag, "code", wanted, lambda row: {k: row[k] for k in ("code", "kind", "meaning")}
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
            for cable, one in pairs
            for position, row in enumerate(one.tags, start=1)
        ),
        ROWS_PER_STATEMENT,
    )


def store_mentions(
    pairs: Iterable[tuple[Cable, CableRows | MentionRows]],
    person_ids: Mapping[tuple[int, str, str], int | None] | None = None,
) -> None:
    """Write whom cables name and whose names they protect; who is who is settled afterwards.

    Args:
        pairs: Cables that are stored, with what was found in them.
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
            for cable, one in pairs
            for row in one.mentions
        ),
        ROWS_PER_STATEMENT,
    )
    ProtectedName.objects.bulk_create(
        (ProtectedName(cable=cable, **row) for cable, one in pairs for row in one.protected),
        ROWS_PER_STATEMENT,
    )


def _stored_paragraphs(cables: Sequence[Cable]) -> dict[int, list[tuple[int, int, int]]]:
    """Return start, end and key of each cable's stored paragraphs, in the order of the text."""
    found: dict[int, list[tuple[int, int, int]]] = {}
    rows = Paragraph.objects.filter(cable__in=cables).order_by("start")
    for cable, *place in rows.values_list("cable_id", "start", "end", "pk"):
        found.setdefault(cable, []).append((place[0], place[1], place[2]))
    return found


def _paragraph_id_at(
    paragraphs: Sequence[tuple[int, int, int]], mention: ColumnValues
) -> int | None:
    """Return the stored paragraph that a mention stands in.

    By its offset and not its position: what was stored by older reading rules may have others.
    """
    if not mention["paragraph"]:
        return None
    place = bisect_right(paragraphs, mention["start"], key=lambda paragraph: paragraph[0]) - 1
    if place < 0 or paragraphs[place][1] <= mention["start"]:
        return None
    return paragraphs[place][2]


def _new_post_row(row: ColumnValues) -> ColumnValues:
    """Return the columns of a post met for the first time."""
    return {**row, "slug": slugify(row["name"])}


def _get_or_create_many(
    model: type[Row],
    key: str,
    wanted: Iterable[ColumnValues],
    make: Callable[[ColumnValues], ColumnValues],
) -> dict[Any, Row]:
    """Return rows by a unique key, those that are not there made first.

    Args:
        model: Whose rows.
        key: The unique column.
        wanted: Columns that hold at least the key.
        make: Gives the columns of a new row from what is wanted.
    """
    by_key = {row[key]: row for row in wanted}
    manager = model._default_manager  # noqa: SLF001 - Django's name for any model's manager
    found = manager.in_bulk(by_key.keys(), field_name=key)
    missing = [model(**make(row)) for value, row in by_key.items() if value not in found]
    if missing:
        manager.bulk_create(missing, ROWS_PER_STATEMENT)
        found |= {getattr(row, key): row for row in missing}
    return found
