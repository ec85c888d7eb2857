"""Save draft people: only rows that differ from the stored ones are written."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from typing import Final

from django.db import connection

from cables.models import FormerSlug, Mention, Person
from cables.people.resolution.draft_person import DraftPerson, person_fields
from cables.people.resolution.occurrences import Occurrence
from cables.people.resolution.slugs import SlugOwner

VALUES_PER_STATEMENT: Final = 500
ASSIGN_SQL: Final = f"UPDATE {Mention._meta.db_table} SET person_id = %s WHERE id = %s"  # noqa: S608, SLF001


def save_people(drafts: Iterable[DraftPerson], countries: Mapping[str, str]) -> None:
    """Save new and changed people, and set the primary key of each draft."""
    drafts = list(drafts)
    stored = Person.objects.in_bulk([draft.pk for draft in drafts if draft.pk])
    changed = []
    for draft in drafts:
        columns = {"slug": draft.slug, **person_fields(draft, countries)}
        row = stored.get(draft.pk) if draft.pk else None
        if row is None or any(getattr(row, name) != value for name, value in columns.items()):
            changed.append((draft, Person(pk=draft.pk, **columns)))
    fields = Person._meta.concrete_fields  # noqa: SLF001 - Django's name for any model's fields
    Person.objects.bulk_create(
        [row for _, row in changed if row.pk],
        VALUES_PER_STATEMENT,
        update_conflicts=True,
        unique_fields=["id"],
        update_fields=[field.attname for field in fields if not field.primary_key],
    )
    Person.objects.bulk_create([row for _, row in changed if not row.pk], VALUES_PER_STATEMENT)
    for draft, row in changed:
        draft.pk = row.pk


def assign_mentions(rows: Iterable[tuple[Occurrence, int | None]]) -> None:
    """Save the person of each mention."""
    changed = [(person, row.pk) for row, person in rows if row.person != person]
    with connection.cursor() as cursor:
        cursor.executemany(ASSIGN_SQL, changed)


def save_former_slugs(
    block: Collection[str], redirects: Iterable[tuple[SlugOwner, DraftPerson]]
) -> None:
    """Let former slugs redirect to the people who have the mentions now.

    Args:
        block: The resolved surnames; other former slugs of theirs are deleted.
        redirects: Former owners of slugs, and their present persons.
    """
    rows = {
        owner.slug: FormerSlug(
            slug=owner.slug,
            person_id=draft.pk,
            surname=owner.surname,
            given=owner.given,
            country_code=owner.country,
        )
        for owner, draft in redirects
        if draft.pk
    }
    stored = {row.slug: row for row in FormerSlug.objects.filter(surname__in=block)}
    unchanged = {
        slug for slug, row in stored.items() if slug in rows and _is_same_redirect(row, rows[slug])
    }
    obsolete = sorted((stored.keys() | rows.keys()) - unchanged)
    for start in range(0, len(obsolete), VALUES_PER_STATEMENT):
        chunk = obsolete[start : start + VALUES_PER_STATEMENT]
        FormerSlug.objects.filter(slug__in=chunk).delete()
    FormerSlug.objects.bulk_create(row for slug, row in rows.items() if slug not in unchanged)


def _is_same_redirect(row: FormerSlug, other: FormerSlug) -> bool:
    names = ("person_id", "surname", "given", "country_code")
    return all(getattr(row, name) == getattr(other, name) for name in names)


def delete_people(keys: Sequence[int]) -> None:
    """Delete people whose mentions have been assigned to others."""
    for start in range(0, len(keys), VALUES_PER_STATEMENT):
        Person.objects.filter(pk__in=keys[start : start + VALUES_PER_STATEMENT]).delete()
