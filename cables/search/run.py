"""Find cables: which, in which order, how many, and what the result is made of."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import Any, Final, Literal

from tantivy import Order, Query, Searcher

from cables.models.selection import Facets, Selection, Sort
from cables.search.index_fields import FACETS
from cables.search.index_reader import reader
from cables.search.query import Words
from cables.search.tantivy_query import all_but, query_for

MOST_VALUES: Final = 10_000
"""Of a facet: more than there are, or the counts of the rarer ones would not be exact."""
ORDERS: Final[dict[Sort, tuple[str, Order]]] = {
    "newest": ("newest", Order.Desc),
    "oldest": ("oldest", Order.Asc),
    "loaded": ("pk", Order.Desc),  # given out in the order of loading, many in one second
}
Widening = Literal["origin", "classification"]
FEW: Final = 5000
"""Cables of a phrase whose keys are fetched all at once."""
KEPT: Final = 256
"""Counts of questions that are kept until the index changes: the next page asks for the same."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """A stretch of a result."""

    total: int
    keys: tuple[int, ...]
    """Primary keys, in order."""
    whole: tuple[int, ...] = ()
    """Those of all cables that fit, whatever origins and classifications are chosen.

    Only of a question with a phrase that few cables answer; else empty.
    """


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

    @property
    def unordered(self) -> "Asked":
        """The question in any order, which all ask for who count."""
        return replace(self, selection=replace(self.selection, sort="newest"))

    @property
    def widens(self) -> tuple[Widening, ...]:
        """The facets of which values are chosen, and any may do."""
        chosen: dict[Widening, tuple[str, ...]] = {
            "origin": self.selection.origins,
            "classification": self.selection.classifications,
        }
        return tuple(name for name, values in chosen.items() if values)

    def without(self, facet: Widening) -> "Asked":
        """Return the question without the filter of a facet of which any value may do."""
        return replace(self, selection=self.selection.without(facet))


EVERYTHING: Final = Asked(words=Words(), selection=Selection())
"""The question that every cable answers."""


def find(asked: Asked, *, limit: int, offset: int = 0) -> Found:
    """Find cables.

    Args:
        asked: The question; by relevance it is ordered where it has words, else newest first.
        limit: How many at most.
        offset: How many of the first are passed over.

    Raises:
        SearchUnavailableError: The index cannot answer.
    """
    if offset + limit > FEW or all(term.kind != "phrase" for term in asked.words.terms):
        return stretch(asked, offset, offset + limit)
    return phrase_found(asked, offset, offset + limit)


def phrase_found(asked: Asked, first: int, last: int) -> Found:
    """Find cables by a phrase, which takes longest to look for: where few have it, only once.

    Filters do not rank: what they leave of a result stands in the same order.
    """
    widest = asked.without("origin").without("classification")
    found = stretch(widest, 0, FEW)
    if len(found.keys) < found.total:
        return stretch(asked, first, last)
    if not asked.widens:
        return Found(total=found.total, keys=found.keys[first:last], whole=found.keys)
    among = replace(asked, words=Words(), cables=found.keys)
    fitting = set(stretch(among, 0, FEW).keys)
    keys = [key for key in found.keys if key in fitting]
    return Found(total=len(keys), keys=tuple(keys[first:last]), whole=found.keys)


def stretch(asked: Asked, first: int, last: int) -> Found:
    """Look for the cables from one place of a result to another."""
    sort = asked.selection.sort
    if sort == "relevance" and not asked.words.wanted:
        sort = "newest"

    def question(searcher: Searcher) -> Found:
        if sort == "relevance":
            result = searcher.search(asked.query, last - first, offset=first)
        else:
            name, order = ORDERS[sort]
            result = searcher.search(
                asked.query, last - first, offset=first, order_by_field=name, order=order
            )
        addresses = [address for _, address in result.hits]
        found = searcher.fast_field_values("pk", addresses) if addresses else []
        total: int = result.count  # type: ignore[attr-defined] # the package's stubs forget it
        return Found(total=total, keys=tuple(int(key or 0) for key in found))

    return reader.ask(question)


def facets(asked: Asked, found: Found | None = None) -> Facets:
    """Count what a result is made of.

    Args:
        asked: The question; its order is all the same.
        found: Any stretch of its result, if at hand: it is then counted sooner.

    Raises:
        SearchUnavailableError: The index cannot answer.
    """
    opened, unordered = reader.opened(), asked.unordered
    if found and found.whole:
        unordered = replace(unordered, words=Words(), cables=tuple(sorted(found.whole)))
    total = found.total if found else 0
    mostly = unordered != EVERYTHING and 2 * total > opened.state.cables
    return counted(opened.stamp, unordered, mostly=mostly)


@lru_cache(maxsize=KEPT)
def counted(stamp: tuple[int, int], asked: Asked, *, mostly: bool = False) -> Facets:
    """Count for an index in one state.

    A count takes as long as the cables that it goes through are many. Where most of them fit,
    those that do not are counted instead, and taken away from the counts of all.
    """
    names = [name for name in (*FACETS, "month") if name not in asked.widens]
    found = remaining(stamp, asked, names) if mostly else buckets(asked.query, names)
    for name in asked.widens:
        found |= buckets(asked.without(name).query, [name])
    month = {int(key): count for key, count in found.pop("month").items()}
    return Facets(month=dict(sorted(month.items())), **found)


def remaining(
    stamp: tuple[int, int], asked: Asked, names: Iterable[str]
) -> dict[str, dict[Any, int]]:
    """Count the values of fields in a result by what all cables have and the others lack."""
    everything = counted(stamp, EVERYTHING)
    others = buckets(all_but(asked.query), names)
    return {
        name: most_first(Counter(getattr(everything, name)) - Counter(lacking))
        for name, lacking in others.items()
    }


def buckets(query: Query, names: Iterable[str]) -> dict[str, dict[Any, int]]:
    """Count the values of fields in a result."""
    wanted = {name: {"terms": {"field": name, "size": MOST_VALUES}} for name in names}
    answer = reader.ask(lambda searcher: searcher.aggregate(query, wanted))
    return {
        name: most_first({one["key"]: one["doc_count"] for one in answer[name]["buckets"]})
        for name in wanted
    }


def most_first(counts: Mapping[Any, int]) -> dict[Any, int]:
    """Order counts by value, the most frequent first, among equals by the alphabet."""
    return dict(sorted(counts.items(), key=lambda one: (-one[1], one[0])))
