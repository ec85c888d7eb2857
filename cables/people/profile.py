"""What the cables say of one person: names, titles, years, posts, and people named with them.

Each part is one query over the person's own mentions, so that a page about a person named in five
thousand paragraphs costs little more than one about a person named twice.
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
"""Spellings of a name, and titles, most frequent first; rarer ones are mostly typos."""
MOST_POSTS: Final = 40
MOST_NAMED_WITH: Final = 24
NEWEST_PARAGRAPHS: Final = 5000
"""Limit on the paragraphs, newest first, in which people named together are counted: the join
grows with them, and a president's tens of thousands would add nothing."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PrintedForm:
    """A printed form of a name or a title, and when cables use it."""

    text: str
    mentions: int
    first: date | None
    """Date of the oldest cable that prints it; None if all are undated."""
    last: date | None

    def merged_with(self, other: "PrintedForm") -> "PrintedForm":
        """Add the counts of the same form."""
        firsts = [day for day in (self.first, other.first) if day]
        lasts = [day for day in (self.last, other.last) if day]
        return replace(
            self,
            mentions=self.mentions + other.mentions,
            first=min(firsts, default=None),
            last=max(lasts, default=None),
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class PersonProfile:
    """Everything counted for one person."""

    names: tuple[PrintedForm, ...]
    """Forms of the name, most frequent first."""
    roles: Mapping[str, int]
    """Numbers of mentions by role, most important role first."""
    distribution: "CableDistribution"
    named_with: tuple[tuple[Person, int], ...]
    """People named most in the same paragraphs, with the number of paragraphs; only name and slug
    are fetched."""


@dataclass(frozen=True, slots=True, kw_only=True)
class CableDistribution:
    """Numbers of cables that name a person, by year and post."""

    cables: int
    years: Mapping[int, int]
    """Dated cables by year."""
    posts: tuple[tuple[Post, int], ...]
    """Posts with their numbers of cables, most first."""


def build_profile(person: Person) -> PersonProfile:
    """Count everything; `people_counts` caches the result."""
    return PersonProfile(
        names=tuple(_names_printed(person)),
        roles=_role_counts(person),
        distribution=_cable_distribution(person),
        named_with=tuple(_people_named_with(person)),
    )


def _names_printed(person: Person) -> list[PrintedForm]:
    """Count the printed forms of a person's name, most frequent first."""
    forms: dict[str, PrintedForm] = {}
    rows = person.mentions.order_by().values("printed")
    counts = rows.annotate(
        times=Count("pk"), first=Min("cable__created"), last=Max("cable__created")
    )
    for row in counts.order_by("-times", "printed")[:MOST_FORMS]:
        text = " ".join(row["printed"].split())
        form = PrintedForm(
            text=text, mentions=row["times"], first=_day_of(row["first"]), last=_day_of(row["last"])
        )
        forms[text] = forms[text].merged_with(form) if text in forms else form
    return sorted(forms.values(), key=lambda form: (-form.mentions, form.text))


def _role_counts(person: Person) -> dict[str, int]:
    """Count a person's mentions by role, most important role first."""
    rows = person.mentions.order_by().values_list("role").annotate(times=Count("pk"))
    counts = dict(rows)
    return {role.value: counts[role] for role in Mention.Role if role in counts}


def titles_printed(person: Person) -> list[PrintedForm]:
    """Return a person's titles, as counted by the last resolution run."""
    return [
        PrintedForm(text=text, mentions=mentions, first=_parse_day(first), last=_parse_day(last))
        for text, first, last, mentions in person.titles[:MOST_FORMS]
    ]


def _day_of(moment: datetime | None) -> date | None:
    return moment.date() if moment else None


def _parse_day(written: str | None) -> date | None:
    """Return a stored day; it is empty if no cable with that title has a date."""
    return date.fromisoformat(written) if written else None


def _cable_distribution(person: Person) -> CableDistribution:
    """Count the cables that name a person by year and post, in one query."""
    years: Counter[int] = Counter()
    posts: Counter[int] = Counter()
    undated = 0
    naming = Cable.objects.filter(pk__in=person.mentions.order_by().values("cable"))
    year = Substr(Cast("created", CharField()), 1, len("2007"))  # no call into Python per row
    rows = naming.order_by().values_list("origin", year).annotate(cables=Count("pk"))
    for post, written, cables in rows:
        if written:
            years[int(written)] += cables
        else:
            undated += cables
        if post:
            posts[post] += cables
    most = posts.most_common(MOST_POSTS)
    by_key = Post.objects.in_bulk([pk for pk, _ in most])
    return CableDistribution(
        cables=years.total() + undated,
        years=dict(sorted(years.items())),
        posts=tuple((by_key[pk], cables) for pk, cables in most),
    )


def _people_named_with(person: Person) -> list[tuple[Person, int]]:
    """Return the people named most in the same paragraphs, with the number of paragraphs."""
    paragraphs = person.mentions.filter(paragraph__isnull=False).order_by("-pk").values("paragraph")
    rows = (
        Mention.objects.filter(paragraph__in=paragraphs[:NEWEST_PARAGRAPHS])
        .exclude(person=person)
        .order_by()
        .values("person")
        .annotate(shared=Count("paragraph", distinct=True))
        .order_by("-shared", "person")[:MOST_NAMED_WITH]
    )
    counts = {row["person"]: row["shared"] for row in rows}
    people = Person.objects.only("name", "slug").in_bulk(counts)
    return [(people[pk], shared) for pk, shared in counts.items()]


ROLE_COUNT_PHRASES: Final = {
    Mention.Role.CLASSIFIED_BY.value: ("classified {} cable", "classified {} cables"),
    Mention.Role.SIGNER.value: ("signed {} cable", "signed {} cables"),
    Mention.Role.TAGGED.value: ("named in TAGS once", "named in TAGS {} times"),
    Mention.Role.MENTIONED.value: ("mentioned once", "mentioned {} times"),
}
"""Phrases for a role: singular and plural."""
ROLE_PHRASES: Final = {
    Mention.Role.CLASSIFIED_BY.value: "classified this cable",
    Mention.Role.SIGNER.value: "signed it",
    Mention.Role.TAGGED.value: "named in its TAGS",
}
"""Phrases for a role in one cable; mentions are shown as excerpts instead."""


def describe_roles(roles: Mapping[str, int]) -> str:
    """Return all roles of a person: `Signed 12 cables, mentioned 40 times`."""
    phrases = (
        ROLE_COUNT_PHRASES[role][times > 1].format(f"{times:,}") for role, times in roles.items()
    )
    return _upper_first(", ".join(phrases))


def describe_roles_in_cable(roles: Sequence[str]) -> str:
    """Return the roles of a person in one cable: `classified this cable, signed it`."""
    return ", ".join(ROLE_PHRASES[role] for role in roles if role in ROLE_PHRASES)


def person_description(person: Person, where: CableDistribution) -> str:
    """Return a sentence for previews: title, number of cables, years and main post."""
    who = f"{person.name}, {person.titles[0][0]}" if person.titles else person.name
    cables = f"{where.cables:,} cable{'s' if where.cables != 1 else ''}"
    years = sorted(where.years)
    when = f", {years[0]}" if years else ""
    if len(years) > 1:
        when += f"–{years[-1]}"
    origin = f", mostly from {where.posts[0][0].name}" if where.posts else ""
    return f"{who}: named in {cables}{when}{origin}."


def _upper_first(words: str) -> str:
    """Capitalize the first letter and leave the rest unchanged."""
    return words[:1].upper() + words[1:]
