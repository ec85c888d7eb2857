"""What the database knows of a few surnames: every place that names them, cable by cable."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass, field
from datetime import date
from typing import NamedTuple

from cables.models import Mention, ProtectedName
from cables.names.comparison import NameKey
from cables.names.offices import is_american_office, is_public_office, title_offices
from cables.people.resolution.clusters import UNKNOWN_YEAR, NameUse

AUTHOR_ROLES = {Mention.Role.CLASSIFIED_BY, Mention.Role.SIGNER}


class Occurrence(NamedTuple):
    """One mention, with what its cable says of place and time."""

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
    """Rows by the use that they are of, and the names that cables protect."""

    by_use: dict[NameUse, list[Occurrence]] = field(default_factory=dict)
    protected: dict[NameUse, str] = field(default_factory=dict)
    """Uses in cables that ask to protect the name, with the name; they have no rows."""

    @property
    def uses(self) -> set[NameUse]:
        """All uses of the surnames."""
        return {*self.by_use, *self.protected}


def find_occurrences(surnames: Collection[str]) -> Occurrences:
    """Return what stands of some surnames."""
    found = Occurrences()
    for (_cable, key), rows in _group_by_cable(_fetch_occurrences(surnames)).items():
        found.by_use.setdefault(_name_use(key, rows), []).extend(rows)
    marked = ProtectedName.objects.filter(surname__in=surnames).order_by("pk")
    columns = ("name", "surname", "given", "cable__created", "cable__origin__country_code")
    for name, surname, given, created, country in marked.values_list(*columns):
        use = NameUse(
            surname=surname,
            given=given,
            country=country or "",
            year=created.year if created else UNKNOWN_YEAR,
            offices=(),
            american=False,
        )
        found.protected[use] = min(name, found.protected.get(use, name))
    return found


def _fetch_occurrences(surnames: Collection[str]) -> Iterator[Occurrence]:
    """Yield the mentions of some surnames, in an order that no load alters."""
    rows = Mention.all_objects.filter(surname__in=surnames).order_by("surname", "given", "pk")
    columns = (
        "pk",
        "person_id",
        "cable_id",
        "surname",
        "given",
        "name",
        "printed",
        "title",
        "role",
    )
    more = ("cable__created", "cable__origin__country_code")
    for values in rows.values_list(*columns, *more):
        created, country = values[-2:]
        yield Occurrence._make((*values[:-2], created.date() if created else None, country or ""))


def _group_by_cable(rows: Iterable[Occurrence]) -> dict[tuple[int, NameKey], list[Occurrence]]:
    """Group mentions by cable and name: within a cable it is already known who is who."""
    found: dict[tuple[int, NameKey], list[Occurrence]] = defaultdict(list)
    for row in rows:
        found[row.cable, NameKey(row.surname, row.given)].append(row)
    return found


def _name_use(key: NameKey, rows: list[Occurrence]) -> NameUse:
    """Return what one cable says of a name."""
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
    """Tell whether somebody is named in a header, in TAGS or with an office."""
    return any(row.role != Mention.Role.MENTIONED or is_public_office(row.title) for row in rows)
