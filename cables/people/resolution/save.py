"""From persons to be to rows: only what differs from what is stored is written."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from typing import Final

from django.db import connection
from django.db.models import Q

from cables.models import FormerSlug, Mention, Person, Resemblance
from cables.people.resolution.draft import Somebody, person_columns
from cables.people.resolution.occurrences import Row
from cables.people.resolution.slugs import Holder

STATEMENT: Final = 500
ASSIGN: Final = f"UPDATE {Mention._meta.db_table} SET person_id = %s WHERE id = %s"  # noqa: S608, SLF001


def write_people(somebodies: Iterable[Somebody], countries: Mapping[str, str]) -> dict[int, Person]:
    """Write persons, new or altered, and give each somebody the key of the row.

    Returns:
        The rows that were there, by key, as they were.
    """
    somebodies = list(somebodies)
    before = Person.objects.in_bulk([one.pk for one in somebodies if one.pk])
    altered = []
    for one in somebodies:
        columns = {"slug": one.slug, **person_columns(one, countries)}
        row = before.get(one.pk) if one.pk else None
        if row is None or any(getattr(row, name) != value for name, value in columns.items()):
            altered.append((one, Person(pk=one.pk, **columns)))
    fields = Person._meta.concrete_fields  # noqa: SLF001 - Django's name for any model's fields
    names = [field.attname for field in fields if not field.primary_key]
    Person.objects.bulk_create(
        [row for _, row in altered if row.pk],
        STATEMENT,
        update_conflicts=True,
        unique_fields=["id"],
        update_fields=names,
    )
    Person.objects.bulk_create([row for _, row in altered if not row.pk], STATEMENT)
    for one, row in altered:
        one.pk = row.pk
    return before


def assign(rows: Iterable[tuple[Row, int | None]]) -> None:
    """Say of each mention whose it is."""
    changed = [(person, row.pk) for row, person in rows if row.person != person]
    with connection.cursor() as cursor:
        cursor.executemany(ASSIGN, changed)


def write_former_slugs(block: Collection[str], wanted: Iterable[tuple[Holder, Somebody]]) -> None:
    """Let addresses that were somebody's lead to who has the mentions now.

    Args:
        block: The surnames that were settled: what else was kept of them is gone.
        wanted: Who was known by an address, and where it leads.
    """
    rows = {
        holder.slug: FormerSlug(
            slug=holder.slug,
            person_id=one.pk,
            surname=holder.surname,
            given=holder.given,
            country_code=holder.country,
        )
        for holder, one in wanted
        if one.pk
    }
    before = {row.slug: row for row in FormerSlug.objects.filter(surname__in=block)}
    same = {slug for slug, row in before.items() if slug in rows and alike(row, rows[slug])}
    gone = sorted((before.keys() | rows.keys()) - same)
    for at in range(0, len(gone), STATEMENT):
        FormerSlug.objects.filter(slug__in=gone[at : at + STATEMENT]).delete()
    FormerSlug.objects.bulk_create(row for slug, row in rows.items() if slug not in same)


def alike(one: FormerSlug, other: FormerSlug) -> bool:
    """Tell whether two rows say the same."""
    names = ("person_id", "surname", "given", "country_code")
    return all(getattr(one, name) == getattr(other, name) for name in names)


def delete_people(keys: Sequence[int]) -> None:
    """Delete persons who are nobody any more; their mentions have been given to others."""
    for at in range(0, len(keys), STATEMENT):
        Person.objects.filter(pk__in=keys[at : at + STATEMENT]).delete()


def write_resemblances(
    people: Sequence[Somebody], pairs: Iterable[tuple[int | None, int | None, str]]
) -> None:
    """Bring the pairs that may be one to what was found, from either side.

    Args:
        people: Those who were settled: other pairs of theirs are undone.
        pairs: Keys of persons, with what speaks for the pair.
    """
    wanted = {
        key: reason
        for one, other, reason in pairs
        if one and other and one != other
        for key in ((one, other), (other, one))
    }
    keys = [one.pk for one in people if one.pk]
    for at in range(0, len(keys), STATEMENT):
        chunk = keys[at : at + STATEMENT]
        rows = Resemblance.objects.filter(Q(person__in=chunk) | Q(other__in=chunk)).order_by()
        gone = []
        for row in rows:
            if wanted.get((row.person_id, row.other_id)) == row.reason:
                del wanted[row.person_id, row.other_id]
            else:
                gone.append(row.pk)
        Resemblance.objects.filter(pk__in=gone).delete()
    Resemblance.objects.bulk_create(
        (
            Resemblance(person_id=one, other_id=other, reason=why)
            for (one, other), why in wanted.items()
        ),
        STATEMENT,
        ignore_conflicts=True,
    )
