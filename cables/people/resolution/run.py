"""Run the resolution of names to people, a few surnames at a time.

New names, and names of people who have lost mentions, are resolved again together with everybody
of the same surname, in one transaction per block of surnames; so an interrupted run can simply be
repeated. The result depends only on what is stored, not on the order of loading.
"""

import hashlib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final

from django.conf import settings
from django.db import connection, transaction
from django.db.models import Model
from django.utils import timezone
from django.utils.text import slugify

from cables.models import FormerSlug, Mention, Person, Post, ProtectedName, ResolutionRun
from cables.people.resolution import save, slugs, withhold
from cables.people.resolution.apply_corrections import AppliedCorrections, apply_to_drafts
from cables.people.resolution.clusters import Cluster, group_by
from cables.people.resolution.corrections import Action, Corrections
from cables.people.resolution.draft_person import DraftPerson
from cables.people.resolution.matching import cluster_uses
from cables.people.resolution.occurrences import Occurrences, find_occurrences
from cables.people.resolution.possible_duplicates import (
    matched_pairs,
    save_possible_duplicates,
    similar_surname_pairs,
)
from cables.people.resolution.surnames import all_surnames, surname_blocks, unresolved_surnames
from cables.reading import withholding

RULES_VERSION: Final = 1
"""Raise it when the rules change: the next run then resolves all surnames."""
NO_MATCH: Final = "did not match anyone; use the name or slug shown on the person's page."
NO_EFFECT: Final = {
    Action.MERGE: "has no effect: the target is unknown or the same person; use the name or slug"
    " shown on the other person's page.",
    Action.SPLIT: "has no effect: these cables have all of the person's mentions, or none; list"
    " some of the cables on the person's page. One cable cannot be split.",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class ResolutionStep:
    """A block of resolved surnames."""

    mentions: int = 0
    people: int = 0
    total: int = 0
    """Number of mentions in the whole run."""
    problems: tuple[str, ...] = ()
    """Sentences about corrections that could not be applied; only in the last step."""


@dataclass(slots=True)
class _Context:
    """What a run knows besides the names."""

    corrections: Corrections
    countries: Mapping[str, str]
    """Names of countries by code."""
    applied_lines: set[int] = field(default_factory=set)
    """Lines of corrections that were applied."""
    ineffective_lines: set[int] = field(default_factory=set)
    """Lines of corrections that matched a person and changed nothing."""


def resolve_people(*, everything: bool = False) -> Iterator[ResolutionStep]:
    """Resolve the names in loaded cables to people, by the rules and the operator's corrections.

    Args:
        everything: Resolve all names again, not only new ones.

    Yields:
        Each block, as soon as it is stored; then a step with the problems of the corrections.
    """
    refresh_statistics()
    corrections = Corrections.read(Path(settings.PEOPLE_CORRECTIONS))
    if corrections.broken:  # a run without the file would publish the names that it withholds
        yield ResolutionStep(problems=corrections.problems)
    else:
        yield from _resolve(corrections, everything=everything)
    refresh_statistics(Person, Mention)


def _resolve(corrections: Corrections, *, everything: bool) -> Iterator[ResolutionStep]:
    """Resolve what is new, or everything if rules or corrections have changed."""
    last = ResolutionRun.objects.order_by("-pk").first()
    state = hashlib.sha256(f"{RULES_VERSION} {corrections.sha256}".encode()).hexdigest()
    complete = everything or last is None or last.state != state
    reach = _highest_keys()
    withheld_before = withholding.withheld_names_state()
    context = _Context(corrections, _country_names())
    surnames = all_surnames() if last is None or complete else unresolved_surnames(last)
    blocks = list(surname_blocks(surnames, corrections))
    total = sum(block.mentions for block in blocks)
    for block in blocks:
        with transaction.atomic():
            people = _resolve_block(block.surnames, context)
        yield ResolutionStep(mentions=block.mentions, people=people, total=total)
    with transaction.atomic():
        withhold.store_listed_names(corrections)
        same_names = withheld_before == withholding.withheld_names_state()
        checked = last.last_mention if last and not complete and same_names else 0
        roles_changed = withhold.withhold_in_roles(checked)
        titles_changed = withhold.withhold_in_titles()
        if titles_changed or roles_changed or blocks or complete:
            ResolutionRun.objects.create(finished=timezone.now(), state=state, **reach)
    withholding.clear_cache()
    unused = _unused_corrections(context) if complete else ()
    yield ResolutionStep(total=total, problems=(*corrections.problems, *unused))


def _highest_keys() -> dict[str, int]:
    """Return the highest keys of what a run that begins now will cover."""
    mention = Mention.all_objects.order_by("-pk").values_list("pk", flat=True).first()
    protected = ProtectedName.objects.order_by("-pk").values_list("pk", flat=True).first()
    return {"last_mention": mention or 0, "last_protected": protected or 0}


def _country_names() -> dict[str, str]:
    posts = Post.objects.exclude(country_code="").order_by("pk")
    return dict(posts.values_list("country_code", "country"))


def _resolve_block(block: Sequence[str], context: _Context) -> int:
    """Resolve some surnames and save the result; return the number of people."""
    corrections, countries = context.corrections, context.countries
    occurrences = find_occurrences(block)
    by_surname = group_by(sorted(occurrences.uses), lambda use: use.surname)
    decisions = [cluster_uses(uses) for uses in by_surname.values()]
    clusters = [cluster for decision in decisions for cluster in decision.clusters]
    withheld = withhold.clusters_to_withhold(clusters, occurrences, corrections)
    withhold.store_withheld_names(block, withheld, occurrences, corrections)
    drafts = {
        cluster: draft
        for cluster in clusters
        if cluster not in withheld and (draft := _draft_person(cluster, occurrences))
    }
    owners = slugs.slug_owners(
        Person.objects.filter(surname__in=block).order_by("pk"),
        FormerSlug.objects.filter(surname__in=block).order_by("pk"),
    )
    split_slugs = {slugify(row.value) for row in corrections.with_actions(Action.SPLIT)}
    unclaimed = slugs.reuse_slugs(list(drafts.values()), owners, split_slugs)
    applied = apply_to_drafts(corrections, list(drafts.values()), unclaimed, countries)
    context.applied_lines |= applied.applied_lines
    context.ineffective_lines |= applied.ineffective_lines
    slugs.assign_new_slugs([*applied.drafts, *(draft for draft, _ in applied.merged)], countries)
    _save_block(block, occurrences, applied, countries)
    matches = (match for decision in decisions for match in decision.possible_matches)
    pairs = [*matched_pairs(matches, drafts, dict(applied.merged))]
    pairs += similar_surname_pairs(applied.drafts)
    save_possible_duplicates(applied.drafts, pairs)
    return len(applied.drafts)


def _draft_person(cluster: Cluster, occurrences: Occurrences) -> DraftPerson | None:
    """Return the person of a cluster; None if cables name the person only to protect them."""
    rows = [row for use in cluster.uses for row in occurrences.by_use.get(use, ())]
    return DraftPerson(occurrences=rows) if rows else None


def _save_block(
    block: Sequence[str],
    occurrences: Occurrences,
    applied: AppliedCorrections,
    countries: Mapping[str, str],
) -> None:
    """Save people, the persons of mentions, and redirects of former slugs."""
    merged = [draft for draft, _ in applied.merged]
    obsolete = [owner.pk for owner in applied.unclaimed if owner.pk]
    obsolete += [draft.pk for draft in (*applied.removed, *merged) if draft.pk]
    redirects = list(slugs.redirects(applied.unclaimed, applied.drafts))
    redirects += [(slugs.slug_owner_of(draft), target) for draft, target in applied.merged]
    save.save_people(applied.drafts, countries)
    people = {row.pk: draft.pk for draft in applied.drafts for row in draft.occurrences}
    save.assign_mentions(
        (row, people.get(row.pk)) for rows in occurrences.by_use.values() for row in rows
    )
    save.delete_people(obsolete)
    save.save_former_slugs(block, redirects)


def _unused_corrections(context: _Context) -> Iterator[str]:
    """Yield a sentence for each correction that matched nobody or changed nothing."""
    for row in context.corrections.rows:
        if row.action is not Action.WITHHOLD and row.line not in context.applied_lines:
            ineffective = row.line in context.ineffective_lines
            reason = NO_EFFECT[row.action] if ineffective else NO_MATCH
            yield f"{context.corrections.path}:{row.line}: {row.action} {row.person!r} {reason}"


def refresh_statistics(*models: type[Model]) -> None:
    """Update the query planner's statistics of some tables, or of all."""
    with connection.cursor() as cursor:
        for name in [model._meta.db_table for model in models] or [""]:  # noqa: SLF001
            cursor.execute(f"ANALYZE {name}")
