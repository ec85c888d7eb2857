"""Counts of people, each made once and kept in this process until it is settled anew who is who.

That changes with a load and not between two. How many people there are by letter, country and role
stands on several pages; what is counted of one person is wanted by every page of their cables.
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
"""Whose facts are kept, those asked for last: ten kilobytes each."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PersonRole:
    """A way of standing in cables, with the address of its list."""

    slug: str
    flag: str
    """The column that says whether somebody has the role."""
    heading: str
    """Who they are, in words."""
    note: str


ROLES: Final = (
    PersonRole(
        slug="classified-by",
        flag="is_classifier",
        heading="Officers who classified cables",
        note="named in the line “Classified By”",
    ),
    PersonRole(
        slug="signer",
        flag="is_signer",
        heading="Signers",
        note="whose surname stands under a cable",
    ),
    PersonRole(
        slug="named-in-tags",
        flag="is_tagged",
        heading="People named in TAGS",
        note="behind a code, as in OVIP (DOE, JANE)",
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
    """A country whose posts name people more than others do."""

    name: str
    slug: str
    people: int


class PeopleCounts:
    """The counts of one state of the room; each is made when it is first asked for."""

    def __init__(self) -> None:
        self.by_prefix = lru_cache(maxsize=PREFIXES_KEPT)(_count_by_prefix)
        self.by_next_letter = lru_cache(maxsize=PREFIXES_KEPT)(_count_by_next_letter)
        self.profile = lru_cache(maxsize=PERSONS_KEPT)(build_profile)

    @cached_property
    def letters(self) -> dict[str, int]:
        """People by the first letter of the surname, particles left out: `a` to `z`, and `#`."""
        counted = self.by_next_letter("")
        return {
            **{letter: counted[letter] for letter in ascii_lowercase if letter in counted},
            "#": Person.objects.filter(initial="#").count(),
        }

    @cached_property
    def total(self) -> int:
        """All people."""
        return Person.objects.count()

    @cached_property
    def countries(self) -> dict[str, CountryCount]:
        """Countries by slug, in the order of their names."""
        rows = Person.objects.order_by("country").values_list("country")
        counted = rows.exclude(country="").annotate(people=Count("pk"))
        return {
            slugify(name): CountryCount(name=name, slug=slugify(name), people=people)
            for name, people in counted
        }

    @cached_property
    def roles(self) -> dict[str, int]:
        """People by the slug of a role; somebody with two roles counts in both."""
        return {one.slug: Person.objects.filter(**{one.flag: True}).count() for one in ROLES}

    @cached_property
    def most_named(self) -> tuple[int, ...]:
        """Primary keys of the people whom most cables name."""
        ordered = Person.objects.order_by("-cable_count", "pk")
        return tuple(ordered.values_list("pk", flat=True)[:MOST_NAMED])

    @cached_property
    def surnames(self) -> tuple[str, ...]:
        """Every surname once, folded, in alphabetical order."""
        return tuple(
            Person.objects.order_by("surname").values_list("surname", flat=True).distinct()
        )

    @cached_property
    def surnames_by_word(self) -> dict[str, tuple[str, ...]]:
        """Every word of surnames of several words, with the surnames that it stands in.

        A surname is folded into one word, `vanderleyden`, and somebody may look for Leyden.
        """
        found: dict[str, set[str]] = {}
        blank, comma = StrIndex("sort_name", Value(" ")), StrIndex("sort_name", Value(","))
        several = Person.objects.order_by().annotate(blank=blank, comma=comma)
        for name in several.filter(blank__gt=0, blank__lt=F("comma")).values_list("sort_name"):
            printed = name[0].partition(",")[0]
            surname = name_key(printed, surname_only=True).surname
            for word in fold_name(printed).split():
                found.setdefault(word, set()).add(surname)
        return {word: tuple(sorted(found[word])) for word in sorted(found)}

    @cached_property
    def given_names_by_word(self) -> dict[str, tuple[str, ...]]:
        """Every word of given names in alphabetical order, with the given names that have it."""
        found: dict[str, list[str]] = {}
        rows = Person.objects.order_by().values_list("given", flat=True)
        for given in rows.distinct():
            for word in given.split():
                found.setdefault(word, []).append(given)
        return {word: tuple(found[word]) for word in sorted(found)}


def _count_by_prefix(prefix: str) -> int:
    """Count people by the first letters of the surname."""
    return Person.objects.filter(**prefix_condition(prefix)).count()


def _count_by_next_letter(prefix: str) -> dict[str, int]:
    """Count people by the first letters of the surname, one letter more than a prefix has."""
    named = Person.objects.filter(**prefix_condition(prefix)) if prefix else Person.objects.all()
    letters = Substr("surname", 1, len(prefix) + 1)
    rows = named.order_by().values_list(letters).annotate(people=Count("pk"))
    found = {letters: people for letters, people in rows if LETTER.fullmatch(letters[-1:])}
    return {letters: found[letters] for letters in sorted(found) if letters != prefix}


def prefix_condition(prefix: str, column: str = "surname") -> dict[str, str]:
    """Return conditions on a folded name that an index answers; LIKE would read every name.

    A row of the last letter bounds it, and not the next character: on PostgreSQL a language's order
    may put the character behind z before a.
    """
    return {f"{column}__gte": prefix, f"{column}__lte": f"{prefix}{LAST_LETTERS}"}


def people_counts() -> PeopleCounts:
    """Return the counts of the room as it is now; one statement tells which state that is."""
    return _of(ResolutionRun.objects.aggregate(last=Max("pk"))["last"] or 0)


@lru_cache(maxsize=1)
def _of(_settled: int) -> PeopleCounts:
    return PeopleCounts()


def forget_people_counts() -> None:
    """Forget every count; for tests, which take back what they stored and store anew."""
    _of.cache_clear()
