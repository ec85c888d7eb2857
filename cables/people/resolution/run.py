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

from cables.models import (
    FormerSlug,
    Mention,
    Person,
    Post,
    ProtectedName,
    ResolutionRun,
    WithheldName,
)
from cables.people.resolution import save, slugs, withhold
from cables.people.resolution.apply_corrections import (
    AppliedCorrections,
    SurnameGroups,
    apply_to_drafts,
)
from cables.people.resolution.clusters import NameUse
from cables.people.resolution.corrections import Action, Corrections
from cables.people.resolution.draft import DraftPerson
from cables.people.resolution.grouping import group_by
from cables.people.resolution.occurrences import Occurrences, find_occurrences
from cables.people.resolution.rules import cluster_uses
from cables.people.resolution.similar_surnames import similar_surname_pairs
from cables.reading import withholding

RULES_VERSION: Final = 1
"""Raised when the rules change who is who: the next settling then goes through all surnames."""
MENTIONS_PER_BLOCK: Final = 5_000
"""Mentions a transaction, unless a single surname has more."""
SURNAMES_PER_BLOCK: Final = 400
"""The same in surnames: a statement takes so many values on any database."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ResolutionStep:
    """Some surnames settled."""

    mentions: int = 0
    persons: int = 0
    total: int = 0
    """How many mentions the whole settling goes through."""
    problems: tuple[str, ...] = ()
    """Sentences on corrections that could not be applied, in the last step."""


@dataclass(slots=True)
class ResolutionContext:
    """What settling needs to know besides the names."""

    corrections: Corrections
    countries: Mapping[str, str]
    """Names of countries by code."""
    applied_lines: set[int] = field(default_factory=set)
    """Lines of the corrections that were of use."""
    ineffective_lines: set[int] = field(default_factory=set)
    """Lines that met somebody and could alter nothing."""


def _read_corrections() -> Corrections:
    """Read the host's corrections."""
    return Corrections.read(Path(settings.PEOPLE_CORRECTIONS))


def resolve_people(*, everything: bool = False) -> Iterator[ResolutionStep]:
    """Settle who is who in what has been loaded, by the rules and the host's corrections.

    Args:
        everything: Settle all anew, and not only what is new.

    Yields:
        What is done, as soon as it is stored; the last step says what is wrong with corrections.
    """
    refresh_statistics()
    yield from _resolve_surnames(_read_corrections(), everything=everything)
    refresh_statistics(Person, Mention)


def _resolve_surnames(
    corrections: Corrections, *, everything: bool = False
) -> Iterator[ResolutionStep]:
    """Settle what is new, or everything where rules or corrections have changed.

    Args:
        corrections: The host's; they win over every rule.
        everything: Go through all surnames in any case.

    Yields:
        What is done, as soon as it is stored; at the end what is wrong with the corrections.
    """
    if corrections.broken:  # a settling without it would let out whom it withholds
        yield ResolutionStep(problems=corrections.problems)
        return
    state = hashlib.sha256(f"{RULES_VERSION} {corrections.sha256}".encode()).hexdigest()
    last = ResolutionRun.objects.order_by("-pk").first()
    whole = everything or last is None or last.state != state
    reached, names = _highest_keys(), withholding.withheld_names_state()
    room = ResolutionContext(corrections, _country_names())
    wanted = _all_surnames() if last is None or whole else _unresolved_surnames(last)
    blocks = list(_in_blocks(SurnameGroups(corrections).groups(wanted)))
    total = sum(size for _, size in blocks)
    for block, size in blocks:
        with transaction.atomic():
            persons = _resolve_block(block, room)
        yield ResolutionStep(mentions=size, persons=persons, total=total)
    with transaction.atomic():
        withhold.store_listed_names(corrections)
        same = last and not whole and names == withholding.withheld_names_state()
        cleaned = withhold.withhold_in_roles(last.last_mention if last and same else 0)
        if withhold.withhold_in_titles() or cleaned or blocks or whole:
            ResolutionRun.objects.create(finished=timezone.now(), state=state, **reached)
    withholding.clear_cache()
    yield ResolutionStep(
        total=total, problems=(*corrections.problems, *(_unused_corrections(room) if whole else ()))
    )


def _unused_corrections(room: ResolutionContext) -> Iterator[str]:
    """Yield a sentence for each correction that met nobody or altered nothing."""
    for row in room.corrections.rows:
        if row.action is not Action.WITHHOLD and row.line not in room.applied_lines:
            why = (
                WHY_INEFFECTIVE[row.action]
                if row.line in room.ineffective_lines
                else MATCHED_NOBODY
            )
            yield f"{room.corrections.path}:{row.line}: {row.action} {row.person!r} {why}"


MATCHED_NOBODY: Final = (
    "met nobody; write the name or the end of the address as the person's page shows it."
)
WHY_INEFFECTIVE: Final = {
    Action.MERGE: "alters nothing: the other is nobody, or the same; write the value as the other"
    " person's page shows it.",
    Action.SPLIT: "alters nothing: all that names them stands in these cables, or nothing does;"
    " name some of the cables on their page. Within one cable nobody can be split.",
}


def _highest_keys() -> dict[str, int]:
    """Return how far a settling that begins now reaches."""
    mention = Mention.all_objects.order_by("-pk").values_list("pk", flat=True).first()
    protected = ProtectedName.objects.order_by("-pk").values_list("pk", flat=True).first()
    return {"last_mention": mention or 0, "last_protected": protected or 0}


def _country_names() -> dict[str, str]:
    """Return the names of countries by code."""
    posts = Post.objects.exclude(country_code="").order_by("pk")
    return dict(posts.values_list("country_code", "country"))


def _all_surnames() -> dict[str, int]:
    """Return all surnames with the number of their mentions."""
    found: dict[str, int] = {}
    for model in (Person, ProtectedName, FormerSlug, WithheldName):
        rows = model._default_manager.order_by()  # noqa: SLF001
        found |= dict.fromkeys(rows.values_list("surname", flat=True).distinct(), 0)
    return found | _mention_counts()


def _mention_counts(**among: object) -> dict[str, int]:
    """Count the mentions of surnames."""
    rows = Mention.all_objects.filter(**among).order_by("surname").values_list("surname")
    return dict(rows.annotate(Count("pk")))


def _unresolved_surnames(last: ResolutionRun) -> dict[str, int]:
    """Return the surnames of what is new since the last settling, and of who lost a mention."""
    lost = Person.objects.annotate(now=Count("mentions")).exclude(now=F("mention_count"))
    rows = (
        Mention.all_objects.filter(pk__gt=last.last_mention),
        ProtectedName.objects.filter(pk__gt=last.last_protected),
        lost,
    )
    names = sorted(
        {name for one in rows for name in one.order_by().values_list("surname", flat=True)}
    )
    found = dict.fromkeys(names, 0)
    for at in range(0, len(names), SURNAMES_PER_BLOCK):
        found |= _mention_counts(surname__in=names[at : at + SURNAMES_PER_BLOCK])
    return found


def _in_blocks(families: Iterable[Mapping[str, int]]) -> Iterator[tuple[list[str], int]]:
    """Cut surnames into what one transaction takes; families stay together."""
    block: list[str] = []
    size = 0
    for family in families:
        more = sum(family.values())
        if block and (
            size + more > MENTIONS_PER_BLOCK or len(block) + len(family) > SURNAMES_PER_BLOCK
        ):
            yield block, size
            block, size = [], 0
        block += family
        size += more
    if block:
        yield block, size


def _resolve_block(block: Sequence[str], room: ResolutionContext) -> int:
    """Settle some surnames, and return how many persons bear them."""
    found = find_occurrences(block)
    by_surname = group_by(sorted(found.uses), lambda use: use.surname)
    decisions = [cluster_uses(uses) for uses in by_surname.values()]
    bearers = [bearer for decision in decisions for bearer in decision.clusters]
    hidden = withhold.clusters_to_withhold(bearers, found, room.corrections)
    withhold.store_withheld_names(block, hidden, found, room.corrections)
    shown = {
        bearer: one
        for bearer in bearers
        if bearer not in hidden and (one := _draft_person(bearer.uses, found))
    }
    left = slugs.reuse_slugs(
        list(shown.values()), _slug_owners_in(block), _split_slugs(room.corrections)
    )
    applied = apply_to_drafts(room.corrections, list(shown.values()), left, room.countries)
    room.applied_lines |= applied.applied_lines
    room.ineffective_lines |= applied.ineffective_lines
    slugs.assign_new_slugs([*applied.drafts, *(one for one, _ in applied.merged)], room.countries)
    _save_block(block, found, applied, room.countries)
    now = dict(applied.merged)
    pairs = (pair for decision in decisions for pair in decision.possible_matches)
    alike = [
        (now.get(one, one).pk, now.get(other, other).pk, pair.reason)
        for pair in pairs
        if (one := shown.get(pair.first)) and (other := shown.get(pair.second))
    ]
    alike += similar_surname_pairs(applied.drafts)
    save.save_possible_duplicates(applied.drafts, alike)
    return len(applied.drafts)


def _split_slugs(corrections: Corrections) -> set[str]:
    """Return the addresses of those whom a host has told from somebody of the same name."""
    return {slugify(row.value) for row in corrections.with_actions(Action.SPLIT)}


def _slug_owners_in(block: Sequence[str]) -> list[slugs.SlugOwner]:
    """Return who holds an address under some surnames."""
    return slugs.slug_owners(
        Person.objects.filter(surname__in=block).order_by("pk"),
        FormerSlug.objects.filter(surname__in=block).order_by("pk"),
    )


def _save_block(
    block: Sequence[str],
    found: Occurrences,
    applied: AppliedCorrections,
    countries: Mapping[str, str],
) -> None:
    """Store persons, whose the mentions are, and where old addresses lead."""
    gone = [one.pk for one in applied.unclaimed if one.pk]
    gone += [one.pk for one in (*applied.removed, *(one for one, _ in applied.merged)) if one.pk]
    heirs = list(slugs.redirects(applied.unclaimed, applied.drafts))
    heirs += [(slugs.slug_owner_of(one), other) for one, other in applied.merged]
    save.save_people(applied.drafts, countries)
    whose = {row.pk: one.pk for one in applied.drafts for row in one.occurrences}
    save.assign_mentions((row, whose.get(row.pk)) for rows in found.by_use.values() for row in rows)
    save.delete_people(gone)
    save.save_former_slugs(block, heirs)


def _draft_person(uses: Iterable[NameUse], found: Occurrences) -> DraftPerson | None:
    """Return the person of some uses, None where no cable names them but to protect them."""
    rows = [row for use in uses for row in found.by_use.get(use, ())]
    return DraftPerson(occurrences=rows) if rows else None


def refresh_statistics(*models: type[Model]) -> None:
    """Tell the database's planner what some tables hold now, or all of them."""
    with connection.cursor() as cursor:
        for name in [model._meta.db_table for model in models] or [""]:  # noqa: SLF001
            cursor.execute(f"ANALYZE {name}")
