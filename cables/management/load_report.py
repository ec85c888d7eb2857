"""The report of a load: a CSV file with a row for each cable and each rejected file."""

import csv
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import fields
from operator import attrgetter
from pathlib import Path

from django.core.management.base import CommandError

from cables.loading.load import LoadResult

REPORT_COLUMNS = tuple(field.name for field in fields(LoadResult))


@contextmanager
def report_writer(path: Path | None) -> Iterator[Callable[[LoadResult], object]]:
    """Open a report file, if any, and return a function that writes a row.

    Raises:
        CommandError: The file cannot be written.
    """
    if path is None:
        yield lambda _result: None
        return
    try:
        file = path.open("w", newline="", encoding="utf-8")
    except OSError as error:
        raise CommandError(f"The report {path} cannot be written: {error.strerror}.") from error
    with file:
        rows = csv.writer(file)
        rows.writerow(REPORT_COLUMNS)
        values = attrgetter(*REPORT_COLUMNS)
        yield lambda result: rows.writerow(values(result))
