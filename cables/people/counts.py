"""Counts of people, cached in this process until names are resolved again.

They change only with a load. Several pages show the numbers of people by letter, country and role,
and each page of a person's cables needs the counts of that person.
"""

import re
from dataclasses import dataclass
from functools import cached_property, lru_cache
from string import ascii_lowercase
from typing import Final

from django.db.models import Count, F, Max, Value
from django.db.models.functions import StrIndex, Substr
from django.utils.text import slugify

from cables.models import Person, ResolutionRun
from cables.names.comparison import fold_name, name_key
from cables.people.profile import build_profile

MOST_NAMED: Final = 12
LAST_LETTERS: Final = "z" * 30
LETTER: Final = re.compile("[a-z]")
PREFIXES_KEPT: Final = 1000
PERSONS_KEPT: Final = 500
"""Profiles in the cache, ten kilobytes each."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PersonRole:
    """A role in which cables name people, with a list of its own."""

    slug: str
    flag: str
    """The column that says whether a person has the role."""
    heading: str
    note: str


ROLES: Final = (
    PersonRole(
        slug="classified-by",
        flag="is_classifier",
        heading="Classifying officers",
        note="named in the “Classified By” line",
    ),
    PersonRole(
        slug="signer",
        flag="is_signer",
        heading="Signers",
        note="whose name is at the end of a cable",
    ),
    PersonRole(
        slug="named-in-tags",
        flag="is_tagged",
        heading="People named in TAGS",
        note="after a code, as in OVIP (DOE, JANE)",
    ),
    PersonRole(
        slug="mentioned",
        flag="is_mentioned",
        heading="People mentioned",
        note="in the text of a cable",
    ),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class CountryCount:
    """A country, and the number of people mentioned mostly by its posts."""

    name: str
    slug: str
    people: int


class PeopleCounts:
    """The counts of one state of the collection, each computed on first use."""

    def __init__(self) -> None:
        self.by_prefix = lru_cache(maxsize=PREFIXES_KEPT)(_count_by_prefix)
        self.by_next_letter = lru_cache(maxsize=PREFIXES_KEPT)(_count_by_next_letter)
        self.profile = lru_cache(maxsize=PERSONS_KEPT)(build_profile)

    @cached_property
    def letters(self) -> dict[str, int]:
        """Numbers of people by first letter of the surname without particles: `a` to `z`, `#`."""
        counts = self.by_next_letter("")
        return {
            **{letter: counts[letter] for letter in ascii_lowercase if letter in counts},
            "#": Person.objects.filter(initial="#").count(),
        }

    @cached_property
    def total(self) -> int:
        return Person.objects.count()

    @cached_property
    def countries(self) -> dict[str, CountryCount]:
        """Countries by slug, ordered by name."""
        rows = Person.objects.order_by("country").values_list("country")
        counts = rows.exclude(country="").annotate(people=Count("pk"))
        return {
            slugify(name): CountryCount(name=name, slug=slugify(name), people=people)
            for name, people in counts
        }

    @cached_property
    def roles(self) -> dict[str, int]:
        """Numbers of people by slug of the role; a person may have several."""
        return {role.slug: Person.objects.filter(**{role.flag: True}).count() for role in ROLES}

    @cached_property
    def most_named(self) -> tuple[int, ...]:
        """Primary keys of the people named in most cables."""
        ordered = Person.objects.order_by("-cable_count", "pk")
        return tuple(ordered.values_list("pk", flat=True)[:MOST_NAMED])

    @cached_property
    def surnames(self) -> tuple[str, ...]:
        """Distinct folded surnames, in alphabetical order."""
        return tuple(
            Person.objects.order_by("surname").values_list("surname", flat=True).distinct()
        )

    @cached_property
    def surnames_by_word(self) -> dict[str, tuple[str, ...]]:
        """Words of surnames of several words, each with the surnames that contain it.

        A surname is folded into one word, `vanderleyden`, but a reader may search for Leyden.
        """
        surnames: dict[str, set[str]] = {}
        space, comma = StrIndex("sort_name", Value(" ")), StrIndex("sort_name", Value(","))
        people = Person.objects.order_by().annotate(space=space, comma=comma)
        several_words = people.filter(space__gt=0, space__lt=F("comma"))
        for sort_name in several_words.values_list("sort_name", flat=True):
            printed = sort_name.partition(",")[0]
            surname = name_key(printed, surname_only=True).surname
            for word in fold_name(printed).split():
                surnames.setdefault(word, set()).add(surname)
        return {word: tuple(sorted(surnames[word])) for word in sorted(surnames)}

    @cached_property
    def given_names_by_word(self) -> dict[str, tuple[str, ...]]:
        """Words of given names in alphabetical order, each with the given names that contain it."""
        given_names: dict[str, list[str]] = {}
        rows = Person.objects.order_by().values_list("given", flat=True)
        for given in rows.distinct():
            for word in given.split():
                given_names.setdefault(word, []).append(given)
        return {word: tuple(given_names[word]) for word in sorted(given_names)}


def _count_by_prefix(prefix: str) -> int:
    """Count the people whose surname begins with a prefix."""
    return Person.objects.filter(**prefix_condition(prefix)).count()


def _count_by_next_letter(prefix: str) -> dict[str, int]:
    """Count the people whose surname begins with a prefix, by the prefix and the next letter."""
    people = Person.objects.filter(**prefix_condition(prefix)) if prefix else Person.objects.all()
    letters = Substr("surname", 1, len(prefix) + 1)
    rows = people.order_by().values_list(letters).annotate(people=Count("pk"))
    counts = {letters: number for letters, number in rows if LETTER.fullmatch(letters[-1:])}
    return {letters: counts[letters] for letters in sorted(counts) if letters != prefix}


def prefix_condition(prefix: str, column: str = "surname") -> dict[str, str]:
    """Return conditions on a folded name that can use an index; LIKE would read every name.

    The upper bound is a run of the last letter, not the character after z: a PostgreSQL collation
    may sort that one before a.
    """
    return {f"{column}__gte": prefix, f"{column}__lte": f"{prefix}{LAST_LETTERS}"}


def people_counts() -> PeopleCounts:
    """Return the counts of the present state; this takes one query."""
    return _counts_of_run(ResolutionRun.objects.aggregate(last=Max("pk"))["last"] or 0)


@lru_cache(maxsize=1)
def _counts_of_run(_key: int) -> PeopleCounts:
    return PeopleCounts()


def forget_people_counts() -> None:
    """Empty the cache; for tests, which reuse primary keys."""
    _counts_of_run.cache_clear()
