"""Pairs of stored people who may be the same person."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Final

from django.db.models import Q
from rapidfuzz import fuzz

from cables.models import Person, PossibleDuplicate
from cables.people.resolution.clusters import (
    Cluster,
    PossibleMatch,
    group_by,
    has_first_name,
    year_span,
    years_apart,
)
from cables.people.resolution.draft_person import DraftPerson

MIN_SURNAME_SIMILARITY: Final = 78
"""Similarity (of 100) of two surnames that sound the same: Khrushchev, Khruschev."""
MIN_GIVEN_SIMILARITY: Final = 80
MAX_YEARS_APART: Final = 6
MOST_PAIRS: Final = 6
"""A person with more pairs than this gets none: the name is too common."""
VALUES_PER_STATEMENT: Final = 500

Pair = tuple[int | None, int | None, str]
"""Primary keys of two people, and why they may be the same."""


def save_possible_duplicates(people: Sequence[DraftPerson], pairs: Iterable[Pair]) -> None:
    """Save pairs of people who may be the same, in both directions.

    Args:
        people: The people who were resolved; their other pairs are deleted.
        pairs: At least one person of each pair was resolved.
    """
    reasons = {
        key: reason
        for first, second, reason in pairs
        if first and second and first != second
        for key in ((first, second), (second, first))
    }
    keys = [draft.pk for draft in people if draft.pk]
    for start in range(0, len(keys), VALUES_PER_STATEMENT):
        chunk = keys[start : start + VALUES_PER_STATEMENT]
        rows = PossibleDuplicate.objects.filter(Q(person__in=chunk) | Q(other__in=chunk)).order_by()
        obsolete = []
        for row in rows:
            if reasons.get((row.person_id, row.other_id)) == row.reason:
                del reasons[row.person_id, row.other_id]
            else:
                obsolete.append(row.pk)
        PossibleDuplicate.objects.filter(pk__in=obsolete).delete()
    PossibleDuplicate.objects.bulk_create(
        (
            PossibleDuplicate(person_id=person, other_id=other, reason=reason)
            for (person, other), reason in reasons.items()
        ),
        VALUES_PER_STATEMENT,
        ignore_conflicts=True,
    )


def matched_pairs(
    matches: Iterable[PossibleMatch],
    drafts: Mapping[Cluster, DraftPerson],
    merged: Mapping[DraftPerson, DraftPerson],
) -> Iterator[Pair]:
    """Yield the pairs of saved people whose clusters may match.

    Args:
        matches: As decided by the rules.
        drafts: People by cluster; withheld ones are missing.
        merged: People who were merged into others by a correction.
    """
    for match in matches:
        first, second = drafts.get(match.first), drafts.get(match.second)
        if first and second:
            yield merged.get(first, first).pk, merged.get(second, second).pk, match.reason


def similar_surname_pairs(people: Sequence[DraftPerson]) -> Iterator[Pair]:
    """Yield saved people with others whose surname is spelled differently and sounds the same."""
    stored = Person.objects.in_bulk(
        [draft.pk for draft in people if draft.pk and not draft.lacks_first_name]
    )
    sounds = {person.sound for person in stored.values() if len(person.sound) > 1}
    fields = ("surname", "given", "sound", "country_code", "first_created", "last_created")
    others = Person.objects.filter(sound__in=sounds).only(*fields).order_by("pk")
    by_sound = group_by(others, lambda other: other.sound)
    for draft in people:
        if person := stored.get(draft.pk or 0):
            similar = [
                other
                for other in by_sound.get(person.sound, ())
                if _may_be_same_person(person, other)
            ]
            if len(similar) <= MOST_PAIRS:
                yield from ((person.pk, other.pk, "nearly the same name") for other in similar)


def _may_be_same_person(person: Person, other: Person) -> bool:
    """Return whether two people with different surnames may be the same person."""
    if person.surname == other.surname or person.country_code != other.country_code:
        return False
    if not (has_first_name(person.given) and has_first_name(other.given)):
        return False
    given, other_given = person.given.partition(" ")[0], other.given.partition(" ")[0]
    return (
        given[0] == other_given[0]
        and fuzz.ratio(given, other_given) >= MIN_GIVEN_SIMILARITY
        and fuzz.ratio(person.surname, other.surname) >= MIN_SURNAME_SIMILARITY
        and years_apart(_years_named(person), _years_named(other)) <= MAX_YEARS_APART
    )


def _years_named(person: Person) -> tuple[int, int]:
    return year_span(day.year for day in (person.first_created, person.last_created) if day)
