"""A list as CSV: a header row, a row for each cable, and comment rows behind them."""

import csv
from collections.abc import Iterable, Iterator, Sequence
from typing import Final

from django.http import StreamingHttpResponse

from cables.exports.limits import MAX_CABLES, batches, list_response
from cables.exports.row import ExcerptFinder, Json, absolute_url, list_row
from cables.models import Cable

CSV_COLUMNS: Final = (
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
CSV_SEARCH_COLUMNS: Final = ("paragraphs", "excerpts")
VALUE_SEPARATOR: Final = "; "
"""What parts several values in one cell; a TAGS code may hold blanks and commas."""
FORMULA_STARTS: Final = ("=", "+", "-", "@", "\t", "\r", "\n")
"""How a cell begins that a spreadsheet would take for a formula and run."""


def as_csv(
    cables: Iterable[Cable],
    *,
    total: int,
    page_url: str,
    notices: Sequence[str] = (),
    find_excerpts: ExcerptFinder | None = None,
) -> StreamingHttpResponse:
    """Return a list of cables as CSV.

    Args:
        cables: In order, best a queryset `for_lists()`; those beyond the bound are left out.
        total: How many fit.
        page_url: The same list as a page, path and query.
        notices: Sentences on what could not be done as asked; comment rows behind the cables.
        find_excerpts: What a search found, for a batch of cables.
    """
    response = list_response(
        _csv_chunks(cables, total, page_url, notices, find_excerpts),
        content_type="text/csv; charset=utf-8; header=present",
        total=total,
        page_url=absolute_url(page_url),
        notices=notices,
    )
    response.headers["Content-Disposition"] = 'attachment; filename="cables.csv"'
    return response


def _csv_chunks(
    cables: Iterable[Cable],
    total: int,
    address: str,
    notices: Sequence[str],
    excerpts: ExcerptFinder | None,
) -> Iterator[str]:
    """Yield the lines, a batch at a time."""
    yield _csv_line([*CSV_COLUMNS, *(CSV_SEARCH_COLUMNS if excerpts else ())])
    returned = 0
    for batch in batches(cables):
        found = excerpts(batch) if excerpts else {}
        rows = (
            list_row(cable, found.get(cable.reference_id, ()) if excerpts else None)
            for cable in batch
        )
        yield "".join(_csv_line(_cells(facts)) for facts in rows)
        returned += len(batch)
    yield from (_csv_line([f"# {notice}"]) for notice in notices)
    if returned < total:
        url = absolute_url(address)
        yield _csv_line([f"# cut at {returned} of {total} cables ({MAX_CABLES} at most): {url}"])


def _cells(facts: Json) -> list[str]:
    """Return a cable's facts as text, in the order of the columns."""
    words = {
        **facts,
        "origin": facts["origin"]["name"] if facts["origin"] else "",
        "tags": VALUE_SEPARATOR.join(facts["tags"]),
        "captions": VALUE_SEPARATOR.join(facts["captions"]),
    }
    values = [words[name] or "" for name in CSV_COLUMNS]
    if "excerpts" in facts:
        values.append(VALUE_SEPARATOR.join(one["url"] for one in facts["excerpts"]))
        values.append("\n".join(one["text"] for one in facts["excerpts"]))
    return values


class LastLine:
    """Where a csv.writer writes a line: the last one is kept."""

    def __init__(self) -> None:
        self.last = ""

    def write(self, text: str) -> None:
        """Keep it."""
        self.last = text


def _csv_line(values: list[str]) -> str:
    """Write a row; no cell of it is a formula."""
    written = LastLine()
    csv.writer(written).writerow(map(_escape_formula, values))
    return written.last


def _escape_formula(value: str) -> str:
    """Return a cell's text, an apostrophe before what a spreadsheet would run."""
    return f"'{value}" if value.startswith(FORMULA_STARTS) else value
