"""Lists of people by the first letters of their surname, by country and by role."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from string import ascii_lowercase
from typing import Final

from django.core.paginator import EmptyPage, Page, Paginator
from django.db.models import QuerySet
from django.urls import reverse

from cables.models import Person
from cables.people.counts import ROLES, PeopleCounts, prefix_condition

PAGE_SIZE: Final = 100
DEEPEST_PAGE: Final = 500
"""Beyond it, offsets get expensive; first letters reach everyone in fewer steps."""
OTHER_LETTERS: Final = "other"
"""In URLs: surnames that do not begin with A to Z."""
LONGEST_PREFIX: Final = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class PeopleList:
    """A list of people with its title and URL."""

    people: QuerySet[Person]
    """In any order."""
    total: int
    """Counted beforehand, so that pages do not count again."""
    title: str
    url: str
    """Of the first page."""
    note: str = ""
    next_letters: Mapping[str, int] = field(default_factory=dict)
    """Prefixes with one more letter, each with its number of people; empty for a short list."""

    def page(self, number: int) -> Page[Person]:
        """Return a page, in order of surnames.

        Raises:
            EmptyPage: There is no such page, or it is too deep.
        """
        if number > DEEPEST_PAGE:
            raise EmptyPage
        paginator = Paginator(range(self.total), PAGE_SIZE)
        positions = paginator.page(number)
        # Keys alone are skipped over in an index; whole rows would be read to be skipped.
        ordered = self.people.order_by("surname", "given", "slug").values_list("pk", flat=True)
        keys = list(ordered[max(positions.start_index() - 1, 0) : positions.end_index()])
        people = Person.objects.in_bulk(keys)
        rows = [people[key] for key in keys]
        return Page(rows, number, paginator)  # type: ignore[arg-type] # pages of positions


def list_by_letters(letters: str, counts: PeopleCounts) -> PeopleList | None:
    """Return the people whose surnames begin with some letters; None if there is no such list.

    A single letter always has a list, even if it is empty.
    """
    url = reverse("people-letters", kwargs={"letters": letters})
    if letters == OTHER_LETTERS:
        others = Person.objects.filter(initial="#")
        total = counts.letters.get("#", 0)
        return PeopleList(people=others, total=total, title="Other", url=url) if total else None
    total = counts.by_prefix(letters)
    if not total and len(letters) > 1:
        return None
    is_long = total > PAGE_SIZE and len(letters) < LONGEST_PREFIX
    return PeopleList(
        people=Person.objects.filter(**prefix_condition(letters)),
        total=total,
        title=letters.capitalize(),
        url=url,
        next_letters=counts.by_next_letter(letters) if is_long else {},
    )


def list_by_country(slug: str, counts: PeopleCounts) -> PeopleList | None:
    """Return the people mentioned most by a country's posts; None for an unknown country."""
    country = counts.countries.get(slug)
    if country is None:
        return None
    return PeopleList(
        people=Person.objects.filter(country=country.name),
        total=country.people,
        title=country.name,
        url=reverse("people-country", kwargs={"country": slug}),
        note="Mentioned most by posts in this country.",
    )


def list_by_role(slug: str, counts: PeopleCounts) -> PeopleList | None:
    """Return the people who have a role in cables; None for an unknown role."""
    role = next((role for role in ROLES if role.slug == slug), None)
    if role is None:
        return None
    return PeopleList(
        people=Person.objects.filter(**{role.flag: True}),
        total=counts.roles[slug],
        title=role.heading,
        url=reverse("people-role", kwargs={"role": slug}),
        note=f"{role.note.capitalize()}.",
    )


def letter_index(counts: PeopleCounts) -> list[tuple[str, str, int]]:
    """Return the letters of the index: as shown, as in URLs, and the number of people."""
    letters = counts.letters
    index = [(letter.upper(), letter, letters.get(letter, 0)) for letter in ascii_lowercase]
    return [*index, ("Other", OTHER_LETTERS, letters["#"])] if letters.get("#") else index
