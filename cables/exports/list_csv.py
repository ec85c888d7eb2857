"""A list as CSV: a header row, a row for each cable, and comment rows behind them."""

import csv
from collections.abc import Iterable, Iterator, Sequence
from typing import Final

from django.http import StreamingHttpResponse

from cables.exports.limits import MOST, batches, respond
from cables.exports.row import ExcerptsOf, Json, absolute, row
from cables.models import Cable

COLUMNS: Final = (
    "reference_id",
    "created",
    "released",
    "classification",
    "origin",
    "title",
    "tags",
    "captions",
    "url",
)
COLUMNS_OF_A_SEARCH: Final = ("paragraphs", "excerpts")
BETWEEN: Final = "; "
"""What parts several values in one cell; a TAGS code may hold blanks and commas."""
FORMULAS: Final = ("=", "+", "-", "@", "\t", "\r", "\n")
"""How a cell begins that a spreadsheet would take for a formula and run."""


def as_csv(
    cables: Iterable[Cable],
    *,
    total: int,
    address: str,
    notices: Sequence[str] = (),
    excerpts: ExcerptsOf | None = None,
) -> StreamingHttpResponse:
    """Return a list of cables as CSV.

    Args:
        cables: In order, best a queryset `for_lists()`; those beyond the bound are left out.
        total: How many fit.
        address: The same list as a page, path and query.
        notices: Sentences on what could not be done as asked; comment rows behind the cables.
        excerpts: What a search found, for a batch of cables.
    """
    response = respond(
        pieces(cables, total, address, notices, excerpts),
        content_type="text/csv; charset=utf-8; header=present",
        total=total,
        address=absolute(address),
        notices=notices,
    )
    response.headers["Content-Disposition"] = 'attachment; filename="cables.csv"'
    return response


def pieces(
    cables: Iterable[Cable],
    total: int,
    address: str,
    notices: Sequence[str],
    excerpts: ExcerptsOf | None,
) -> Iterator[str]:
    """Yield the lines, a batch at a time."""
    yield line([*COLUMNS, *(COLUMNS_OF_A_SEARCH if excerpts else ())])
    returned = 0
    for batch in batches(cables):
        found = excerpts(batch) if excerpts else {}
        rows = (
            row(cable, found.get(cable.reference_id, ()) if excerpts else None) for cable in batch
        )
        yield "".join(line(cells(facts)) for facts in rows)
        returned += len(batch)
    yield from (line([f"# {notice}"]) for notice in notices)
    if returned < total:
        yield line([f"# cut at {returned} of {total} cables ({MOST} at most): {absolute(address)}"])


def cells(facts: Json) -> list[str]:
    """Return a cable's facts as text, in the order of the columns."""
    words = {
        **facts,
        "origin": facts["origin"]["name"] if facts["origin"] else "",
        "tags": BETWEEN.join(facts["tags"]),
        "captions": BETWEEN.join(facts["captions"]),
    }
    values = [words[name] or "" for name in COLUMNS]
    if "excerpts" in facts:
        values.append(BETWEEN.join(one["url"] for one in facts["excerpts"]))
        values.append("\n".join(one["text"] for one in facts["excerpts"]))
    return values


class Lines:
    """Where a csv.writer writes a line: the last one is kept."""

    def __init__(self) -> None:
        self.last = ""

    def write(self, text: str) -> None:
        """Keep it."""
        self.last = text


def line(values: list[str]) -> str:
    """Write a row; no cell of it is a formula."""
    written = Lines()
    csv.writer(written).writerow(map(guarded, values))
    return written.last


def guarded(value: str) -> str:
    """Return a cell's text, an apostrophe before what a spreadsheet would run."""
    return f"'{value}" if value.startswith(FORMULAS) else value
