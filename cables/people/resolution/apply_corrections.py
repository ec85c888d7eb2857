"""A host's corrections, applied to the persons of a few surnames before they are stored."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from django.utils.text import slugify

from cables.models import Cable, FormerSlug, Mention, Person
from cables.names.comparison import name_key
from cables.people.resolution.corrections import Action, Correction, Corrections
from cables.people.resolution.draft import DraftPerson
from cables.people.resolution.occurrences import Occurrence
from cables.people.resolution.slugs import SlugOwner


@dataclass(slots=True, kw_only=True)
class AppliedCorrections:
    """What corrections made of some persons."""

    drafts: list[DraftPerson]
    """Those who stay."""
    countries: Mapping[str, str]
    """Names of countries by code."""
    unclaimed: list[SlugOwner]
    """Who had an address and is nobody any more by themselves."""
    merged: list[tuple[DraftPerson, DraftPerson]] = field(default_factory=list)
    """Who was joined to whom."""
    removed: list[DraftPerson] = field(default_factory=list)
    """Those who are no persons."""
    applied_lines: set[int] = field(default_factory=set)
    """Lines of the file that were of use."""
    ineffective_lines: set[int] = field(default_factory=set)
    """Lines that met somebody and could alter nothing."""

    drafts_by_name: dict[str, list[DraftPerson]] = field(default_factory=dict)
    """Persons by slugs and names; empty until it is asked for and after each change."""

    def find_draft(self, reference: str) -> DraftPerson | None:
        """Return whom a slug or a name means, the best known of several."""
        if not self.drafts_by_name:
            for one in self.drafts:
                for name in _lookup_names(one, self.countries):
                    self.drafts_by_name.setdefault(name, []).append(one)
        slug = slugify(reference)
        found = [
            *self.drafts_by_name.get(slug, ()),
            *self.drafts_by_name.get(_lookup_name(reference), ()),
        ]
        return min(found, key=lambda one: (one.slug != slug, one.sort_key()), default=None)

    def split(self, one: DraftPerson, row: Correction) -> bool:
        """Make somebody else of the mentions in some cables."""
        cables = set(Cable.objects.filter(reference_id__in=row.cables).values_list("pk", flat=True))
        apart = [mention for mention in one.occurrences if mention.cable in cables]
        if not apart or len(apart) == len(one.occurrences):
            return False
        one.occurrences = [mention for mention in one.occurrences if mention.cable not in cables]
        one.recompute()
        other = self.find_draft(row.value)
        if other is None or other is one:
            self.drafts.append(self.split_off(apart, row.value))
        else:
            other.occurrences += apart
            other.recompute()
        return True

    def split_off(self, rows: list[Occurrence], name: str) -> DraftPerson:
        """Return somebody of whom only a host knows, with the address that they had before."""
        one = DraftPerson(occurrences=rows, corrected_name=name, is_split_off=True)
        slugs = one.preferred_slugs(self.countries)
        if holder := next((holder for holder in self.unclaimed if holder.slug in slugs), None):
            self.unclaimed.remove(holder)
            one.slug, one.pk = holder.slug, holder.pk
        return one

    def remove(self, one: DraftPerson, _row: Correction) -> bool:
        """Leave out what is no person."""
        self.drafts.remove(one)
        self.removed.append(one)
        return True

    def merge(self, one: DraftPerson, row: Correction) -> bool:
        """Join somebody to another."""
        other = self.find_draft(row.value)
        if other is None or other is one:
            return False
        other.merge(one)
        self.drafts.remove(one)
        self.merged.append((one, other))
        return True

    def rename(self, one: DraftPerson, row: Correction) -> bool:
        """Show another name."""
        one.corrected_name = row.value
        one.recompute()
        return True


METHOD_BY_ACTION: Mapping[Action, Callable[[AppliedCorrections, DraftPerson, Correction], bool]] = {
    Action.SPLIT: AppliedCorrections.split,
    Action.NOT_A_PERSON: AppliedCorrections.remove,
    Action.MERGE: AppliedCorrections.merge,
    Action.RENAME: AppliedCorrections.rename,
}


def apply_to_drafts(
    corrections: Corrections,
    somebodies: Sequence[DraftPerson],
    left: Sequence[SlugOwner],
    countries: Mapping[str, str],
) -> AppliedCorrections:
    """Split, strike out, merge and rename, in this order and in that of the file.

    Args:
        corrections: The host's.
        somebodies: As the rules have settled them.
        left: Who had an address and is not among them.
        countries: Names by code.
    """
    done = AppliedCorrections(drafts=list(somebodies), unclaimed=list(left), countries=countries)
    for action, step in METHOD_BY_ACTION.items():
        for row in corrections.with_actions(action):
            one = done.find_draft(row.person)
            if one and not step(done, one, row):
                done.ineffective_lines.add(row.line)
            elif one:
                done.applied_lines.add(row.line)
                done.drafts_by_name.clear()
    return done


def _lookup_names(one: DraftPerson, countries: Mapping[str, str]) -> set[str]:
    """Return everything by which a host may name somebody: slugs, and every form of the name."""
    slugs = {one.slug, *one.preferred_slugs(countries), slugify(one.name)}
    return {*slugs, *(f"{surname}, {given}" for surname, given in one.name_forms)} - {""}


def _lookup_name(name: str) -> str:
    """Return a full name in the form in which `names_of` has it; empty where it is none."""
    return ", ".join(name_key(name)) if " " in name else ""


class SurnameGroups:
    """Surnames that must be settled together, because a correction joins their bearers."""

    def __init__(self, corrections: Corrections) -> None:
        self.by_surname: dict[str, set[str]] = {}
        for row in corrections.with_actions(Action.MERGE, Action.SPLIT):
            self.merge({*_possible_surnames(row.person), *_possible_surnames(row.value)})

    def merge(self, surnames: set[str]) -> None:
        """Make one family of some surnames and of all who are in a family with one of them."""
        family = surnames.union(*(self.by_surname.get(surname, ()) for surname in surnames))
        for surname in family:
            self.by_surname[surname] = family

    def groups(self, wanted: Mapping[str, int]) -> Iterator[dict[str, int]]:
        """Yield families with the number of mentions, in alphabetical order."""
        seen: set[str] = set()
        for surname in sorted(wanted):
            if surname not in seen:
                family = sorted(self.by_surname.get(surname, {surname}))
                seen.update(family)
                yield {
                    one: wanted[one] if one in wanted else _count_mentions(one) for one in family
                }


def _count_mentions(surname: str) -> int:
    """Return how often a surname is mentioned."""
    return Mention.all_objects.filter(surname=surname).count()


def _possible_surnames(reference: str) -> Iterable[str]:
    """Return the surnames that a slug or a name may mean, as far as the room knows them.

    The last word of an address may be a country or a number, so each word is tried.
    """
    slug = slugify(reference)
    people = Person.objects.filter(slug=slug).values_list("surname", flat=True)
    former = FormerSlug.objects.filter(slug=slug).values_list("person__surname", "surname")
    words = slug.replace("-", " ")
    guessed = {name_key(reference).surname, name_key(words).surname, *words.split()}
    known = (
        Mention.all_objects.filter(surname__in=guessed).order_by().values_list("surname", flat=True)
    )
    return {*people, *(name for pair in former for name in pair), *known.distinct()}
