"""Find cables: which, in which order, how many, and what the result is made of."""

from collections import Counter
from collections.abc import Iterable, Mapping
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
"""Of a facet: more than there are, or the counts of the rarer ones would not be exact."""
SORT_FIELDS: Final[dict[Sort, tuple[str, Order]]] = {
    "newest": ("newest", Order.Desc),
    "oldest": ("oldest", Order.Asc),
    "loaded": ("pk", Order.Desc),  # given out in the order of loading, many in one second
}
WideningFacet = Literal["origin", "classification"]
MAX_PHRASE_KEYS: Final = 5000
"""Cables of a phrase whose keys are fetched all at once."""
CACHE_SIZE: Final = 256
"""Counts of questions that are kept until the index changes: the next page asks for the same."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SearchPage:
    """A stretch of a result."""

    total: int
    keys: tuple[int, ...]
    """Primary keys, in order."""
    widest_keys: tuple[int, ...] = ()
    """Those of all cables that fit, whatever origins and classifications are chosen.

    Only of a question with a phrase that few cables answer; else empty.
    """


@dataclass(frozen=True, slots=True, kw_only=True)
class SearchQuery:
    """A whole question."""

    parsed_query: ParsedQuery
    selection: Selection
    cable_keys: tuple[int, ...] | None = None
    """Keys that the list is kept to: the cables that name the selection's person."""

    @property
    def tantivy_query(self) -> Query:
        """The query of the index."""
        return build_tantivy_query(self.parsed_query, self.selection, cable_keys=self.cable_keys)

    @property
    def unordered(self) -> "SearchQuery":
        """The question in any order, which all ask for who count."""
        return replace(self, selection=replace(self.selection, sort="newest"))

    @property
    def widening_facets(self) -> tuple[WideningFacet, ...]:
        """The facets of which values are chosen, and any may do."""
        chosen: dict[WideningFacet, tuple[str, ...]] = {
            "origin": self.selection.origins,
            "classification": self.selection.classifications,
        }
        return tuple(name for name, values in chosen.items() if values)

    def without(self, facet: WideningFacet) -> "SearchQuery":
        """Return the question without the filter of a facet of which any value may do."""
        return replace(self, selection=self.selection.without(facet))


ALL_CABLES: Final = SearchQuery(parsed_query=ParsedQuery(), selection=Selection())
"""The question that every cable answers."""


def find_cables(query: SearchQuery, *, limit: int, offset: int = 0) -> SearchPage:
    """Find cables.

    Args:
        query: The question; by relevance it is ordered where it has words, else newest first.
        limit: How many at most.
        offset: How many of the first are passed over.

    Raises:
        SearchUnavailableError: The index cannot answer.
    """
    if offset + limit > MAX_PHRASE_KEYS or all(
        term.kind != "phrase" for term in query.parsed_query.terms
    ):
        return _find_range(query, offset, offset + limit)
    return _find_phrase(query, offset, offset + limit)


def _find_phrase(asked: SearchQuery, first: int, last: int) -> SearchPage:
    """Find cables by a phrase, which takes longest to look for: where few have it, only once.

    Filters do not rank: what they leave of a result stands in the same order.
    """
    widest = asked.without("origin").without("classification")
    found = _find_range(widest, 0, MAX_PHRASE_KEYS)
    if len(found.keys) < found.total:
        return _find_range(asked, first, last)
    if not asked.widening_facets:
        return SearchPage(total=found.total, keys=found.keys[first:last], widest_keys=found.keys)
    among = replace(asked, parsed_query=ParsedQuery(), cable_keys=found.keys)
    fitting = set(_find_range(among, 0, MAX_PHRASE_KEYS).keys)
    keys = [key for key in found.keys if key in fitting]
    return SearchPage(total=len(keys), keys=tuple(keys[first:last]), widest_keys=found.keys)


def _find_range(asked: SearchQuery, first: int, last: int) -> SearchPage:
    """Look for the cables from one place of a result to another."""
    sort = asked.selection.sort
    if sort == "relevance" and not asked.parsed_query.required:
        sort = "newest"

    def question(searcher: Searcher) -> SearchPage:
        if sort == "relevance":
            result = searcher.search(asked.tantivy_query, last - first, offset=first)
        else:
            name, order = SORT_FIELDS[sort]
            result = searcher.search(
                asked.tantivy_query, last - first, offset=first, order_by_field=name, order=order
            )
        addresses = [address for _, address in result.hits]
        found = searcher.fast_field_values("pk", addresses) if addresses else []
        total: int = result.count  # type: ignore[attr-defined] # the package's stubs forget it
        return SearchPage(total=total, keys=tuple(int(key or 0) for key in found))

    return reader.run(question)


def count_facets(query: SearchQuery, page: SearchPage | None = None) -> FacetCounts:
    """Count what a result is made of.

    Args:
        query: The question; its order is all the same.
        page: Any stretch of its result, if at hand: it is then counted sooner.

    Raises:
        SearchUnavailableError: The index cannot answer.
    """
    opened, unordered = reader.current_index(), query.unordered
    if page and page.widest_keys:
        unordered = replace(
            unordered, parsed_query=ParsedQuery(), cable_keys=tuple(sorted(page.widest_keys))
        )
    total = page.total if page else 0
    mostly = unordered != ALL_CABLES and 2 * total > opened.state.cables
    return _cached_facet_counts(opened.commit_stamp, unordered, mostly=mostly)


@lru_cache(maxsize=CACHE_SIZE)
def _cached_facet_counts(
    stamp: tuple[int, int], asked: SearchQuery, *, mostly: bool = False
) -> FacetCounts:
    """Count for an index in one state.

    A count takes as long as the cables that it goes through are many. Where most of them fit,
    those that do not are counted instead, and taken away from the counts of all.
    """
    names = [name for name in (*FACET_FIELDS, "month") if name not in asked.widening_facets]
    found = (
        _counts_by_complement(stamp, asked, names)
        if mostly
        else _count_values(asked.tantivy_query, names)
    )
    for name in asked.widening_facets:
        found |= _count_values(asked.without(name).tantivy_query, [name])
    month = {int(key): count for key, count in found.pop("month").items()}
    return FacetCounts(month=dict(sorted(month.items())), **found)


def _counts_by_complement(
    stamp: tuple[int, int], asked: SearchQuery, names: Iterable[str]
) -> dict[str, dict[Any, int]]:
    """Count the values of fields in a result by what all cables have and the others lack."""
    everything = _cached_facet_counts(stamp, ALL_CABLES)
    others = _count_values(complement(asked.tantivy_query), names)
    return {
        name: _most_frequent_first(Counter(getattr(everything, name)) - Counter(lacking))
        for name, lacking in others.items()
    }


def _count_values(query: Query, names: Iterable[str]) -> dict[str, dict[Any, int]]:
    """Count the values of fields in a result."""
    wanted = {name: {"terms": {"field": name, "size": MAX_FACET_VALUES}} for name in names}
    answer = reader.run(lambda searcher: searcher.aggregate(query, wanted))
    return {
        name: _most_frequent_first(
            {one["key"]: one["doc_count"] for one in answer[name]["buckets"]}
        )
        for name in wanted
    }


def _most_frequent_first(counts: Mapping[Any, int]) -> dict[Any, int]:
    """Order counts by value, the most frequent first, among equals by the alphabet."""
    return dict(sorted(counts.items(), key=lambda one: (-one[1], one[0])))
