"""Draft people: all mentions of one person, before they are saved as a row."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any, Final

from django.utils.text import slugify

from cables.models import Mention
from cables.names.comparison import fold_name, sort_name_with_surname
from cables.names.phonetics import phonetic_key
from cables.people.resolution.clusters import fullness, group_by, has_first_name, year_span
from cables.people.resolution.occurrences import Occurrence

MOST_TITLES: Final = 40
MOST_ALIASES: Final = 40
LETTERS: Final = frozenset("ABCDEFGHIJKLMNOPQRSTUVWXYZ")
LONGEST_NAME: Final = 200
LONGEST_SOUND: Final = 60


@dataclass(slots=True, eq=False, kw_only=True)
class DraftPerson:
    """A person, before it is known whether the database has a row for them."""

    occurrences: list[Occurrence]
    """At least one."""
    corrected_name: str = ""
    """The name given by a correction; empty if there is none."""
    is_split_off: bool = False
    """Whether a correction has split them from another person of the same name."""
    slug: str = ""
    """Empty until assigned."""
    pk: int | None = None
    name_forms: set[tuple[str, str]] = field(init=False)
    """All forms of surname and given names."""
    surname: str = field(init=False)
    given: str = field(init=False)
    country: str = field(init=False)
    """Code of the country whose posts name the person most."""
    countries: set[str] = field(init=False)
    years: tuple[int, int] = field(init=False)
    name: str = field(init=False)

    def __post_init__(self) -> None:
        self.recompute()

    def recompute(self) -> None:
        """Derive names, countries and years from the occurrences."""
        self.occurrences.sort(key=lambda row: row.pk)
        self.name_forms = {(row.surname, row.given) for row in self.occurrences}
        self.name = self.corrected_name or _most_used_name(self.occurrences)
        self.surname, self.given = _fullest_form(self.occurrences)
        cables = {row.cable: row.country for row in self.occurrences}
        self.countries = set(cables.values())
        self.years = year_span(row.created.year for row in self.occurrences if row.created)
        places = Counter(cables.values())
        self.country = min(places, key=lambda country: (-places[country], country))

    def merge(self, other: "DraftPerson") -> None:
        """Take over the occurrences of another person, but keep this one's name."""
        names = self.name, self.surname, self.given
        self.occurrences += other.occurrences
        self.recompute()
        self.name, self.surname, self.given = names

    @property
    def lacks_first_name(self) -> bool:
        return not has_first_name(self.given)

    def sort_key(self) -> tuple[Any, ...]:
        """Return a sort key; the person in most cables sorts first."""
        dates = [row.created for row in self.occurrences if row.created]
        cables = len({row.cable for row in self.occurrences})
        first = min(dates, default=date.max)
        return (-cables, first, self.surname, self.given, self.country, self.name)

    def preferred_slugs(self, countries: Mapping[str, str]) -> tuple[str, ...]:
        """Return suitable slugs, best first: the name; the name and country.

        A bare surname always includes the country, since it identifies nobody in particular.
        """
        name = self.corrected_name if self.is_split_off else _most_used_name(self.occurrences)
        plain = slugify(name) or slugify(fold_name(name)) or f"person-{name.encode().hex()[:40]}"
        place = slugify(countries.get(self.country, ""))
        if not place:
            return (plain,)
        return (f"{plain}-{place}",) if self.lacks_first_name else (plain, f"{plain}-{place}")


def _fullest_form(rows: Iterable[Occurrence]) -> tuple[str, str]:
    """Return the folded surname and given names of the fullest form of the name."""
    counts = Counter((row.surname, row.given) for row in rows)
    return max(counts, key=lambda key: (fullness(key[1])[:2], counts[key], key))


def _most_used_name(rows: Iterable[Occurrence]) -> str:
    """Return the name that most cables use, preferably one with a first name."""
    cables: dict[str, set[int]] = defaultdict(set)
    given: dict[str, str] = {}
    for row in rows:
        cables[row.name].add(row.cable)
        given[row.name] = row.given
    return min(
        cables,
        key=lambda name: (
            not has_first_name(given[name]),
            name.isupper(),
            -len(cables[name]),
            -len(name),
            name,
        ),
    )


def person_fields(draft: DraftPerson, countries: Mapping[str, str]) -> dict[str, Any]:
    """Return the fields of a person, except the slug."""
    dates = [row.created for row in draft.occurrences if row.created]
    roles = {row.role for row in draft.occurrences}
    aliases = _other_names(draft)
    sorted_as = sort_name_with_surname(draft.name, draft.surname)
    return {
        "name": draft.name[:LONGEST_NAME],
        "sort_name": sorted_as[:LONGEST_NAME],
        "aliases": aliases,
        "surname": draft.surname,
        "given": draft.given,
        "initial": _index_letter(sorted_as),
        "search_key": " ".join(dict.fromkeys(fold_name(" ".join((draft.name, *aliases))).split())),
        "sound": phonetic_key(draft.surname)[:LONGEST_SOUND],
        "titles": _count_titles(draft.occurrences),
        "country_code": draft.country,
        "country": countries.get(draft.country, ""),
        "first_created": min(dates, default=None),
        "last_created": max(dates, default=None),
        "cable_count": len({row.cable for row in draft.occurrences}),
        "mention_count": len(draft.occurrences),
        "is_classifier": Mention.Role.CLASSIFIED_BY in roles,
        "is_signer": Mention.Role.SIGNER in roles,
        "is_tagged": Mention.Role.TAGGED in roles,
        "is_mentioned": Mention.Role.MENTIONED in roles,
    }


def _index_letter(name: str) -> str:
    """Return the letter of a name in an index; # if it is not A to Z."""
    letter = fold_name(name)[:1].upper()
    return letter if letter in LETTERS else "#"


def _other_names(draft: DraftPerson) -> list[str]:
    """Return the spellings that differ from the name, most frequent first."""
    counts = Counter(form for row in draft.occurrences for form in (row.printed, row.name))
    kept: dict[str, str] = {draft.name.casefold(): draft.name}
    for form in sorted(counts, key=lambda form: (form.isupper(), -counts[form], form)):
        kept.setdefault(form.casefold(), form)
    return list(kept.values())[1 : MOST_ALIASES + 1]


def _count_titles(rows: Iterable[Occurrence]) -> list[list[Any]]:
    """Return [title as printed, first day, last day, mentions], most frequent first."""
    titled = group_by((row for row in rows if row.title), lambda row: row.title.casefold())
    titles: list[list[Any]] = []
    for same in titled.values():
        counts = Counter(row.title for row in same)
        days = [row.created.isoformat() for row in same if row.created]
        shown = min(counts, key=lambda title: (title.isupper(), -counts[title], title))
        titles.append([shown, min(days, default=""), max(days, default=""), len(same)])
    return sorted(titles, key=lambda entry: (-entry[3], entry[0]))[:MOST_TITLES]
