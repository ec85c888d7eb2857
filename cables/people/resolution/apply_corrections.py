"""Apply the operator's corrections to the people of a few surnames, before they are saved."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field

from django.utils.text import slugify

from cables.models import Cable
from cables.names.comparison import name_key
from cables.people.resolution.corrections import Action, Correction, Corrections
from cables.people.resolution.draft_person import DraftPerson
from cables.people.resolution.occurrences import Occurrence
from cables.people.resolution.slugs import SlugOwner


def apply_to_drafts(
    corrections: Corrections,
    drafts: Sequence[DraftPerson],
    unclaimed: Sequence[SlugOwner],
    countries: Mapping[str, str],
) -> "AppliedCorrections":
    """Split, remove, merge and rename people: in this order, and in that of the file.

    Args:
        corrections: The operator's.
        drafts: As resolved by the rules.
        unclaimed: Owners of slugs that none of the drafts has.
        countries: Names by code.
    """
    applied = AppliedCorrections(
        drafts=list(drafts), unclaimed=list(unclaimed), countries=countries
    )
    for action, apply in METHOD_BY_ACTION.items():
        for row in corrections.with_actions(action):
            draft = applied.find_draft(row.person)
            if draft and not apply(applied, draft, row):
                applied.ineffective_lines.add(row.line)
            elif draft:
                applied.applied_lines.add(row.line)
                applied.drafts_by_name.clear()
    return applied


@dataclass(slots=True, kw_only=True)
class AppliedCorrections:
    """The result of applying corrections to some people."""

    drafts: list[DraftPerson]
    """Those who remain."""
    countries: Mapping[str, str]
    """Names of countries by code."""
    unclaimed: list[SlugOwner]
    """Owners of slugs that none of the drafts has."""
    merged: list[tuple[DraftPerson, DraftPerson]] = field(default_factory=list)
    """People who were merged, each with the person who has the mentions now."""
    removed: list[DraftPerson] = field(default_factory=list)
    """Those who are not people."""
    applied_lines: set[int] = field(default_factory=set)
    """Lines of the file that were applied."""
    ineffective_lines: set[int] = field(default_factory=set)
    """Lines that matched a person and changed nothing."""

    drafts_by_name: dict[str, list[DraftPerson]] = field(default_factory=dict)
    """People by slug and name; filled when needed, cleared after each change."""

    def find_draft(self, reference: str) -> DraftPerson | None:
        """Return the person that a slug or a name means; if several, the one in most cables."""
        if not self.drafts_by_name:
            for draft in self.drafts:
                for name in _lookup_names(draft, self.countries):
                    self.drafts_by_name.setdefault(name, []).append(draft)
        slug = slugify(reference)
        matches = [
            *self.drafts_by_name.get(slug, ()),
            *self.drafts_by_name.get(_lookup_name(reference), ()),
        ]
        return min(matches, key=lambda draft: (draft.slug != slug, draft.sort_key()), default=None)

    def split(self, draft: DraftPerson, row: Correction) -> bool:
        """Give the mentions in some cables to another person."""
        cables = set(Cable.objects.filter(reference_id__in=row.cables).values_list("pk", flat=True))
        apart = [mention for mention in draft.occurrences if mention.cable in cables]
        if not apart or len(apart) == len(draft.occurrences):
            return False
        draft.occurrences = [
            mention for mention in draft.occurrences if mention.cable not in cables
        ]
        draft.recompute()
        other = self.find_draft(row.value)
        if other is None or other is draft:
            self.drafts.append(self.split_off(apart, row.value))
        else:
            other.occurrences += apart
            other.recompute()
        return True

    def split_off(self, rows: list[Occurrence], name: str) -> DraftPerson:
        """Return a new person, with the slug that the correction gave before, if any."""
        draft = DraftPerson(occurrences=rows, corrected_name=name, is_split_off=True)
        slugs = draft.preferred_slugs(self.countries)
        if owner := next((owner for owner in self.unclaimed if owner.slug in slugs), None):
            self.unclaimed.remove(owner)
            draft.slug, draft.pk = owner.slug, owner.pk
        return draft

    def remove(self, draft: DraftPerson, _row: Correction) -> bool:
        self.drafts.remove(draft)
        self.removed.append(draft)
        return True

    def merge(self, draft: DraftPerson, row: Correction) -> bool:
        target = self.find_draft(row.value)
        if target is None or target is draft:
            return False
        target.merge(draft)
        self.drafts.remove(draft)
        self.merged.append((draft, target))
        return True

    def rename(self, draft: DraftPerson, row: Correction) -> bool:
        draft.corrected_name = row.value
        draft.recompute()
        return True


METHOD_BY_ACTION: Mapping[Action, Callable[[AppliedCorrections, DraftPerson, Correction], bool]] = {
    Action.SPLIT: AppliedCorrections.split,
    Action.NOT_A_PERSON: AppliedCorrections.remove,
    Action.MERGE: AppliedCorrections.merge,
    Action.RENAME: AppliedCorrections.rename,
}


def _lookup_names(draft: DraftPerson, countries: Mapping[str, str]) -> set[str]:
    """Return everything that a correction may call a person: slugs and all forms of the name."""
    slugs = {draft.slug, *draft.preferred_slugs(countries), slugify(draft.name)}
    return {*slugs, *(f"{surname}, {given}" for surname, given in draft.name_forms)} - {""}


def _lookup_name(name: str) -> str:
    """Return a full name as in `_lookup_names`; empty if it is a single word."""
    return ", ".join(name_key(name)) if " " in name else ""
