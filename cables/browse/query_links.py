"""The query strings that lead from one state of the list of cables to another."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final
from urllib.parse import urlencode

MULTI_VALUED: Final = ("origin", "tag", "classification", "caption")
"""Parameters that may occur more than once."""


@dataclass(frozen=True, slots=True, kw_only=True)
class QueryLinks:
    """The query strings of a list page, each leading to the first page of its list."""

    parameters: dict[str, list[str]]
    """The values of each parameter, in the order of the URL; without page and format."""
    for_cable: str
    """The query string for links to cables; empty if the list has neither words nor filters.

    With it, the cable's page highlights the words and shows the position in the list.
    """

    @property
    def current(self) -> str:
        """The query string of this list."""
        return urlencode(self.parameters, doseq=True)

    def with_value(self, name: str, value: str) -> str:
        """Return the query string with a value added, or replaced if the filter takes only one."""
        kept = self.parameters.get(name, []) if name in MULTI_VALUED else []
        return self._with_values(
            name, [*(old for old in kept if old.strip() and old != value), value]
        )

    def without(self, name: str, value: str) -> str:
        """Return the query string with a value removed."""
        kept = self.parameters.get(name, [])
        return self._with_values(name, [old for old in kept if old.strip() != value.strip()])

    def between(self, first: str, last: str) -> str:
        """Return the query string with the creation dates limited, each written as 2007-02."""
        limits = {"created_after": [first], "created_before": [last]}
        return urlencode(self.parameters | limits, doseq=True)

    def _with_values(self, name: str, values: Sequence[str]) -> str:
        return urlencode(self.parameters | {name: list(values)}, doseq=True)
