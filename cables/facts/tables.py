"""Read one of the csv tables beside this file."""

import csv
from collections.abc import Mapping
from functools import cache
from pathlib import Path


@cache
def rows(table: str) -> tuple[Mapping[str, str], ...]:
    """Return the rows of a table, in the order of the file.

    Args:
        table: Name of the file without its ending: `posts`.

    Returns:
        One mapping a row, from column name to the text of the cell; an empty cell is `""`.

    Raises:
        FileNotFoundError: There is no such table.
    """
    path = Path(__file__).with_name(f"{table}.csv")
    with path.open(encoding="utf-8", newline="") as file:
        return tuple(csv.DictReader(file))
