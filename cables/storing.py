"""From columns to rows: many cables in few statements, inside a transaction of the caller's."""

from collections.abc import Callable, Iterable, Sequence
from datetime import datetime
from itertools import chain
from typing import Any, Final, TypeVar

from django.db import models
from django.utils.text import slugify

from cables.columns import CableColumns, Columns
from cables.models import (
    Cable,
    CableTag,
    Mention,
    Paragraph,
    Person,
    Post,
    Problem,
    Reference,
    Tag,
)

Row = TypeVar("Row", bound=models.Model)
STATEMENT = 500
"""Rows a statement; SQLite takes so many however many columns a row has."""
CHILDREN: Final[Sequence[tuple[type[models.Model], str]]] = (
    (Paragraph, "paragraphs"),
    (Reference, "references"),
    (Problem, "problems"),
)
"""What belongs to a cable alone: its model and the columns that fill it."""


def store(batch: Sequence[CableColumns], *, loaded: datetime) -> list[Cable]:
    """Write cables and all that belongs to them.

    Args:
        batch: Cables that are not there, each once.
        loaded: When this room takes them in.

    Returns:
        The stored cables, in the order of the batch.

    Raises:
        django.db.Error: Nothing is kept where the caller's transaction is rolled back.
    """
    posts = find(Post, "name", (one.post for one in batch if one.post), named_post)
    cables = [
        Cable(origin=posts.get(one.post.get("name", "")), loaded=loaded, **one.cable)
        for one in batch
    ]
    Cable.objects.bulk_create(cables, STATEMENT)
    together = list(zip(cables, batch, strict=True))
    store_tags(together)
    for model, name in CHILDREN:
        rows = (model(cable=cable, **row) for cable, one in together for row in getattr(one, name))
        model._default_manager.bulk_create(rows, STATEMENT)  # noqa: SLF001
    store_mentions(together)
    return cables


def store_tags(together: Iterable[tuple[Cable, CableColumns]]) -> None:
    """Write the tags of cables, and the codes that are new."""
    together = list(together)
    wanted = chain.from_iterable(one.tags for _, one in together)
    tags = find(Tag, "code", wanted, lambda row: {k: row[k] for k in ("code", "kind", "meaning")})
    CableTag.objects.bulk_create(
        (
            CableTag(
                cable=cable,
                tag=tags[row["code"]],
                position=position,
                printed=row["printed"],
                person=row["person"],
            )
            for cable, one in together
            for position, row in enumerate(one.tags, start=1)
        ),
        STATEMENT,
    )


def store_mentions(together: Iterable[tuple[Cable, CableColumns]]) -> None:
    """Write who classified and signed cables, and the persons who are new."""
    placed = [
        (cable, row, person_slug(row, cable.origin))
        for cable, one in together
        for row in one.mentions
    ]
    people = find(Person, "slug", ({**row, "slug": slug} for _, row, slug in placed), named_person)
    Mention.objects.bulk_create(
        (
            Mention(
                cable=cable,
                person=people[slug],
                **{k: row[k] for k in ("role", "printed", "title", "rule", "start", "end")},
            )
            for cable, row, slug in placed
        ),
        STATEMENT,
    )


def person_slug(row: Columns, origin: Post | None) -> str:
    """Return a person's slug; a surname alone is one person a post, as no first name is guessed."""
    name = str(row["person"])
    if row["surname"]:
        name = f"{name} {origin.name if origin else 'unknown post'}"
    return slugify(name) or f"person-{name.encode().hex()[:40]}"


def named_person(row: Columns) -> Columns:
    """Return the columns of a person met for the first time."""
    return {"name": row["person"], "slug": row["slug"], "sort_name": row["sort_name"]}


def named_post(row: Columns) -> Columns:
    """Return the columns of a post met for the first time."""
    return {**row, "slug": slugify(row["name"])}


def find(
    model: type[Row], key: str, wanted: Iterable[Columns], make: Callable[[Columns], Columns]
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
        manager.bulk_create(missing, STATEMENT)
        found |= {getattr(row, key): row for row in missing}
    return found


def forget_unnamed_people() -> None:
    """Delete the persons whom no cable names any more."""
    Person.objects.filter(mentions=None).delete()
