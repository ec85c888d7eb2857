"""What a reader has asked the list for: words, filters and order, as one value.

The database and the search index both answer it; a test holds them to the same answer.
"""

from dataclasses import dataclass, field, replace
from datetime import date
from typing import Final, Literal, Self

Sort = Literal["relevance", "newest", "oldest", "loaded"]
SORTS: Final[tuple[Sort, ...]] = ("relevance", "newest", "oldest", "loaded")


@dataclass(frozen=True, slots=True, kw_only=True)
class Selection:
    """Which cables, and in which order. Empty means: any."""

    origins: tuple[str, ...] = ()
    """Slugs of posts; any of them."""
    tags: tuple[str, ...] = ()
    """Codes; all of them."""
    classifications: tuple[str, ...] = ()
    """Values; any of them."""
    captions: tuple[str, ...] = ()
    """Codes; all of them."""
    created_after: date | None = None
    """First day, itself included; a cable without a date is then left out."""
    created_before: date | None = None
    """Last day, itself included."""
    released_after: date | None = None
    released_before: date | None = None
    person: str = ""
    """Slug of somebody whom the cables name."""
    has_references: bool = False
    sort: Sort = "newest"

    def newest_loaded_first(self) -> Self:
        """Return the same in the order in which the room loaded the cables."""
        return replace(self, sort="loaded")

    @property
    def has_filters(self) -> bool:
        """Whether any filter is set."""
        return self != Selection(sort=self.sort)

    def without(self, facet: Literal["origin", "classification"]) -> Self:
        """Return the same without the filter of a facet of which any value will do."""
        if facet == "origin":
            return replace(self, origins=())
        return replace(self, classifications=())


@dataclass(frozen=True, slots=True, kw_only=True)
class FacetCounts:
    """How many cables of a result have each value, the most frequent first.

    The count beside a value is the number of cables that a reader gets by choosing it. Tags and
    captions narrow a result, so they are counted in it. Origins and classifications widen it, as
    any of them will do: each of the two is counted as if its own filter were not set.
    """

    origin: dict[str, int] = field(default_factory=dict)
    tag: dict[str, int] = field(default_factory=dict)
    classification: dict[str, int] = field(default_factory=dict)
    caption: dict[str, int] = field(default_factory=dict)
    month: dict[int, int] = field(default_factory=dict)
    """By 200702, oldest first; cables without a date are in none."""
