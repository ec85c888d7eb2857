"""Settle who is who: from names found in cables to persons, a few surnames at a time.

What is new or has lost a mention since it was last settled is settled anew, all who share its
surname together, in one transaction; so a settling that was killed is simply run again. The
outcome depends on what the room holds, and not on the order in which it came.
"""

import hashlib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final

from django.conf import settings
from django.db import connection, transaction
from django.db.models import Count, F, Model
from django.utils import timezone
from django.utils.text import slugify

from cables.models import FormerSlug, Mention, Person, Post, ProtectedName, Settling, WithheldName
from cables.people.resolution import save, slugs, withhold
from cables.people.resolution.apply_corrections import Applied, Families, apply
from cables.people.resolution.clusters import Use
from cables.people.resolution.corrections import Action, Corrections
from cables.people.resolution.draft import Somebody
from cables.people.resolution.grouping import grouped
from cables.people.resolution.occurrences import Sightings, sightings
from cables.people.resolution.rules import decide
from cables.people.resolution.similar_surnames import sounding_alike
from cables.reading import withholding

RULES: Final = 2
"""Raised when the rules change who is who: the next settling then goes through all surnames."""
BLOCK: Final = 5_000
"""Mentions a transaction, unless a single surname has more."""
MOST_SURNAMES: Final = 400
"""The same in surnames: a statement takes so many values on any database."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """Some surnames settled."""

    mentions: int = 0
    persons: int = 0
    of: int = 0
    """How many mentions the whole settling goes through."""
    problems: tuple[str, ...] = ()
    """Sentences on corrections that could not be applied, in the last step."""


@dataclass(slots=True)
class Room:
    """What settling needs to know besides the names."""

    corrections: Corrections
    countries: Mapping[str, str]
    """Names of countries by code."""
    applied: set[int] = field(default_factory=set)
    """Lines of the corrections that were of use."""
    idle: set[int] = field(default_factory=set)
    """Lines that met somebody and could alter nothing."""


def read_corrections() -> Corrections:
    """Read the host's corrections."""
    return Corrections.read(Path(settings.PEOPLE_CORRECTIONS))


def settle_people(*, everything: bool = False) -> Iterator[Step]:
    """Settle who is who in what has been loaded, by the rules and the host's corrections.

    Args:
        everything: Settle all anew, and not only what is new.

    Yields:
        What is done, as soon as it is stored; the last step says what is wrong with corrections.
    """
    refresh_statistics()
    yield from settle(read_corrections(), everything=everything)
    refresh_statistics(Person, Mention)


def settle(corrections: Corrections, *, everything: bool = False) -> Iterator[Step]:
    """Settle what is new, or everything where rules or corrections have changed.

    Args:
        corrections: The host's; they win over every rule.
        everything: Go through all surnames in any case.

    Yields:
        What is done, as soon as it is stored; at the end what is wrong with the corrections.
    """
    if corrections.broken:  # a settling without it would let out whom it withholds
        yield Step(problems=corrections.problems)
        return
    state = hashlib.sha256(f"{RULES} {corrections.sha256}".encode()).hexdigest()
    last = Settling.objects.order_by("-pk").first()
    whole = everything or last is None or last.state != state
    reached, names = highest_keys(), withholding.state()
    room = Room(corrections, country_names())
    wanted = surnames() if last is None or whole else unsettled(last)
    blocks = list(in_blocks(Families(corrections).joined(wanted)))
    total = sum(size for _, size in blocks)
    for block, size in blocks:
        with transaction.atomic():
            persons = settle_block(block, room)
        yield Step(mentions=size, persons=persons, of=total)
    with transaction.atomic():
        withhold.withhold_listed(corrections)
        same = last and not whole and names == withholding.state()
        cleaned = withhold.clean_roles(last.last_mention if last and same else 0)
        if withhold.clean_titles() or cleaned or blocks or whole:
            Settling.objects.create(finished=timezone.now(), state=state, **reached)
    withholding.forget_all()
    yield Step(of=total, problems=(*corrections.problems, *(unused(room) if whole else ())))


def unused(room: Room) -> Iterator[str]:
    """Yield a sentence for each correction that met nobody or altered nothing."""
    for row in room.corrections.rows:
        if row.action is not Action.WITHHOLD and row.line not in room.applied:
            why = WHY_IDLE[row.action] if row.line in room.idle else MET_NOBODY
            yield f"{room.corrections.path}:{row.line}: {row.action} {row.person!r} {why}"


MET_NOBODY: Final = (
    "met nobody; write the name or the end of the address as the person's page shows it."
)
WHY_IDLE: Final = {
    Action.MERGE: "alters nothing: the other is nobody, or the same; write the value as the other"
    " person's page shows it.",
    Action.SPLIT: "alters nothing: all that names them stands in these cables, or nothing does;"
    " name some of the cables on their page. Within one cable nobody can be split.",
}


def highest_keys() -> dict[str, int]:
    """Return how far a settling that begins now reaches."""
    mention = Mention.found.order_by("-pk").values_list("pk", flat=True).first()
    protected = ProtectedName.objects.order_by("-pk").values_list("pk", flat=True).first()
    return {"last_mention": mention or 0, "last_protected": protected or 0}


def country_names() -> dict[str, str]:
    """Return the names of countries by code."""
    posts = Post.objects.exclude(country_code="").order_by("pk")
    return dict(posts.values_list("country_code", "country"))


def surnames() -> dict[str, int]:
    """Return all surnames with the number of their mentions."""
    found: dict[str, int] = {}
    for model in (Person, ProtectedName, FormerSlug, WithheldName):
        rows = model._default_manager.order_by()  # noqa: SLF001
        found |= dict.fromkeys(rows.values_list("surname", flat=True).distinct(), 0)
    return found | mentions_of()


def mentions_of(**among: object) -> dict[str, int]:
    """Count the mentions of surnames."""
    rows = Mention.found.filter(**among).order_by("surname").values_list("surname")
    return dict(rows.annotate(Count("pk")))


def unsettled(last: Settling) -> dict[str, int]:
    """Return the surnames of what is new since the last settling, and of who lost a mention."""
    lost = Person.objects.annotate(now=Count("mentions")).exclude(now=F("mention_count"))
    rows = (
        Mention.found.filter(pk__gt=last.last_mention),
        ProtectedName.objects.filter(pk__gt=last.last_protected),
        lost,
    )
    names = sorted(
        {name for one in rows for name in one.order_by().values_list("surname", flat=True)}
    )
    found = dict.fromkeys(names, 0)
    for at in range(0, len(names), MOST_SURNAMES):
        found |= mentions_of(surname__in=names[at : at + MOST_SURNAMES])
    return found


def in_blocks(families: Iterable[Mapping[str, int]]) -> Iterator[tuple[list[str], int]]:
    """Cut surnames into what one transaction takes; families stay together."""
    block: list[str] = []
    size = 0
    for family in families:
        more = sum(family.values())
        if block and (size + more > BLOCK or len(block) + len(family) > MOST_SURNAMES):
            yield block, size
            block, size = [], 0
        block += family
        size += more
    if block:
        yield block, size


def settle_block(block: Sequence[str], room: Room) -> int:
    """Settle some surnames, and return how many persons bear them."""
    found = sightings(block)
    by_surname = grouped(sorted(found.uses), lambda use: use.surname)
    decisions = [decide(uses) for uses in by_surname.values()]
    bearers = [bearer for decision in decisions for bearer in decision.bearers]
    hidden = withhold.withheld(bearers, found, room.corrections)
    withhold.store(block, hidden, found, room.corrections)
    shown = {
        bearer: one
        for bearer in bearers
        if bearer not in hidden and (one := somebody(bearer.uses, found))
    }
    left = slugs.give_back(list(shown.values()), held_in(block), parts(room.corrections))
    applied = apply(room.corrections, list(shown.values()), left, room.countries)
    room.applied |= applied.lines
    room.idle |= applied.idle
    slugs.give_new([*applied.somebodies, *(one for one, _ in applied.merged)], room.countries)
    write(block, found, applied, room.countries)
    now = dict(applied.merged)
    pairs = (pair for decision in decisions for pair in decision.pairs)
    alike = [
        (now.get(one, one).pk, now.get(other, other).pk, pair.reason)
        for pair in pairs
        if (one := shown.get(pair.one)) and (other := shown.get(pair.other))
    ]
    alike += sounding_alike(applied.somebodies)
    save.write_resemblances(applied.somebodies, alike)
    return len(applied.somebodies)


def parts(corrections: Corrections) -> set[str]:
    """Return the addresses of those whom a host has told from somebody of the same name."""
    return {slugify(row.value) for row in corrections.of(Action.SPLIT)}


def held_in(block: Sequence[str]) -> list[slugs.Holder]:
    """Return who holds an address under some surnames."""
    return slugs.holders(
        Person.objects.filter(surname__in=block).order_by("pk"),
        FormerSlug.objects.filter(surname__in=block).order_by("pk"),
    )


def write(
    block: Sequence[str],
    found: Sightings,
    applied: Applied,
    countries: Mapping[str, str],
) -> None:
    """Store persons, whose the mentions are, and where old addresses lead."""
    gone = [one.pk for one in applied.left if one.pk]
    gone += [one.pk for one in (*applied.nobody, *(one for one, _ in applied.merged)) if one.pk]
    heirs = list(slugs.heirs(applied.left, applied.somebodies))
    heirs += [(slugs.holder_of(one), other) for one, other in applied.merged]
    save.write_people(applied.somebodies, countries)
    whose = {row.pk: one.pk for one in applied.somebodies for row in one.rows}
    save.assign((row, whose.get(row.pk)) for rows in found.rows.values() for row in rows)
    save.delete_people(gone)
    save.write_former_slugs(block, heirs)


def somebody(uses: Iterable[Use], found: Sightings) -> Somebody | None:
    """Return the person of some uses, None where no cable names them but to protect them."""
    rows = [row for use in uses for row in found.rows.get(use, ())]
    return Somebody(rows=rows) if rows else None


def refresh_statistics(*models: type[Model]) -> None:
    """Tell the database's planner what some tables hold now, or all of them."""
    with connection.cursor() as cursor:
        for name in [model._meta.db_table for model in models] or [""]:  # noqa: SLF001
            cursor.execute(f"ANALYZE {name}")
