"""Find cables: which, in which order, how many, and what the result is made of."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import Any, Final, Literal

from tantivy import Order, Query, Searcher

from cables.search.reader import reader
from cables.search.schema import FACETS
from cables.search.translation import query_for
from cables.search.words import Words
from cables.selection import Facets, Selection, Sort

MOST_VALUES: Final = 10_000
"""Of a facet: more than there are, or the counts of the rarer ones would not be exact."""
ORDERS: Final[dict[Sort, tuple[str, Order]]] = {
    "newest": ("newest", Order.Desc),
    "oldest": ("oldest", Order.Asc),
    "loaded": ("loaded", Order.Desc),
}
Widening = Literal["origin", "classification"]
KEPT: Final = 256
"""Counts of questions that are kept until the index changes: the next page asks for the same."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """A stretch of a result."""

    total: int
    keys: tuple[int, ...]
    """Primary keys, in order."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """A whole question."""

    words: Words
    selection: Selection
    cables: tuple[int, ...] | None = None
    """Keys that the list is kept to: the cables that name the selection's person."""

    @property
    def query(self) -> Query:
        """The query of the index."""
        return query_for(self.words, self.selection, cables=self.cables)

    def without(self, facet: Widening) -> "Asked":
        """Return the question without the filter of a facet of which any value may do."""
        return replace(self, selection=self.selection.without(facet))


def find(asked: Asked, *, limit: int, offset: int = 0) -> Found:
    """Find cables.

    Args:
        asked: The question; by relevance it is ordered where it has words, else newest first.
        limit: How many at most.
        offset: How many of the first are passed over.

    Raises:
        SearchUnavailableError: The index cannot answer.
    """
    sort = asked.selection.sort
    if sort == "relevance" and not asked.words.wanted:
        sort = "newest"

    def question(searcher: Searcher) -> Found:
        if sort == "relevance":
            result = searcher.search(asked.query, limit, offset=offset)
        else:
            name, order = ORDERS[sort]
            result = searcher.search(
                asked.query, limit, offset=offset, order_by_field=name, order=order
            )
        addresses = [address for _, address in result.hits]
        keys = searcher.fast_field_values("pk", addresses) if addresses else []
        total = result.count  # type: ignore[attr-defined] # the package's stubs forget it
        return Found(total=total, keys=tuple(int(key or 0) for key in keys))

    return reader.ask(question)


def facets(asked: Asked) -> Facets:
    """Count what a result is made of.

    Raises:
        SearchUnavailableError: The index cannot answer.
    """
    return counted(reader.opened().stamp, asked)


@lru_cache(maxsize=KEPT)
def counted(_stamp: tuple[int, int], asked: Asked) -> Facets:
    """Count for an index in one state."""
    widening: list[Widening] = []
    if asked.selection.origins:
        widening.append("origin")
    if asked.selection.classifications:
        widening.append("classification")
    found = buckets(asked, [name for name in (*FACETS, "month") if name not in widening])
    for name in widening:
        found |= buckets(asked.without(name), [name])
    month = {int(key): count for key, count in found.pop("month").items()}
    return Facets(month=dict(sorted(month.items())), **found)


def buckets(asked: Asked, names: Iterable[str]) -> dict[str, dict[Any, int]]:
    """Count the values of fields in a result."""
    wanted = {name: {"terms": {"field": name, "size": MOST_VALUES}} for name in names}
    answer = reader.ask(lambda searcher: searcher.aggregate(asked.query, wanted))
    return {name: as_counts(answer[name]["buckets"]) for name in wanted}


def as_counts(found: Sequence[dict[str, Any]]) -> dict[Any, int]:
    """Return counts by value, the most frequent first, among equals by the alphabet."""
    ordered = sorted(found, key=lambda one: (-one["doc_count"], one["key"]))
    return {one["key"]: one["doc_count"] for one in ordered}
