"""What the stored cables say of one person: names and titles, years, posts, and with whom.

Each is one statement over the person's own mentions, so that a page about somebody whom five
thousand paragraphs name costs little more than one about somebody named twice.
"""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from typing import Final

from django.db.models import CharField, Count, Max, Min
from django.db.models.functions import Cast, Substr

from cables.models import Cable, Mention, Person, Post

MOST_FORMS: Final = 40
"""Spellings of a name, and titles, the most frequent ones; beyond are slips of the pen."""
MOST_POSTS: Final = 40
MOST_NAMED_WITH: Final = 24
NEWEST_PARAGRAPHS: Final = 5000
"""Paragraphs, the newest stored, over which people named together are counted; the join behind it
grows with them, and a president's tens of thousands would tell no more."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PrintedForm:
    """A name or a title as cables print it, and when."""

    text: str
    mentions: int
    first: date | None
    """Of the oldest dated cable that prints it; None where none has a date."""
    last: date | None

    def merged_with(self, other: "PrintedForm") -> "PrintedForm":
        """Join what is counted of the same words twice."""
        firsts = [one for one in (self.first, other.first) if one]
        lasts = [one for one in (self.last, other.last) if one]
        return replace(
            self,
            mentions=self.mentions + other.mentions,
            first=min(firsts, default=None),
            last=max(lasts, default=None),
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class PersonProfile:
    """All that is counted of one person."""

    names: tuple[PrintedForm, ...]
    """Forms of the name, the most frequent first."""
    roles: Mapping[str, int]
    """Mentions by role, the weightiest role first."""
    distribution: "CableDistribution"
    named_with: tuple[tuple[Person, int], ...]
    """Whom the same paragraphs name most, and how many do; name and slug alone are fetched."""


@dataclass(frozen=True, slots=True, kw_only=True)
class CableDistribution:
    """Over which years and posts the cables that name a person are spread."""

    cables: int
    years: Mapping[int, int]
    """Cables by year, the dated ones alone."""
    posts: tuple[tuple[Post, int], ...]
    """Posts with their cables, most first."""


def build_profile(person: Person) -> PersonProfile:
    """Count everything; asked for by `people_counts`, which keeps the answers."""
    return PersonProfile(
        names=tuple(_names_printed(person)),
        roles=_role_counts(person),
        distribution=_cable_distribution(person),
        named_with=tuple(_people_named_with(person)),
    )


def _names_printed(person: Person) -> list[PrintedForm]:
    """Count the forms in which cables print a person's name, the most frequent first."""
    found: dict[str, PrintedForm] = {}
    counted = person.mentions.order_by().values("printed")
    rows = counted.annotate(
        times=Count("pk"), first=Min("cable__created"), last=Max("cable__created")
    )
    for row in rows.order_by("-times", "printed")[:MOST_FORMS]:
        text = " ".join(row["printed"].split())
        one = PrintedForm(
            text=text, mentions=row["times"], first=_day_of(row["first"]), last=_day_of(row["last"])
        )
        found[text] = found[text].merged_with(one) if text in found else one
    return sorted(found.values(), key=lambda one: (-one.mentions, one.text))


def _role_counts(person: Person) -> dict[str, int]:
    """Count a person's mentions by role, the weightiest role first."""
    rows = person.mentions.order_by().values_list("role").annotate(times=Count("pk"))
    counts = dict(rows)
    return {role.value: counts[role] for role in Mention.Role if role in counts}


def titles_printed(person: Person) -> list[PrintedForm]:
    """Return a person's titles as they were counted when it was settled who is who."""
    return [
        PrintedForm(text=text, mentions=mentions, first=_parse_day(first), last=_parse_day(last))
        for text, first, last, mentions in person.titles[:MOST_FORMS]
    ]


def _day_of(moment: datetime | None) -> date | None:
    """Return the day of a moment, where there is one."""
    return moment.date() if moment else None


def _parse_day(written: str | None) -> date | None:
    """Read a stored day; none where no cable with that title has a date."""
    return date.fromisoformat(written) if written else None


def _cable_distribution(person: Person) -> CableDistribution:
    """Count the cables that name a person by year and post, in one statement."""
    years: Counter[int] = Counter()
    posts: Counter[int] = Counter()
    undated = 0
    named = Cable.objects.filter(pk__in=person.mentions.order_by().values("cable"))
    year = Substr(Cast("created", CharField()), 1, len("2007"))  # no call into Python a row
    rows = named.order_by().values_list("origin", year).annotate(cables=Count("pk"))
    for post, written, cables in rows:
        if written:
            years[int(written)] += cables
        else:
            undated += cables
        if post:
            posts[post] += cables
    most = posts.most_common(MOST_POSTS)
    known = Post.objects.in_bulk([pk for pk, _ in most])
    return CableDistribution(
        cables=years.total() + undated,
        years=dict(sorted(years.items())),
        posts=tuple((known[pk], cables) for pk, cables in most),
    )


def _people_named_with(person: Person) -> list[tuple[Person, int]]:
    """Return the people whom the same paragraphs name most, and in how many."""
    places = person.mentions.filter(paragraph__isnull=False).order_by("-pk").values("paragraph")
    counted = (
        Mention.objects.filter(paragraph__in=places[:NEWEST_PARAGRAPHS])
        .exclude(person=person)
        .order_by()
        .values("person")
        .annotate(together=Count("paragraph", distinct=True))
        .order_by("-together", "person")[:MOST_NAMED_WITH]
    )
    together = {row["person"]: row["together"] for row in counted}
    people = Person.objects.only("name", "slug").in_bulk(together)
    return [(people[pk], paragraphs) for pk, paragraphs in together.items()]


ROLE_COUNT_PHRASES: Final = {
    Mention.Role.CLASSIFIED_BY.value: ("classified {} cable", "classified {} cables"),
    Mention.Role.SIGNER.value: ("signed {} cable", "signed {} cables"),
    Mention.Role.TAGGED.value: ("named in TAGS once", "named in TAGS {} times"),
    Mention.Role.MENTIONED.value: ("mentioned once", "mentioned {} times"),
}
"""A role with how often somebody has it: once, and more often."""
ROLE_PHRASES: Final = {
    Mention.Role.CLASSIFIED_BY.value: "classified this cable",
    Mention.Role.SIGNER.value: "signed it",
    Mention.Role.TAGGED.value: "named in its TAGS",
}
"""A role in one cable; who is mentioned stands in an excerpt."""


def describe_roles(roles: Mapping[str, int]) -> str:
    """Return all roles of a person: `Signed 12 cables, mentioned 40 times`."""
    said = (
        ROLE_COUNT_PHRASES[role][times > 1].format(f"{times:,}") for role, times in roles.items()
    )
    return _upper_first(", ".join(said))


def describe_roles_in_cable(roles: Sequence[str]) -> str:
    """Return the roles of a person in one cable: `classified this cable, signed it`."""
    return ", ".join(ROLE_PHRASES[role] for role in roles if role in ROLE_PHRASES)


def person_description(person: Person, where: CableDistribution) -> str:
    """Return one sentence for previews: who, and in how many cables of which years and posts."""
    who = f"{person.name}, {person.titles[0][0]}" if person.titles else person.name
    cables = f"{where.cables:,} cable{'s' if where.cables != 1 else ''}"
    years = sorted(where.years)
    when = f" of {years[0]}" if years else ""
    if len(years) > 1:
        when += f" to {years[-1]}"
    whence = f", most from {where.posts[0][0].name}" if where.posts else ""
    return f"{who}: named in {cables}{when}{whence}; every paragraph, newest first."


def _upper_first(words: str) -> str:
    """Return words with a capital at the beginning, the rest as it is."""
    return words[:1].upper() + words[1:]
