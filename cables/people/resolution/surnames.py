"""The surnames that a run resolves, in blocks of one transaction each."""

from collections.abc import Iterable, Iterator, Mapping
from typing import Final, NamedTuple

from django.db.models import Count, F
from django.utils.text import slugify

from cables.models import (
    FormerSlug,
    Mention,
    Person,
    ProtectedName,
    ResolutionRun,
    WithheldName,
)
from cables.names.comparison import name_key
from cables.people.resolution.corrections import Action, Corrections

MENTIONS_PER_BLOCK: Final = 5_000
"""A block has more only if a single group of surnames has."""
SURNAMES_PER_BLOCK: Final = 400
"""Any database accepts this many values in a statement."""


class Block(NamedTuple):
    """Surnames that are resolved in one transaction."""

    surnames: list[str]
    mentions: int


def all_surnames() -> dict[str, int]:
    """Return all surnames with their numbers of mentions."""
    surnames: dict[str, int] = {}
    for model in (Person, ProtectedName, FormerSlug, WithheldName):
        rows = model._default_manager.order_by()  # noqa: SLF001
        surnames |= dict.fromkeys(rows.values_list("surname", flat=True).distinct(), 0)
    return surnames | _mention_counts()


def unresolved_surnames(last: ResolutionRun) -> dict[str, int]:
    """Return the surnames of new names, and of people who have lost mentions, since a run."""
    querysets = (
        Mention.all_objects.filter(pk__gt=last.last_mention),
        ProtectedName.objects.filter(pk__gt=last.last_protected),
        Person.objects.annotate(now=Count("mentions")).exclude(now=F("mention_count")),
    )
    names = sorted(
        {
            surname
            for rows in querysets
            for surname in rows.order_by().values_list("surname", flat=True)
        }
    )
    surnames = dict.fromkeys(names, 0)
    for start in range(0, len(names), SURNAMES_PER_BLOCK):
        surnames |= _mention_counts(surname__in=names[start : start + SURNAMES_PER_BLOCK])
    return surnames


def _mention_counts(**conditions: object) -> dict[str, int]:
    rows = Mention.all_objects.filter(**conditions).order_by("surname").values_list("surname")
    return dict(rows.annotate(Count("pk")))


def surname_blocks(surnames: Mapping[str, int], corrections: Corrections) -> Iterator[Block]:
    """Divide surnames into blocks; surnames joined by a correction stay together.

    Args:
        surnames: With their numbers of mentions.
        corrections: Merges and splits may add surnames.
    """
    block = Block([], 0)
    for group in _SurnameGroups(corrections).groups(surnames):
        mentions = sum(group.values())
        if block.surnames and (
            block.mentions + mentions > MENTIONS_PER_BLOCK
            or len(block.surnames) + len(group) > SURNAMES_PER_BLOCK
        ):
            yield block
            block = Block([], 0)
        block = Block([*block.surnames, *group], block.mentions + mentions)
    if block.surnames:
        yield block


class _SurnameGroups:
    """Surnames that must be resolved together, because a correction joins their people."""

    def __init__(self, corrections: Corrections) -> None:
        self.by_surname: dict[str, set[str]] = {}
        for row in corrections.with_actions(Action.MERGE, Action.SPLIT):
            self.join({*_possible_surnames(row.person), *_possible_surnames(row.value)})

    def join(self, surnames: set[str]) -> None:
        """Put surnames into one group, with all that are in a group with any of them."""
        group = surnames.union(*(self.by_surname.get(surname, ()) for surname in surnames))
        for surname in group:
            self.by_surname[surname] = group

    def groups(self, surnames: Mapping[str, int]) -> Iterator[dict[str, int]]:
        """Yield groups with the numbers of mentions, in alphabetical order."""
        seen: set[str] = set()
        for surname in sorted(surnames):
            if surname not in seen:
                group = sorted(self.by_surname.get(surname, {surname}))
                seen.update(group)
                yield {
                    name: surnames[name] if name in surnames else _count_mentions(name)
                    for name in group
                }


def _count_mentions(surname: str) -> int:
    return Mention.all_objects.filter(surname=surname).count()


def _possible_surnames(reference: str) -> Iterable[str]:
    """Return the stored surnames that a slug or a name in a correction may mean.

    The last word of a slug may be a country or a number, so each word is tried.
    """
    slug = slugify(reference)
    people = Person.objects.filter(slug=slug).values_list("surname", flat=True)
    former = FormerSlug.objects.filter(slug=slug).values_list("person__surname", "surname")
    words = slug.replace("-", " ")
    guesses = {name_key(reference).surname, name_key(words).surname, *words.split()}
    mentioned = Mention.all_objects.filter(surname__in=guesses).order_by()
    return {
        *people,
        *(surname for pair in former for surname in pair),
        *mentioned.values_list("surname", flat=True).distinct(),
    }
