"""Which address belongs to whom: those who have one keep it, and nobody gets another's."""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain, count
from typing import Final

from cables.models import FormerSlug, Person
from cables.people.resolution.clusters import UNKNOWN_YEAR, has_first_name, year_span, years_apart
from cables.people.resolution.draft import DraftPerson
from cables.people.resolution.grouping import group_by

LONGEST_SLUG: Final = 190
"""Leaves room for a number behind it."""
VALUES_PER_STATEMENT: Final = 500
"""Values a statement: one surname may have thousands of bearers."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SlugOwner:
    """Who was known by an address when it was last settled."""

    slug: str
    pk: int | None
    """The person's row; None for a former address."""
    surname: str
    given: str
    country: str
    years: tuple[int, int] = (UNKNOWN_YEAR, UNKNOWN_YEAR)


def slug_owners(people: Iterable[Person], former: Iterable[FormerSlug]) -> list[SlugOwner]:
    """Return who holds which address: persons first, then those who were joined to others."""
    now = [
        SlugOwner(
            slug=one.slug,
            pk=one.pk,
            surname=one.surname,
            given=one.given,
            country=one.country_code,
            years=year_span(day.year for day in (one.first_created, one.last_created) if day),
        )
        for one in people
    ]
    before = [
        SlugOwner(
            slug=one.slug,
            pk=None,
            surname=one.surname,
            given=one.given,
            country=one.country_code,
        )
        for one in former
    ]
    return [*now, *before]


def slug_owner_of(one: DraftPerson) -> SlugOwner:
    """Return somebody as the holder of an address."""
    return SlugOwner(
        slug=one.slug,
        pk=None,
        surname=one.surname,
        given=one.given,
        country=one.country,
        years=one.years,
    )


def reuse_slugs(
    somebodies: Sequence[DraftPerson], held: Sequence[SlugOwner], parts: Collection[str]
) -> list[SlugOwner]:
    """Give those who were known by an address their address, and persons their rows.

    The address of a bare surname stays one: whoever turns out to be meant has another.

    Args:
        somebodies: As the rules have settled them; are altered.
        held: The addresses.
        parts: Addresses that only a correction can give.

    Returns:
        The holders who are nobody any more by themselves.
    """
    left = {one.slug: one for one in held}
    likeness = [
        (_dissimilarity(one, holder), one.sort_key(), holder.slug, one, holder)
        for one, holder in _slug_candidates(somebodies, held)
    ]
    for _, _, slug, one, holder in sorted(likeness, key=lambda pair: pair[:3]):
        if (
            slug in left
            and slug not in parts
            and not one.slug
            and one.lacks_first_name == (not has_first_name(holder.given))
        ):
            one.slug, one.pk = slug, holder.pk
            del left[slug]
    return list(left.values())


def _slug_candidates(
    somebodies: Iterable[DraftPerson], held: Iterable[SlugOwner]
) -> Iterator[tuple[DraftPerson, SlugOwner]]:
    """Yield everybody with each address that can be theirs."""
    by_name = group_by(held, lambda holder: (holder.surname, holder.given))
    for one in somebodies:
        for name in one.name_forms:
            for holder in by_name.get(name, ()):
                if holder.given or holder.country in one.countries:
                    yield one, holder


def _dissimilarity(one: DraftPerson, holder: SlugOwner) -> tuple[bool, bool, bool, bool, int]:
    """Return how unlike somebody is to the holder of an address, in the order that counts."""
    return (
        holder.pk is None,
        (holder.surname, holder.given) != (one.surname, one.given),
        holder.country != one.country,
        holder.country not in one.countries,
        years_apart(one.years, holder.years),
    )


def redirects(
    left: Iterable[SlugOwner], somebodies: Iterable[DraftPerson]
) -> Iterator[tuple[SlugOwner, DraftPerson]]:
    """Yield who has the mentions of each holder now, for an address to lead to them."""
    possible = group_by(_slug_candidates(somebodies, left), lambda pair: pair[1])
    for holder, pairs in possible.items():
        yield (
            holder,
            min(
                (one for one, _ in pairs),
                key=lambda one: (_dissimilarity(one, holder), one.sort_key()),
            ),
        )


def assign_new_slugs(somebodies: Iterable[DraftPerson], countries: Mapping[str, str]) -> None:
    """Give an address to those who have none: the name, with the country, with a number."""
    new = sorted((one for one in somebodies if not one.slug), key=DraftPerson.sort_key)
    wanted = {one: [slug[:LONGEST_SLUG] for slug in one.preferred_slugs(countries)] for one in new}
    taken = _taken_slugs(chain.from_iterable(wanted.values()))
    taken |= {one.slug for one in somebodies if one.slug}
    for one, slugs in wanted.items():
        numbered = (f"{slugs[-1]}-{number}" for number in count(2))
        one.slug = next(
            slug
            for slug in chain(slugs, numbered)
            if slug not in taken and (slug in slugs or not _taken_slugs([slug]))
        )
        taken.add(one.slug)


def _taken_slugs(slugs: Iterable[str]) -> set[str]:
    """Return the addresses that somebody has or had."""
    wanted = sorted(set(slugs))
    taken: set[str] = set()
    for at in range(0, len(wanted), VALUES_PER_STATEMENT):
        chunk = wanted[at : at + VALUES_PER_STATEMENT]
        for model in (Person, FormerSlug):
            rows = model._default_manager.filter(slug__in=chunk).order_by()  # noqa: SLF001
            taken.update(rows.values_list("slug", flat=True))
    return taken
