"""A host's corrections, applied to the persons of a few surnames before they are stored."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from django.utils.text import slugify

from cables.models import Cable, FormerSlug, Mention, Person
from cables.names.comparison import name_key
from cables.people.resolution.corrections import Action, Correction, Corrections
from cables.people.resolution.draft import Somebody
from cables.people.resolution.occurrences import Row
from cables.people.resolution.slugs import Holder


@dataclass(slots=True, kw_only=True)
class Applied:
    """What corrections made of some persons."""

    somebodies: list[Somebody]
    """Those who stay."""
    countries: Mapping[str, str]
    """Names of countries by code."""
    left: list[Holder]
    """Who had an address and is nobody any more by themselves."""
    merged: list[tuple[Somebody, Somebody]] = field(default_factory=list)
    """Who was joined to whom."""
    nobody: list[Somebody] = field(default_factory=list)
    """Those who are no persons."""
    lines: set[int] = field(default_factory=set)
    """Lines of the file that were of use."""
    idle: set[int] = field(default_factory=set)
    """Lines that met somebody and could alter nothing."""

    index: dict[str, list[Somebody]] = field(default_factory=dict)
    """Persons by slugs and names; empty until it is asked for and after each change."""

    def find(self, reference: str) -> Somebody | None:
        """Return whom a slug or a name means, the best known of several."""
        if not self.index:
            for one in self.somebodies:
                for name in names_of(one, self.countries):
                    self.index.setdefault(name, []).append(one)
        slug = slugify(reference)
        found = [*self.index.get(slug, ()), *self.index.get(folded_name(reference), ())]
        return min(found, key=lambda one: (one.slug != slug, one.rank()), default=None)

    def split(self, one: Somebody, row: Correction) -> bool:
        """Make somebody else of the mentions in some cables."""
        cables = set(Cable.objects.filter(reference_id__in=row.cables).values_list("pk", flat=True))
        apart = [mention for mention in one.rows if mention.cable in cables]
        if not apart or len(apart) == len(one.rows):
            return False
        one.rows = [mention for mention in one.rows if mention.cable not in cables]
        one.look()
        other = self.find(row.value)
        if other is None or other is one:
            self.somebodies.append(self.part(apart, row.value))
        else:
            other.rows += apart
            other.look()
        return True

    def part(self, rows: list[Row], name: str) -> Somebody:
        """Return somebody of whom only a host knows, with the address that they had before."""
        one = Somebody(rows=rows, renamed=name, is_part=True)
        slugs = one.natural_slugs(self.countries)
        if holder := next((holder for holder in self.left if holder.slug in slugs), None):
            self.left.remove(holder)
            one.slug, one.pk = holder.slug, holder.pk
        return one

    def strike_out(self, one: Somebody, _row: Correction) -> bool:
        """Leave out what is no person."""
        self.somebodies.remove(one)
        self.nobody.append(one)
        return True

    def merge(self, one: Somebody, row: Correction) -> bool:
        """Join somebody to another."""
        other = self.find(row.value)
        if other is None or other is one:
            return False
        other.take(one)
        self.somebodies.remove(one)
        self.merged.append((one, other))
        return True

    def rename(self, one: Somebody, row: Correction) -> bool:
        """Show another name."""
        one.renamed = row.value
        one.look()
        return True


STEPS: Mapping[Action, Callable[[Applied, Somebody, Correction], bool]] = {
    Action.SPLIT: Applied.split,
    Action.NOT_A_PERSON: Applied.strike_out,
    Action.MERGE: Applied.merge,
    Action.RENAME: Applied.rename,
}


def apply(
    corrections: Corrections,
    somebodies: Sequence[Somebody],
    left: Sequence[Holder],
    countries: Mapping[str, str],
) -> Applied:
    """Split, strike out, merge and rename, in this order and in that of the file.

    Args:
        corrections: The host's.
        somebodies: As the rules have settled them.
        left: Who had an address and is not among them.
        countries: Names by code.
    """
    done = Applied(somebodies=list(somebodies), left=list(left), countries=countries)
    for action, step in STEPS.items():
        for row in corrections.of(action):
            one = done.find(row.person)
            if one and not step(done, one, row):
                done.idle.add(row.line)
            elif one:
                done.lines.add(row.line)
                done.index.clear()
    return done


def names_of(one: Somebody, countries: Mapping[str, str]) -> set[str]:
    """Return everything by which a host may name somebody: slugs, and every form of the name."""
    slugs = {one.slug, *one.natural_slugs(countries), slugify(one.name)}
    return {*slugs, *(f"{surname}, {given}" for surname, given in one.forms)} - {""}


def folded_name(name: str) -> str:
    """Return a full name in the form in which `names_of` has it; empty where it is none."""
    return ", ".join(name_key(name)) if " " in name else ""


class Families:
    """Surnames that must be settled together, because a correction joins their bearers."""

    def __init__(self, corrections: Corrections) -> None:
        self.of: dict[str, set[str]] = {}
        for row in corrections.of(Action.MERGE, Action.SPLIT):
            self.join({*surnames_of(row.person), *surnames_of(row.value)})

    def join(self, surnames: set[str]) -> None:
        """Make one family of some surnames and of all who are in a family with one of them."""
        family = surnames.union(*(self.of.get(surname, ()) for surname in surnames))
        for surname in family:
            self.of[surname] = family

    def joined(self, wanted: Mapping[str, int]) -> Iterator[dict[str, int]]:
        """Yield families with the number of mentions, in alphabetical order."""
        seen: set[str] = set()
        for surname in sorted(wanted):
            if surname not in seen:
                family = sorted(self.of.get(surname, {surname}))
                seen.update(family)
                yield {one: wanted[one] if one in wanted else mentions_of(one) for one in family}


def mentions_of(surname: str) -> int:
    """Return how often a surname is mentioned."""
    return Mention.found.filter(surname=surname).count()


def surnames_of(reference: str) -> Iterable[str]:
    """Return the surnames that a slug or a name may mean, as far as the room knows them.

    The last word of an address may be a country or a number, so each word is tried.
    """
    slug = slugify(reference)
    people = Person.objects.filter(slug=slug).values_list("surname", flat=True)
    former = FormerSlug.objects.filter(slug=slug).values_list("person__surname", "surname")
    words = slug.replace("-", " ")
    guessed = {name_key(reference).surname, name_key(words).surname, *words.split()}
    known = Mention.found.filter(surname__in=guessed).order_by().values_list("surname", flat=True)
    return {*people, *(name for pair in former for name in pair), *known.distinct()}
