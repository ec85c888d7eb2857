"""Counts of the cables of one post, tag or classification: years, topics, senders.

`statistics` caches the results. No query here reads a cable's text.
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
"""Tags or posts shown on a page; `/cables/` has the others."""
MAX_NEWEST: Final = 10
MAX_SIGNERS: Final = 8
MANY_CABLES: Final = 4000
"""With more cables, walking all cables by date is faster than sorting those with a tag."""

Ranking = tuple[tuple[int, int], ...]
"""Primary keys with their numbers of cables, the most first."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Profile:
    """Counts of the cables of one post, tag or classification."""

    years: dict[int, int]
    """Cables by year, oldest first, without empty years."""
    classifications: dict[str, int]
    posts: Ranking
    tags: Ranking
    """The profile of a tag does not include the tag itself."""
    newest: tuple[int, ...]
    """Primary keys of the last cables, newest first."""
    oldest: int | None
    """Primary key of the first dated cable; None if none has a date."""
    signers: Ranking
    """The people who signed the most; empty for a tag or a classification."""

    @property
    def newest_and_oldest(self) -> list[int]:
        """Primary keys of the cables that a page shows."""
        return [*self.newest, *([self.oldest] if self.oldest else [])]


def post_profile(post: int) -> Profile:
    """Count the cables of a post, by its primary key."""
    cables = Cable.objects.filter(origin=post)
    cable_tags = CableTag.objects.filter(cable__origin=post)
    signatures = Mention.objects.filter(cable__origin=post, role=Mention.Role.SIGNER)
    return _build_profile(cables, by_date=cables, cable_tags=cable_tags, signatures=signatures)


def tag_profile(tag: int) -> Profile:
    """Count the cables with a tag, by its primary key.

    Its other tags are found through the keys of the cables; a join with the cables would read a
    database page for each.
    """
    tagged = CableTag.objects.filter(tag=tag).order_by()
    cables = Cable.objects.filter(cable_tags__tag=tag)
    has_tag = Exists(CableTag.objects.filter(cable=OuterRef("pk"), tag=tag))
    by_date = Cable.objects.filter(has_tag) if tagged.count() > MANY_CABLES else cables
    cable_tags = CableTag.objects.filter(cable_id__in=tagged.values("cable_id")).exclude(tag=tag)
    return _build_profile(cables, by_date=by_date, cable_tags=cable_tags)


def classification_profile(value: str) -> Profile:
    """Count the cables of a classification; their tags are too many to count for one page."""
    cables = Cable.objects.filter(classification=value)
    return _build_profile(cables, by_date=cables, cable_tags=CableTag.objects.none())


def tags_with_withheld_names() -> frozenset[int]:
    """Return the primary keys of the tags that no list may show.

    An unknown code may be part of a name, and that name may be withheld in the cable.
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
    cable_tags: QuerySet[CableTag],
    signatures: QuerySet[Mention] | None = None,
) -> Profile:
    """Count cables.

    Args:
        cables: The cables.
        by_date: The same cables, as the queryset that finds the newest and oldest fastest.
        cable_tags: Their tags.
        signatures: Their signatures, to count the signers.
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
    tags = cable_tags.order_by().values_list("tag").annotate(number=Count("pk"))
    dated = by_date.exclude(created=None).order_by("created", "reference_id")
    return Profile(
        years=dict(sorted(years.items())),
        classifications=dict(classifications),
        posts=tuple(posts.most_common(MAX_RANKED)),
        tags=tuple(tags.order_by("-number", "tag__code")[:MAX_RANKED]),
        newest=tuple(by_date.newest_first().values_list("pk", flat=True)[:MAX_NEWEST]),
        oldest=dated.values_list("pk", flat=True).first(),
        signers=() if signatures is None else _top_signers(signatures),
    )


def _top_signers(signatures: QuerySet[Mention]) -> Ranking:
    """Return the people who signed the most cables."""
    people = (
        signatures.order_by().values_list("person").annotate(number=Count("cable", distinct=True))
    )
    return tuple(people.order_by("-number", "person")[:MAX_SIGNERS])


def _grouped_counts(
    cables: CableQuerySet,
) -> QuerySet[Cable, tuple[str | None, str, int | None, int]]:
    """Count by year, classification and post in one query, so that each cable is read once."""
    year = Substr(Cast("created", CharField()), 1, len("2007"))
    groups = cables.order_by().annotate(year=year).values_list("year", "classification", "origin")
    return groups.annotate(number=Count("pk"))
