"""Find cables in the index, and count the facet values of a result."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import Any, Final, Literal

from tantivy import Order, Query, Searcher

from cables.models.selection import FacetCounts, Selection, Sort
from cables.search.index_fields import FACET_FIELDS
from cables.search.index_reader import reader
from cables.search.query import ParsedQuery
from cables.search.tantivy_query import build_tantivy_query, complement

MAX_FACET_VALUES: Final = 10_000
"""More than a facet has; with fewer, the counts of rare values would not be exact."""
SORT_FIELDS: Final[dict[Sort, tuple[str, Order]]] = {
    "newest": ("newest", Order.Desc),
    "oldest": ("oldest", Order.Asc),
    # Keys follow the order of loading; times do not, as many cables are loaded in one second.
    "loaded": ("pk", Order.Desc),
}
WideningFacet = Literal["origin", "classification"]
MAX_PHRASE_KEYS: Final = 5000
"""The keys of all cables with a phrase are fetched together if there are no more than these."""
CACHE_SIZE: Final = 256
"""Cached counts, valid until the index changes; the next page of a result needs the same."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SearchPage:
    """A part of a result."""

    total: int
    keys: tuple[int, ...]
    """Primary keys, in order."""
    widest_keys: tuple[int, ...] = ()
    """Keys of the cables that match if the filters by origin and classification are ignored.

    Only for a query with a phrase that few cables contain; otherwise empty.
    """


@dataclass(frozen=True, slots=True, kw_only=True)
class SearchQuery:
    """The words, filters and order of a search."""

    parsed_query: ParsedQuery
    selection: Selection
    cable_keys: tuple[int, ...] | None = None
    """Keys of the cables to search: those that name the selection's person; None for all."""

    @property
    def tantivy_query(self) -> Query:
        """The query as the index takes it."""
        return build_tantivy_query(self.parsed_query, self.selection, cable_keys=self.cable_keys)

    @property
    def unordered(self) -> "SearchQuery":
        """The same query in one fixed order, so that counts are cached once for all orders."""
        return replace(self, selection=replace(self.selection, sort="newest"))

    @property
    def widening_facets(self) -> tuple[WideningFacet, ...]:
        """The facets with selected values where a cable needs to match only one of them."""
        selected: dict[WideningFacet, tuple[str, ...]] = {
            "origin": self.selection.origins,
            "classification": self.selection.classifications,
        }
        return tuple(name for name, values in selected.items() if values)

    def without(self, facet: WideningFacet) -> "SearchQuery":
        """Return the query without the filter of a widening facet."""
        return replace(self, selection=self.selection.without(facet))


ALL_CABLES: Final = SearchQuery(parsed_query=ParsedQuery(), selection=Selection())
"""The query that every cable matches."""


def find_cables(query: SearchQuery, *, limit: int, offset: int = 0) -> SearchPage:
    """Find cables.

    Args:
        query: The query; without words, sorting by relevance means newest first.
        limit: How many at most.
        offset: How many to skip.

    Raises:
        SearchUnavailableError: The index cannot answer.
    """
    if offset + limit > MAX_PHRASE_KEYS or all(
        term.kind != "phrase" for term in query.parsed_query.terms
    ):
        return _find_range(query, offset, offset + limit)
    return _find_phrase(query, offset, offset + limit)


def _find_phrase(query: SearchQuery, first: int, last: int) -> SearchPage:
    """Find cables with a phrase, searching for it only once if few cables contain it.

    Phrases take longest to search for. Filters do not affect the ranking, so the filtered result
    keeps the order of the unfiltered one.
    """
    widest = _find_range(query.without("origin").without("classification"), 0, MAX_PHRASE_KEYS)
    if len(widest.keys) < widest.total:
        return _find_range(query, first, last)
    if not query.widening_facets:
        return SearchPage(total=widest.total, keys=widest.keys[first:last], widest_keys=widest.keys)
    filters_only = replace(query, parsed_query=ParsedQuery(), cable_keys=widest.keys)
    matching = set(_find_range(filters_only, 0, MAX_PHRASE_KEYS).keys)
    keys = [key for key in widest.keys if key in matching]
    return SearchPage(total=len(keys), keys=tuple(keys[first:last]), widest_keys=widest.keys)


def _find_range(query: SearchQuery, first: int, last: int) -> SearchPage:
    """Find the cables from one position of a result to another."""
    sort = query.selection.sort
    if sort == "relevance" and not query.parsed_query.required:
        sort = "newest"

    def search(searcher: Searcher) -> SearchPage:
        if sort == "relevance":
            result = searcher.search(query.tantivy_query, last - first, offset=first)
        else:
            name, order = SORT_FIELDS[sort]
            result = searcher.search(
                query.tantivy_query, last - first, offset=first, order_by_field=name, order=order
            )
        addresses = [address for _, address in result.hits]
        keys = searcher.fast_field_values("pk", addresses) if addresses else []
        total: int = result.count  # type: ignore[attr-defined] # missing in the package's stubs
        return SearchPage(total=total, keys=tuple(int(key or 0) for key in keys))

    return reader.run(search)


def count_facets(query: SearchQuery, page: SearchPage | None = None) -> FacetCounts:
    """Count the facet values of a result.

    Args:
        query: The query; its order does not matter.
        page: Any part of its result, which makes counting faster.

    Raises:
        SearchUnavailableError: The index cannot answer.
    """
    opened, unordered = reader.current_index(), query.unordered
    if page and page.widest_keys:
        unordered = replace(
            unordered, parsed_query=ParsedQuery(), cable_keys=tuple(sorted(page.widest_keys))
        )
    total = page.total if page else 0
    matches_most = unordered != ALL_CABLES and 2 * total > opened.state.cables
    return _cached_facet_counts(opened.commit_stamp, unordered, matches_most=matches_most)


@lru_cache(maxsize=CACHE_SIZE)
def _cached_facet_counts(
    commit_stamp: tuple[int, int], query: SearchQuery, *, matches_most: bool = False
) -> FacetCounts:
    """Count the facet values of a result, for one state of the index.

    Counting takes longer the more cables there are. If most cables match, the others are counted
    instead and subtracted from the counts of all cables.
    """
    names = [name for name in (*FACET_FIELDS, "month") if name not in query.widening_facets]
    counts = (
        _counts_by_complement(commit_stamp, query, names)
        if matches_most
        else _count_values(query.tantivy_query, names)
    )
    for name in query.widening_facets:
        counts |= _count_values(query.without(name).tantivy_query, [name])
    month = {int(key): count for key, count in counts.pop("month").items()}
    return FacetCounts(month=dict(sorted(month.items())), **counts)


def _counts_by_complement(
    commit_stamp: tuple[int, int], query: SearchQuery, names: Iterable[str]
) -> dict[str, dict[Any, int]]:
    """Return the counts of all cables minus those of the cables that do not match."""
    all_counts = _cached_facet_counts(commit_stamp, ALL_CABLES)
    excluded_counts = _count_values(complement(query.tantivy_query), names)
    return {
        name: most_frequent_first((Counter(getattr(all_counts, name)) - Counter(excluded)).items())
        for name, excluded in excluded_counts.items()
    }


def _count_values(query: Query, names: Iterable[str]) -> dict[str, dict[Any, int]]:
    """Count the values of each field in a result."""
    aggregations = {name: {"terms": {"field": name, "size": MAX_FACET_VALUES}} for name in names}
    answer = reader.run(lambda searcher: searcher.aggregate(query, aggregations))
    return {
        name: most_frequent_first(
            (bucket["key"], bucket["doc_count"]) for bucket in answer[name]["buckets"]
        )
        for name in aggregations
    }


def most_frequent_first(counts: Iterable[tuple[Any, int]]) -> dict[Any, int]:
    """Sort values by their counts, the most frequent first, and equal counts by value."""
    return dict(sorted(counts, key=lambda item: (-item[1], item[0])))
