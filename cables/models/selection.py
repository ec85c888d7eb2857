"""Filters and sort order of a list of cables, as one value.

The database and the search index both apply it; a test checks that they agree.
"""

from dataclasses import dataclass, field, replace
from datetime import date
from typing import Final, Literal, Self

Sort = Literal["relevance", "newest", "oldest", "loaded"]
SORTS: Final[tuple[Sort, ...]] = ("relevance", "newest", "oldest", "loaded")


@dataclass(frozen=True, slots=True, kw_only=True)
class Selection:
    """Which cables, in which order; an empty field matches all cables."""

    origins: tuple[str, ...] = ()
    """Slugs of posts; a cable must match one."""
    tags: tuple[str, ...] = ()
    """Codes; a cable must match all."""
    classifications: tuple[str, ...] = ()
    """Values; a cable must match one."""
    captions: tuple[str, ...] = ()
    """Codes; a cable must match all."""
    created_after: date | None = None
    """First day, inclusive; excludes cables without a date."""
    created_before: date | None = None
    """Last day, inclusive."""
    released_after: date | None = None
    released_before: date | None = None
    person: str = ""
    """Slug of a person named in the cables."""
    has_references: bool = False
    sort: Sort = "newest"

    def newest_loaded_first(self) -> Self:
        return replace(self, sort="loaded")

    @property
    def has_filters(self) -> bool:
        """Whether any filter is set."""
        return self != Selection(sort=self.sort)

    def without(self, facet: Literal["origin", "classification"]) -> Self:
        """Return a copy without the filter of a facet that matches any of its values."""
        if facet == "origin":
            return replace(self, origins=())
        return replace(self, classifications=())


@dataclass(frozen=True, slots=True, kw_only=True)
class FacetCounts:
    """Number of matching cables for each value of each facet, most frequent first.

    The count for a value is the number of cables that a reader gets by selecting it. Tags and
    captions narrow the result, so they are counted within it. Origins and classifications widen it,
    so each of the two is counted as if its own filter were not set.
    """

    origin: dict[str, int] = field(default_factory=dict)
    tag: dict[str, int] = field(default_factory=dict)
    classification: dict[str, int] = field(default_factory=dict)
    caption: dict[str, int] = field(default_factory=dict)
    month: dict[int, int] = field(default_factory=dict)
    """Keys such as 200702, oldest first; cables without a date are not counted."""
