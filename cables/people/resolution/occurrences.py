"""All occurrences of a few surnames in the database, grouped by name use."""

from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass, field
from datetime import date
from typing import Final, NamedTuple

from cables.models import Mention, ProtectedName
from cables.names.comparison import NameKey
from cables.names.offices import is_american_office, is_public_office, title_offices
from cables.people.resolution.clusters import UNKNOWN_YEAR, NameUse, group_by

AUTHOR_ROLES: Final = {Mention.Role.CLASSIFIED_BY, Mention.Role.SIGNER}
MENTION_COLUMNS: Final = (
    "pk",
    "person_id",
    "cable_id",
    "surname",
    "given",
    "name",
    "printed",
    "title",
    "role",
    "cable__created",
    "cable__origin__country_code",
)


class Occurrence(NamedTuple):
    """A mention, with the date and country of its cable."""

    pk: int
    person: int | None
    cable: int
    surname: str
    given: str
    name: str
    printed: str
    title: str
    role: str
    created: date | None
    country: str
    """Code of the country whose post wrote the cable."""


@dataclass(slots=True, kw_only=True)
class Occurrences:
    """Mentions by name use, and the names that cables ask to protect."""

    by_use: dict[NameUse, list[Occurrence]] = field(default_factory=dict)
    protected: dict[NameUse, str] = field(default_factory=dict)
    """Protected names by use; these uses have no mentions."""

    @property
    def uses(self) -> set[NameUse]:
        return {*self.by_use, *self.protected}


def find_occurrences(surnames: Collection[str]) -> Occurrences:
    """Fetch all occurrences of some surnames."""
    occurrences = Occurrences()
    # Within a cable, the parser has already found which names belong together.
    by_cable = group_by(
        _fetch_occurrences(surnames),
        lambda row: (row.cable, NameKey(row.surname, row.given)),
    )
    for (_cable, key), rows in by_cable.items():
        occurrences.by_use.setdefault(_name_use(key, rows), []).extend(rows)
    protected = ProtectedName.objects.filter(surname__in=surnames).order_by("pk")
    columns = ("name", "surname", "given", "cable__created", "cable__origin__country_code")
    for name, surname, given, created, country in protected.values_list(*columns):
        use = NameUse(
            surname=surname,
            given=given,
            country=country or "",
            year=created.year if created else UNKNOWN_YEAR,
            offices=(),
            american=False,
        )
        occurrences.protected[use] = min(name, occurrences.protected.get(use, name))
    return occurrences


def _fetch_occurrences(surnames: Collection[str]) -> Iterator[Occurrence]:
    """Yield the mentions of some surnames, in an order that does not depend on loading."""
    rows = Mention.all_objects.filter(surname__in=surnames).order_by("surname", "given", "pk")
    for *columns, created, country in rows.values_list(*MENTION_COLUMNS):
        yield Occurrence._make((*columns, created.date() if created else None, country or ""))


def _name_use(key: NameKey, rows: list[Occurrence]) -> NameUse:
    """Return how one cable uses a name."""
    first = rows[0]
    titles = {row.title for row in rows if row.title}
    return NameUse(
        surname=key.surname,
        given=key.given,
        country=first.country,
        year=first.created.year if first.created else UNKNOWN_YEAR,
        offices=tuple(sorted({office for title in titles for office in title_offices(title)})),
        american=any(row.role in AUTHOR_ROLES for row in rows)
        or any(map(is_american_office, titles)),
    )


def is_named_in_public(rows: Iterable[Occurrence]) -> bool:
    """Return whether any occurrence is in a header, in TAGS or with a public office."""
    return any(row.role != Mention.Role.MENTIONED or is_public_office(row.title) for row in rows)
