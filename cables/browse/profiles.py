"""What the cables of one post, or with one tag, have in common: their years, subjects, senders.

Asked for by `tallies`, which keeps the answers. Nothing here reads a cable's text.
"""

from collections import Counter
from dataclasses import dataclass
from typing import Final

from django.db.models import CharField, Count, Exists, OuterRef, QuerySet
from django.db.models.functions import Cast, Substr

from cables.models import Cable, CableTag, Mention
from cables.models.querysets import CableQuerySet
from cables.names.protection import withhold_names

MAX_RANKED: Final = 60
"""Tags or posts that a page names; `/cables/` has the others."""
MAX_NEWEST: Final = 10
MAX_SIGNERS: Final = 8
MANY_CABLES: Final = 4000
"""Cables from which on it is quicker to walk all cables by date than to sort those with a tag."""

Ranking = tuple[tuple[int, int], ...]
"""Primary keys with how many cables each, the most first."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Profile:
    """Counts of some cables."""

    years: dict[int, int]
    """Cables by year, oldest first, the years without any left out."""
    classifications: dict[str, int]
    posts: Ranking
    tags: Ranking
    """A tag's own profile leaves itself out."""
    newest: tuple[int, ...]
    """Primary keys of the last cables, newest first."""
    oldest: int | None
    """Primary key of the first dated cable; None where none has a date."""
    signers: Ranking
    """Persons who signed the most; empty for a tag or a classification."""

    @property
    def newest_and_oldest(self) -> list[int]:
        """Primary keys of the cables that a page shows: the newest, and the oldest."""
        return [*self.newest, *([self.oldest] if self.oldest else [])]


def post_profile(post: int) -> Profile:
    """Count the cables of a post, by its primary key."""
    cables = Cable.objects.filter(origin=post)
    beside = CableTag.objects.filter(cable__origin=post)
    signed = Mention.objects.filter(cable__origin=post, role=Mention.Role.SIGNER)
    return _build_profile(cables, by_date=cables, beside=beside, signed=signed)


def tag_profile(tag: int) -> Profile:
    """Count the cables with a tag, by its primary key.

    The tags beside it are found through the keys of the cables alone: a join over the cables
    themselves would read a page of each.
    """
    tagged = CableTag.objects.filter(tag=tag).order_by()
    cables = Cable.objects.filter(cable_tags__tag=tag)
    has_tag = Exists(CableTag.objects.filter(cable=OuterRef("pk"), tag=tag))
    by_date = Cable.objects.filter(has_tag) if tagged.count() > MANY_CABLES else cables
    beside = CableTag.objects.filter(cable_id__in=tagged.values("cable_id")).exclude(tag=tag)
    return _build_profile(cables, by_date=by_date, beside=beside)


def classification_profile(value: str) -> Profile:
    """Count the cables of a classification; their tags are too many to count for one page."""
    cables = Cable.objects.filter(classification=value)
    return _build_profile(cables, by_date=cables, beside=CableTag.objects.none())


def tags_with_withheld_names() -> frozenset[int]:
    """Return the primary keys of the tags that no list may repeat.

    A code that no table knows may be a word of a name, and a name may be withheld where it stands.
    """
    unknown = CableTag.objects.filter(tag__kind__in=("", "person")).order_by()
    rows = unknown.values_list("tag", "tag__code", "cable__withheld")
    return frozenset(
        tag for tag, code, names in rows if names and withhold_names(code, tuple(names)) != code
    )


def _build_profile(
    cables: CableQuerySet,
    *,
    by_date: CableQuerySet,
    beside: QuerySet[CableTag],
    signed: QuerySet[Mention] | None = None,
) -> Profile:
    """Count some cables.

    Args:
        cables: The cables.
        by_date: The same, asked for in the way that gives the newest and the oldest quickest.
        beside: The tags on them.
        signed: The signatures under them, where these are to be counted.
    """
    years: Counter[int] = Counter()
    classifications: Counter[str] = Counter()
    posts: Counter[int] = Counter()
    for year, classification, post, number in _grouped_counts(cables):
        classifications[classification] += number
        if year:
            years[int(year)] += number
        if post:
            posts[post] += number
    tags = beside.order_by().values_list("tag").annotate(number=Count("pk"))
    dated = by_date.exclude(created=None).order_by("created", "reference_id")
    return Profile(
        years=dict(sorted(years.items())),
        classifications=dict(classifications),
        posts=tuple(posts.most_common(MAX_RANKED)),
        tags=tuple(tags.order_by("-number", "tag__code")[:MAX_RANKED]),
        newest=tuple(by_date.newest_first().values_list("pk", flat=True)[:MAX_NEWEST]),
        oldest=dated.values_list("pk", flat=True).first(),
        signers=() if signed is None else _top_signers(signed),
    )


def _top_signers(signed: QuerySet[Mention]) -> Ranking:
    """Return the persons of signatures, those who signed the most cables first."""
    people = signed.order_by().values_list("person").annotate(number=Count("cable", distinct=True))
    return tuple(people.order_by("-number", "person")[:MAX_SIGNERS])


def _grouped_counts(
    cables: CableQuerySet,
) -> QuerySet[Cable, tuple[str | None, str, int | None, int]]:
    """Count by year, classification and post together, so that each cable is read once."""
    year = Substr(Cast("created", CharField()), 1, len("2007"))
    together = cables.order_by().annotate(year=year).values_list("year", "classification", "origin")
    return together.annotate(number=Count("pk"))
