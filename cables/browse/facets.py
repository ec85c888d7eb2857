"""The facets beside a list: the values of its cables, each with its count and its link."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Final
from urllib.parse import quote_plus

from cables.browse.filters import CableFilter
from cables.facts.captions import caption
from cables.models import Classification, Post, Tag
from cables.models.selection import Facets

AT_ONCE: Final = 8
"""Values in view; the others are folded."""
MOST: Final = 24
"""Values on a page; pages of their own list the rest."""
ANY: Final = "%00"
"""Stands for a value in a query string made once for all of a facet: no address can have it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Value:
    """One value of a facet."""

    label: str
    meaning: str
    """What a code stands for; empty where the label says it."""
    count: int
    """How many cables the list has once it is chosen; of a chosen one, as many as it has now."""
    chosen: bool
    query: str
    """The query string that chooses it, or takes it away again."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Facet:
    """One facet."""

    name: str
    title: str
    values: tuple[Value, ...]
    """Those in view."""
    folded: tuple[Value, ...]
    left_out: int
    """How many further values the result has."""


def facets_beside(counts: Facets, chosen: CableFilter) -> tuple[Facet, ...]:
    """Return the facets of a list that have any value.

    Args:
        counts: What the list is made of.
        chosen: Which filters are set.
    """
    selection = chosen.selection
    tags = {code: count for code, count in counts.tag.items() if "," not in code}
    found = (
        facet("origin", "Origin", counts.origin, selection.origins, chosen),
        facet("tag", "TAGS", tags, selection.tags, chosen),
        facet(
            "classification",
            "Classification",
            by_level(counts.classification),
            selection.classifications,
            chosen,
        ),
        facet("caption", "Captions", counts.caption, selection.captions, chosen),
    )
    return tuple(one for one in found if one.values)


def by_level(counts: Mapping[str, int]) -> dict[str, int]:
    """Order classifications from the least restricted to the most."""
    return {level: counts[level] for level in Classification.values if level in counts}


def facet(
    name: str,
    title: str,
    counts: Mapping[str, int],
    selected: tuple[str, ...],
    chosen: CableFilter,
) -> Facet:
    """Return one facet: what is chosen first, then the most frequent values."""
    adding = chosen.query_with(name, "\x00")
    order = [*selected, *(value for value in counts if value not in selected)]
    shown = order[: max(MOST, len(selected))]
    described = descriptions(name, shown)
    values = tuple(
        Value(
            label=described.get(value, (value, ""))[0],
            meaning=described.get(value, (value, ""))[1],
            count=counts.get(value, 0),
            chosen=value in selected,
            query=chosen.query_with(name, without=value)
            if value in selected
            else adding.replace(ANY, quote_plus(value)),
        )
        for value in shown
    )
    in_view = max(AT_ONCE, len(selected))
    return Facet(
        name=name,
        title=title,
        values=values[:in_view],
        folded=values[in_view:],
        left_out=len(order) - len(shown),
    )


def descriptions(name: str, values: Iterable[str]) -> dict[str, tuple[str, str]]:
    """Return label and meaning of values, as far as anything better than the value is known."""
    if name == "origin":
        posts = Post.objects.filter(slug__in=list(values))
        return {post.slug: (post.name, "") for post in posts}
    if name == "tag":
        tags = Tag.objects.filter(code__in=list(values))
        return {tag.code: (tag.code, tag.meaning) for tag in tags}
    if name == "caption":
        return dict(captions_described(values))
    return {}


def captions_described(values: Iterable[str]) -> Iterator[tuple[str, tuple[str, str]]]:
    """Yield the captions that a table knows, with their names where these say more."""
    for code in values:
        if known := caption(code):
            yield code, (code, known.name if known.name.upper() != code else "")
