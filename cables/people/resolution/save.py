"""From persons to be to rows: only what differs from what is stored is written."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from typing import Final

from django.db import connection
from django.db.models import Q

from cables.models import FormerSlug, Mention, Person, PossibleDuplicate
from cables.people.resolution.draft import DraftPerson, person_fields
from cables.people.resolution.occurrences import Occurrence
from cables.people.resolution.slugs import SlugOwner

VALUES_PER_STATEMENT: Final = 500
ASSIGN_SQL: Final = f"UPDATE {Mention._meta.db_table} SET person_id = %s WHERE id = %s"  # noqa: S608, SLF001


def save_people(
    somebodies: Iterable[DraftPerson], countries: Mapping[str, str]
) -> dict[int, Person]:
    """Write persons, new or altered, and give each somebody the key of the row.

    Returns:
        The rows that were there, by key, as they were.
    """
    somebodies = list(somebodies)
    before = Person.objects.in_bulk([one.pk for one in somebodies if one.pk])
    altered = []
    for one in somebodies:
        columns = {"slug": one.slug, **person_fields(one, countries)}
        row = before.get(one.pk) if one.pk else None
        if row is None or any(getattr(row, name) != value for name, value in columns.items()):
            altered.append((one, Person(pk=one.pk, **columns)))
    fields = Person._meta.concrete_fields  # noqa: SLF001 - Django's name for any model's fields
    names = [field.attname for field in fields if not field.primary_key]
    Person.objects.bulk_create(
        [row for _, row in altered if row.pk],
        VALUES_PER_STATEMENT,
        update_conflicts=True,
        unique_fields=["id"],
        update_fields=names,
    )
    Person.objects.bulk_create([row for _, row in altered if not row.pk], VALUES_PER_STATEMENT)
    for one, row in altered:
        one.pk = row.pk
    return before


def assign_mentions(rows: Iterable[tuple[Occurrence, int | None]]) -> None:
    """Say of each mention whose it is."""
    changed = [(person, row.pk) for row, person in rows if row.person != person]
    with connection.cursor() as cursor:
        cursor.executemany(ASSIGN_SQL, changed)


def save_former_slugs(
    block: Collection[str], wanted: Iterable[tuple[SlugOwner, DraftPerson]]
) -> None:
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
    same = {
        slug for slug, row in before.items() if slug in rows and _is_same_redirect(row, rows[slug])
    }
    gone = sorted((before.keys() | rows.keys()) - same)
    for at in range(0, len(gone), VALUES_PER_STATEMENT):
        FormerSlug.objects.filter(slug__in=gone[at : at + VALUES_PER_STATEMENT]).delete()
    FormerSlug.objects.bulk_create(row for slug, row in rows.items() if slug not in same)


def _is_same_redirect(one: FormerSlug, other: FormerSlug) -> bool:
    """Tell whether two rows say the same."""
    names = ("person_id", "surname", "given", "country_code")
    return all(getattr(one, name) == getattr(other, name) for name in names)


def delete_people(keys: Sequence[int]) -> None:
    """Delete persons who are nobody any more; their mentions have been given to others."""
    for at in range(0, len(keys), VALUES_PER_STATEMENT):
        Person.objects.filter(pk__in=keys[at : at + VALUES_PER_STATEMENT]).delete()


def save_possible_duplicates(
    people: Sequence[DraftPerson], pairs: Iterable[tuple[int | None, int | None, str]]
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
    for at in range(0, len(keys), VALUES_PER_STATEMENT):
        chunk = keys[at : at + VALUES_PER_STATEMENT]
        rows = PossibleDuplicate.objects.filter(Q(person__in=chunk) | Q(other__in=chunk)).order_by()
        gone = []
        for row in rows:
            if wanted.get((row.person_id, row.other_id)) == row.reason:
                del wanted[row.person_id, row.other_id]
            else:
                gone.append(row.pk)
        PossibleDuplicate.objects.filter(pk__in=gone).delete()
    PossibleDuplicate.objects.bulk_create(
        (
            PossibleDuplicate(person_id=one, other_id=other, reason=why)
            for (one, other), why in wanted.items()
        ),
        VALUES_PER_STATEMENT,
        ignore_conflicts=True,
    )
