"""The facets beside a list: the values of its cables, each with its count and its link."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Final
from urllib.parse import quote_plus

from cables.browse.filters import CableFilter
from cables.facts.captions import find_caption
from cables.models import Classification, Post, Tag
from cables.models.selection import FacetCounts

VISIBLE_VALUES: Final = 8
"""Values in view; the others are folded."""
MAX_VALUES: Final = 24
"""Values on a page; pages of their own list the rest."""
PLACEHOLDER: Final = "%00"
"""Stands for a value in a query string made once for all of a facet: no address can have it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class FacetValue:
    """One value of a facet."""

    label: str
    meaning: str
    """What a code stands for; empty where the label says it."""
    count: int
    """How many cables the list has once it is chosen; of a chosen one, as many as it has now."""
    selected: bool
    query_string: str
    """The query string that chooses it, or takes it away again."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Facet:
    """One facet."""

    name: str
    title: str
    values: tuple[FacetValue, ...]
    """Those in view."""
    more_values: tuple[FacetValue, ...]
    remaining_count: int
    """How many further values the result has."""


def build_facets(counts: FacetCounts, filters: CableFilter) -> tuple[Facet, ...]:
    """Return the facets of a list that have any value.

    Args:
        counts: What the list is made of.
        filters: Which filters are set.
    """
    selection = filters.selection
    tags = {code: count for code, count in counts.tag.items() if "," not in code}
    found = (
        _build_facet("origin", "Origin", counts.origin, selection.origins, filters),
        _build_facet("tag", "TAGS", tags, selection.tags, filters),
        _build_facet(
            "classification",
            "Classification",
            _least_restricted_first(counts.classification),
            selection.classifications,
            filters,
        ),
        _build_facet("caption", "Captions", counts.caption, selection.captions, filters),
    )
    return tuple(one for one in found if one.values)


def _least_restricted_first(counts: Mapping[str, int]) -> dict[str, int]:
    """Order classifications from the least restricted to the most."""
    return {level: counts[level] for level in Classification.values if level in counts}


def _build_facet(
    name: str,
    title: str,
    counts: Mapping[str, int],
    selected: tuple[str, ...],
    chosen: CableFilter,
) -> Facet:
    """Return one facet: what is chosen first, then the most frequent values."""
    adding = chosen.query_string_with(name, "\x00")
    order = [*selected, *(value for value in counts if value not in selected)]
    shown = order[: max(MAX_VALUES, len(selected))]
    described = _value_descriptions(name, shown)
    values = tuple(
        FacetValue(
            label=described.get(value, (value, ""))[0],
            meaning=described.get(value, (value, ""))[1],
            count=counts.get(value, 0),
            selected=value in selected,
            query_string=chosen.query_string_with(name, without=value)
            if value in selected
            else adding.replace(PLACEHOLDER, quote_plus(value)),
        )
        for value in shown
    )
    in_view = max(VISIBLE_VALUES, len(selected))
    return Facet(
        name=name,
        title=title,
        values=values[:in_view],
        more_values=values[in_view:],
        remaining_count=len(order) - len(shown),
    )


def _value_descriptions(name: str, values: Iterable[str]) -> dict[str, tuple[str, str]]:
    """Return label and meaning of values, as far as anything better than the value is known."""
    if name == "origin":
        posts = Post.objects.filter(slug__in=list(values))
        return {post.slug: (post.name, "") for post in posts}
    if name == "tag":
        tags = Tag.objects.filter(code__in=list(values))
        return {tag.code: (tag.code, tag.meaning) for tag in tags}
    if name == "caption":
        return dict(_caption_descriptions(values))
    return {}


def _caption_descriptions(values: Iterable[str]) -> Iterator[tuple[str, tuple[str, str]]]:
    """Yield the captions that a table knows, with their names where these say more."""
    for code in values:
        if known := find_caption(code):
            yield code, (code, known.name if known.name.upper() != code else "")
