"""The facets beside a list: the values of its cables, each with its count and its link."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Final

from cables.browse.query_links import QueryLinks
from cables.facts.captions import find_caption
from cables.models import Classification, Post, Tag
from cables.models.selection import FacetCounts, Selection

VISIBLE_VALUES: Final = 8
"""Values shown at first; the others are folded."""
MAX_VALUES: Final = 24
"""Values on a page; pages of their own list the rest."""


@dataclass(frozen=True, slots=True, kw_only=True)
class FacetValue:
    """One value of a facet."""

    label: str
    meaning: str
    """The meaning of a code; empty if the label says it."""
    count: int
    """How many cables the list has with this value selected."""
    selected: bool
    query_string: str
    """The query string that selects the value, or removes it if it is selected."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Facet:
    """The values of one filter."""

    name: str
    title: str
    values: tuple[FacetValue, ...]
    """The values shown at first."""
    more_values: tuple[FacetValue, ...]
    remaining_count: int
    """How many more values the result has."""


def build_facets(counts: FacetCounts, selection: Selection, links: QueryLinks) -> tuple[Facet, ...]:
    """Return the facets of a list that have any value."""
    tags = {code: count for code, count in counts.tag.items() if "," not in code}
    levels = {
        level: counts.classification[level]
        for level in Classification.values  # least restricted first
        if level in counts.classification
    }
    facets = (
        _build_facet("origin", "Origin", counts.origin, selection.origins, links),
        _build_facet("tag", "TAGS", tags, selection.tags, links),
        _build_facet("classification", "Classification", levels, selection.classifications, links),
        _build_facet("caption", "Captions", counts.caption, selection.captions, links),
    )
    return tuple(facet for facet in facets if facet.values)


def _build_facet(
    name: str, title: str, counts: Mapping[str, int], selected: tuple[str, ...], links: QueryLinks
) -> Facet:
    """Return one facet: selected values first, then the most frequent ones."""
    ordered = [*selected, *(value for value in counts if value not in selected)]
    shown = ordered[: max(MAX_VALUES, len(selected))]
    descriptions = _value_descriptions(name, shown)
    values = []
    for value in shown:
        label, meaning = descriptions.get(value, (value, ""))
        is_selected = value in selected
        change = links.without if is_selected else links.with_value
        values.append(
            FacetValue(
                label=label,
                meaning=meaning,
                count=counts.get(value, 0),
                selected=is_selected,
                query_string=change(name, value),
            )
        )
    visible = max(VISIBLE_VALUES, len(selected))
    return Facet(
        name=name,
        title=title,
        values=tuple(values[:visible]),
        more_values=tuple(values[visible:]),
        remaining_count=len(ordered) - len(shown),
    )


def _value_descriptions(name: str, values: Iterable[str]) -> dict[str, tuple[str, str]]:
    """Return the label and meaning of each value that has a better label than itself."""
    if name == "origin":
        posts = Post.objects.filter(slug__in=list(values))
        return {post.slug: (post.name, "") for post in posts}
    if name == "tag":
        tags = Tag.objects.filter(code__in=list(values))
        return {tag.code: (tag.code, tag.meaning) for tag in tags}
    if name == "caption":
        captions = {code: find_caption(code) for code in values}
        return {
            code: (code, caption.name if caption.name.upper() != code else "")
            for code, caption in captions.items()
            if caption
        }
    return {}
