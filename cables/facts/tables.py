"""Read csv tables."""

import csv
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Final

FACTS: Final = Path(__file__).parent


@cache
def read_table(table: str, folder: Path = FACTS) -> tuple[Mapping[str, str], ...]:
    """Return the rows of a table, in file order.

    Args:
        table: Name of the file without its extension: `posts`.
        folder: Folder of the file.

    Returns:
        One mapping per row, from column name to cell; an empty cell is `""`.

    Raises:
        FileNotFoundError: There is no such table.
    """
    path = folder / f"{table}.csv"
    with path.open(encoding="utf-8", newline="") as file:
        return tuple(csv.DictReader(file))
