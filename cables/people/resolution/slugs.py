"""Which address belongs to whom: those who have one keep it, and nobody gets another's."""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain, count
from typing import Final

from cables.models import FormerSlug, Person
from cables.people.resolution.clusters import UNKNOWN_YEAR, apart, is_full, span
from cables.people.resolution.draft import Somebody
from cables.people.resolution.grouping import grouped

LONGEST_SLUG: Final = 190
"""Leaves room for a number behind it."""
STATEMENT: Final = 500
"""Values a statement: one surname may have thousands of bearers."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Holder:
    """Who was known by an address when it was last settled."""

    slug: str
    pk: int | None
    """The person's row; None for a former address."""
    surname: str
    given: str
    country: str
    years: tuple[int, int] = (UNKNOWN_YEAR, UNKNOWN_YEAR)


def holders(people: Iterable[Person], former: Iterable[FormerSlug]) -> list[Holder]:
    """Return who holds which address: persons first, then those who were joined to others."""
    now = [
        Holder(
            slug=one.slug,
            pk=one.pk,
            surname=one.surname,
            given=one.given,
            country=one.country_code,
            years=span(day.year for day in (one.first_created, one.last_created) if day),
        )
        for one in people
    ]
    before = [
        Holder(
            slug=one.slug,
            pk=None,
            surname=one.surname,
            given=one.given,
            country=one.country_code,
        )
        for one in former
    ]
    return [*now, *before]


def holder_of(one: Somebody) -> Holder:
    """Return somebody as the holder of an address."""
    return Holder(
        slug=one.slug,
        pk=None,
        surname=one.surname,
        given=one.given,
        country=one.country,
        years=one.years,
    )


def give_back(
    somebodies: Sequence[Somebody], held: Sequence[Holder], parts: Collection[str]
) -> list[Holder]:
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
        (like(one, holder), one.rank(), holder.slug, one, holder)
        for one, holder in known_as(somebodies, held)
    ]
    for _, _, slug, one, holder in sorted(likeness, key=lambda pair: pair[:3]):
        if (
            slug in left
            and slug not in parts
            and not one.slug
            and one.is_short == (not is_full(holder.given))
        ):
            one.slug, one.pk = slug, holder.pk
            del left[slug]
    return list(left.values())


def known_as(
    somebodies: Iterable[Somebody], held: Iterable[Holder]
) -> Iterator[tuple[Somebody, Holder]]:
    """Yield everybody with each address that can be theirs."""
    by_name = grouped(held, lambda holder: (holder.surname, holder.given))
    for one in somebodies:
        for name in one.forms:
            for holder in by_name.get(name, ()):
                if holder.given or holder.country in one.countries:
                    yield one, holder


def like(one: Somebody, holder: Holder) -> tuple[bool, bool, bool, bool, int]:
    """Return how unlike somebody is to the holder of an address, in the order that counts."""
    return (
        holder.pk is None,
        (holder.surname, holder.given) != (one.surname, one.given),
        holder.country != one.country,
        holder.country not in one.countries,
        apart(one.years, holder.years),
    )


def heirs(
    left: Iterable[Holder], somebodies: Iterable[Somebody]
) -> Iterator[tuple[Holder, Somebody]]:
    """Yield who has the mentions of each holder now, for an address to lead to them."""
    possible = grouped(known_as(somebodies, left), lambda pair: pair[1])
    for holder, pairs in possible.items():
        yield (
            holder,
            min((one for one, _ in pairs), key=lambda one: (like(one, holder), one.rank())),
        )


def give_new(somebodies: Iterable[Somebody], countries: Mapping[str, str]) -> None:
    """Give an address to those who have none: the name, with the country, with a number."""
    new = sorted((one for one in somebodies if not one.slug), key=Somebody.rank)
    wanted = {one: [slug[:LONGEST_SLUG] for slug in one.natural_slugs(countries)] for one in new}
    taken = taken_among(chain.from_iterable(wanted.values()))
    taken |= {one.slug for one in somebodies if one.slug}
    for one, slugs in wanted.items():
        numbered = (f"{slugs[-1]}-{number}" for number in count(2))
        one.slug = next(
            slug
            for slug in chain(slugs, numbered)
            if slug not in taken and (slug in slugs or not taken_among([slug]))
        )
        taken.add(one.slug)


def taken_among(slugs: Iterable[str]) -> set[str]:
    """Return the addresses that somebody has or had."""
    wanted = sorted(set(slugs))
    taken: set[str] = set()
    for at in range(0, len(wanted), STATEMENT):
        chunk = wanted[at : at + STATEMENT]
        for model in (Person, FormerSlug):
            rows = model._default_manager.filter(slug__in=chunk).order_by()  # noqa: SLF001
            taken.update(rows.values_list("slug", flat=True))
    return taken
