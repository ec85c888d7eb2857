"""The table that a bench prints, and what it says while it is at work."""

import sys
from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Figure:
    """One line of the table."""

    measure: str
    value: str
    beside: str = ""
    """What it is compared with, or what is wanted."""
    ratio: float | None = None
    """The value in units of what is beside it."""


def tell(doing: str) -> None:
    """Say what is being measured."""
    sys.stderr.write(f"{doing} ...\n")


def say_table(figures: Sequence[Figure]) -> None:
    """Print the table."""
    for figure in figures:
        ratio = "" if figure.ratio is None else f"{figure.ratio:6.2f}"
        line = f"{figure.measure:<52} {figure.value:>16}  {ratio:>6}  {figure.beside}"
        sys.stdout.write(line.rstrip() + "\n")
