"""The table that the bench prints."""

import sys
from collections.abc import Iterable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """One line of the table."""

    measure: str
    value: str
    compared_with: str = ""
    ratio: float | None = None
    """The value divided by what it is compared with."""


def print_progress(step: str) -> None:
    """Print to standard error what is being measured."""
    sys.stderr.write(f"{step} ...\n")


def print_table(rows: Iterable[Row]) -> None:
    """Print the rows, the ratio first."""
    sys.stdout.write(f"{'ratio':>6}  {'measure':<46} {'value':>14}  compared with\n")
    for row in rows:
        ratio = "" if row.ratio is None else f"{row.ratio:.2f}"
        line = f"{ratio:>6}  {row.measure:<46} {row.value:>14}  {row.compared_with}"
        sys.stdout.write(line.rstrip() + "\n")
