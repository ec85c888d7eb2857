"""Slugs of people: existing ones are kept, and nobody gets another person's."""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain, count
from typing import Final

from cables.models import FormerSlug, Person
from cables.people.resolution.clusters import (
    UNKNOWN_YEAR,
    group_by,
    has_first_name,
    year_span,
    years_apart,
)
from cables.people.resolution.draft_person import DraftPerson

LONGEST_SLUG: Final = 190
"""Leaves space for a number at the end."""
VALUES_PER_STATEMENT: Final = 500
"""A surname may be shared by thousands of people."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SlugOwner:
    """The person who had a slug after the last run."""

    slug: str
    pk: int | None
    """The person's row; None for a former slug."""
    surname: str
    given: str
    country: str
    years: tuple[int, int] = (UNKNOWN_YEAR, UNKNOWN_YEAR)


def slug_owners(people: Iterable[Person], former: Iterable[FormerSlug]) -> list[SlugOwner]:
    """Return the owners of slugs: current people first, then those merged into others."""
    current = [
        SlugOwner(
            slug=person.slug,
            pk=person.pk,
            surname=person.surname,
            given=person.given,
            country=person.country_code,
            years=year_span(day.year for day in (person.first_created, person.last_created) if day),
        )
        for person in people
    ]
    merged = [
        SlugOwner(
            slug=row.slug,
            pk=None,
            surname=row.surname,
            given=row.given,
            country=row.country_code,
        )
        for row in former
    ]
    return [*current, *merged]


def slug_owner_of(draft: DraftPerson) -> SlugOwner:
    """Return a draft person as the owner of their slug."""
    return SlugOwner(
        slug=draft.slug,
        pk=None,
        surname=draft.surname,
        given=draft.given,
        country=draft.country,
        years=draft.years,
    )


def reuse_slugs(
    drafts: Sequence[DraftPerson], owners: Sequence[SlugOwner], reserved: Collection[str]
) -> list[SlugOwner]:
    """Assign existing slugs and rows to the people who had them.

    The slug of a bare surname stays one: a person with a first name gets another slug.

    Args:
        drafts: As resolved by the rules; changed in place.
        owners: Owners of the existing slugs.
        reserved: Slugs that only a correction can assign.

    Returns:
        The owners whose slug nobody has reused.
    """
    unclaimed = {owner.slug: owner for owner in owners}
    ranked = [
        (_dissimilarity(draft, owner), draft.sort_key(), owner.slug, draft, owner)
        for draft, owner in _slug_candidates(drafts, owners)
    ]
    for _, _, slug, draft, owner in sorted(ranked, key=lambda candidate: candidate[:3]):
        if (
            slug in unclaimed
            and slug not in reserved
            and not draft.slug
            and draft.lacks_first_name == (not has_first_name(owner.given))
        ):
            draft.slug, draft.pk = slug, owner.pk
            del unclaimed[slug]
    return list(unclaimed.values())


def _slug_candidates(
    drafts: Iterable[DraftPerson], owners: Iterable[SlugOwner]
) -> Iterator[tuple[DraftPerson, SlugOwner]]:
    """Yield each person with the owners of slugs that the person may reuse."""
    by_name = group_by(owners, lambda owner: (owner.surname, owner.given))
    for draft in drafts:
        for name in draft.name_forms:
            for owner in by_name.get(name, ()):
                if owner.given or owner.country in draft.countries:
                    yield draft, owner


def _dissimilarity(draft: DraftPerson, owner: SlugOwner) -> tuple[bool, bool, bool, bool, int]:
    """Return how much a person differs from the owner of a slug, most important point first."""
    return (
        owner.pk is None,
        (owner.surname, owner.given) != (draft.surname, draft.given),
        owner.country != draft.country,
        owner.country not in draft.countries,
        years_apart(draft.years, owner.years),
    )


def redirects(
    unclaimed: Iterable[SlugOwner], drafts: Iterable[DraftPerson]
) -> Iterator[tuple[SlugOwner, DraftPerson]]:
    """Yield each owner with the person who has the owner's mentions now."""
    candidates = group_by(_slug_candidates(drafts, unclaimed), lambda pair: pair[1])
    for owner, pairs in candidates.items():
        ranked = [(_dissimilarity(draft, owner), draft.sort_key(), draft) for draft, _ in pairs]
        yield owner, min(ranked, key=lambda candidate: candidate[:2])[2]


def assign_new_slugs(drafts: Iterable[DraftPerson], countries: Mapping[str, str]) -> None:
    """Assign slugs to people without one: the name, then with the country, then with a number."""
    new = sorted((draft for draft in drafts if not draft.slug), key=DraftPerson.sort_key)
    preferred = {
        draft: [slug[:LONGEST_SLUG] for slug in draft.preferred_slugs(countries)] for draft in new
    }
    taken = _taken_slugs(chain.from_iterable(preferred.values()))
    taken |= {draft.slug for draft in drafts if draft.slug}
    for draft, slugs in preferred.items():
        numbered = (f"{slugs[-1]}-{number}" for number in count(2))
        draft.slug = next(
            slug
            for slug in chain(slugs, numbered)
            if slug not in taken and (slug in slugs or not _taken_slugs([slug]))
        )
        taken.add(draft.slug)


def _taken_slugs(slugs: Iterable[str]) -> set[str]:
    """Return the slugs that a person has or had."""
    ordered = sorted(set(slugs))
    taken: set[str] = set()
    for start in range(0, len(ordered), VALUES_PER_STATEMENT):
        chunk = ordered[start : start + VALUES_PER_STATEMENT]
        for model in (Person, FormerSlug):
            rows = model._default_manager.filter(slug__in=chunk).order_by()  # noqa: SLF001
            taken.update(rows.values_list("slug", flat=True))
    return taken
