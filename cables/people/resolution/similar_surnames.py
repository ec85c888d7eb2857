"""Persons whose surnames are spelt otherwise and who may be the same: Khrushchev, Khruschev."""

from collections.abc import Iterator, Sequence
from typing import Final

from rapidfuzz import fuzz

from cables.models import Person
from cables.people.resolution.clusters import has_first_name, year_span, years_apart
from cables.people.resolution.draft import DraftPerson

MIN_SURNAME_SIMILARITY: Final = 78
"""How alike (of 100) two surnames are that sound the same."""
MIN_GIVEN_SIMILARITY: Final = 80
MAX_YEARS_APART: Final = 6
"""Years that may lie between."""
MOST_PAIRS: Final = 6
"""Pairs of one person: a name that is like everybody's is like nobody's."""


def similar_surname_pairs(people: Sequence[DraftPerson]) -> Iterator[tuple[int, int, str]]:
    """Yield the keys of persons with others whose surname is another and sounds the same.

    Args:
        people: As they have just been stored.
    """
    stored = Person.objects.in_bulk(
        [one.pk for one in people if one.pk and not one.lacks_first_name]
    )
    sounds = {row.sound for row in stored.values() if len(row.sound) > 1}
    by_sound: dict[str, list[Person]] = {}
    fields = ("surname", "given", "sound", "country_code", "first_created", "last_created")
    for other in Person.objects.filter(sound__in=sounds).only(*fields).order_by("pk"):
        by_sound.setdefault(other.sound, []).append(other)
    for one in people:
        if row := stored.get(one.pk or 0):
            found = [
                other for other in by_sound.get(row.sound, ()) if _may_be_same_person(row, other)
            ]
            if len(found) <= MOST_PAIRS:
                yield from ((row.pk, other.pk, "nearly the same name") for other in found)


def _may_be_same_person(one: Person, other: Person) -> bool:
    """Tell whether two stored persons of different surnames may be one."""
    if one.surname == other.surname or one.country_code != other.country_code:
        return False
    if not (has_first_name(one.given) and has_first_name(other.given)):
        return False
    first, second = (name.given.partition(" ")[0] for name in (one, other))
    return (
        first[0] == second[0]
        and fuzz.ratio(first, second) >= MIN_GIVEN_SIMILARITY
        and fuzz.ratio(one.surname, other.surname) >= MIN_SURNAME_SIMILARITY
        and years_apart(_years_named(one), _years_named(other)) <= MAX_YEARS_APART
    )


def _years_named(one: Person) -> tuple[int, int]:
    """Return the years in which somebody is named."""
    return year_span(day.year for day in (one.first_created, one.last_created) if day)
