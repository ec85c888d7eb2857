"""The chips above the list: the active filters, each with the link that removes it."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from cables.browse.filters import FilterValue
from cables.browse.query_links import QueryLinks
from cables.models import Post
from cables.search import ParsedQuery


@dataclass(frozen=True, slots=True, kw_only=True)
class FilterChip:
    """One value of an active filter."""

    label: str
    value: str
    query_string: str
    """The query string of the list without it."""


def build_chips(
    filter_values: Iterable[FilterValue], links: QueryLinks, *, person_name: str = ""
) -> list[FilterChip]:
    """Return the chips of the active filters, in the order of the filters.

    Args:
        filter_values: The active filters.
        links: Of the list.
        person_name: Shown instead of the person's slug.
    """
    active = list(filter_values)
    slugs = [item.value for item in active if item.name == "origin"]
    post_names = dict(Post.objects.filter(slug__in=slugs).values_list("slug", "name"))
    names = {"origin": post_names, "person": {item.value: person_name for item in active}}
    return [
        FilterChip(
            label=item.label,
            value=names.get(item.name, {}).get(item.value) or item.value,
            query_string=links.without(item.name, item.value),
        )
        for item in active
    ]


def list_heading(parsed_query: ParsedQuery, chips: Sequence[FilterChip]) -> str:
    """Return what the list contains, as one line of plain text."""
    parts = [f"“{parsed_query.text}”"] if parsed_query else []
    parts += [chip.value for chip in chips]
    return f"Cables: {', '.join(parts)}" if parts else "Cables"
