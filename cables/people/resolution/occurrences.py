"""What the database knows of a few surnames: every place that names them, cable by cable."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass, field
from datetime import date
from typing import NamedTuple

from cables.models import Mention, ProtectedName
from cables.names.comparison import NameKey
from cables.names.offices import is_american, is_public, offices
from cables.people.resolution.clusters import UNKNOWN_YEAR, Use

OWN_ROLES = {Mention.Role.CLASSIFIED_BY, Mention.Role.SIGNER}


class Row(NamedTuple):
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
class Sightings:
    """Rows by the use that they are of, and the names that cables protect."""

    rows: dict[Use, list[Row]] = field(default_factory=dict)
    protected: dict[Use, str] = field(default_factory=dict)
    """Uses in cables that ask to protect the name, with the name; they have no rows."""

    @property
    def uses(self) -> set[Use]:
        """All uses of the surnames."""
        return {*self.rows, *self.protected}


def sightings(surnames: Collection[str]) -> Sightings:
    """Return what stands of some surnames."""
    found = Sightings()
    for (_cable, key), rows in by_cable(rows_of(surnames)).items():
        found.rows.setdefault(use_of(key, rows), []).extend(rows)
    marked = ProtectedName.objects.filter(surname__in=surnames).order_by("pk")
    columns = ("name", "surname", "given", "cable__created", "cable__origin__country_code")
    for name, surname, given, created, country in marked.values_list(*columns):
        use = Use(
            surname=surname,
            given=given,
            country=country or "",
            year=created.year if created else UNKNOWN_YEAR,
            offices=(),
            american=False,
        )
        found.protected[use] = min(name, found.protected.get(use, name))
    return found


def rows_of(surnames: Collection[str]) -> Iterator[Row]:
    """Yield the mentions of some surnames, in an order that no load alters."""
    rows = Mention.found.filter(surname__in=surnames).order_by("surname", "given", "pk")
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
        yield Row._make((*values[:-2], created.date() if created else None, country or ""))


def by_cable(rows: Iterable[Row]) -> dict[tuple[int, NameKey], list[Row]]:
    """Group mentions by cable and name: within a cable it is already known who is who."""
    found: dict[tuple[int, NameKey], list[Row]] = defaultdict(list)
    for row in rows:
        found[row.cable, NameKey(row.surname, row.given)].append(row)
    return found


def use_of(key: NameKey, rows: list[Row]) -> Use:
    """Return what one cable says of a name."""
    first = rows[0]
    titles = {row.title for row in rows if row.title}
    return Use(
        surname=key.surname,
        given=key.given,
        country=first.country,
        year=first.created.year if first.created else UNKNOWN_YEAR,
        offices=tuple(sorted({office for title in titles for office in offices(title)})),
        american=any(row.role in OWN_ROLES for row in rows) or any(map(is_american, titles)),
    )


def is_named_in_public(rows: Iterable[Row]) -> bool:
    """Tell whether somebody is named in a header, in TAGS or with an office."""
    return any(row.role != Mention.Role.MENTIONED or is_public(row.title) for row in rows)
