"""Datasette's page of the same paragraphs for the same words, as its users meet it.

It is no part of what tests need: `make bench` installs it into a virtual environment of its own.
"""

import os
import sys
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Final
from urllib.parse import urlencode

from tests.bench.searching_server import Server, free_address, served

PROGRAM: Final = Path(sys.prefix, "bench", "bin", "datasette")


def installed() -> bool:
    """Tell whether Datasette is here."""
    return PROGRAM.is_file()


@contextmanager
def datasette(database: Path) -> Iterator[Server]:
    """Serve a database with Datasette as it comes."""
    address = free_address()
    _, port = address.split(":")
    command = [str(PROGRAM), "serve", "--immutable", str(database), "--port", port]
    with served(command, address, os.environ) as server:
        yield server


def paths(database: Path, matches: Iterable[str]) -> list[str]:
    """Return the pages: 20 paragraphs with the words, in the order of their keys, and the count."""
    table = f"/{database.stem}/paragraphs"
    asked = ({"_search": one, "_searchmode": "raw", "_size": 20} for one in matches)
    return [f"{table}?{urlencode(one)}" for one in asked]
