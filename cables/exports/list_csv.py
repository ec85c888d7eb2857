"""A list of cables as CSV: a header row, a row for each cable, then comment rows."""

import csv
from collections.abc import Iterable, Iterator, Sequence
from typing import Final

from django.http import StreamingHttpResponse

from cables.exports.limits import MAX_CABLES, batches, list_response
from cables.exports.row import ExcerptFinder, Json, list_row
from cables.links.urls import absolute_url
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
"""Separates several values in one cell; a TAGS code may contain spaces and commas."""
FORMULA_STARTS: Final = ("=", "+", "-", "@", "\t", "\r", "\n")
"""First characters of a cell that a spreadsheet would run as a formula."""


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
        cables: In order, preferably a queryset `for_lists()`; those over the limit are omitted.
        total: The number of matching cables.
        page_url: Path and query of the same list as a page.
        notices: Sentences about what was ignored or could not be done, as comment rows.
        find_excerpts: Finds the paragraphs that match a search; None if there is no search.
    """
    url = absolute_url(page_url)
    response = list_response(
        _csv_chunks(cables, total, url, notices, find_excerpts),
        content_type="text/csv; charset=utf-8; header=present",
        total=total,
        page_url=url,
        notices=notices,
    )
    response.headers["Content-Disposition"] = 'attachment; filename="cables.csv"'
    return response


def _csv_chunks(
    cables: Iterable[Cable],
    total: int,
    url: str,
    notices: Sequence[str],
    find_excerpts: ExcerptFinder | None,
) -> Iterator[str]:
    """Yield the lines, a batch at a time."""
    yield _csv_line([*CSV_COLUMNS, *(CSV_SEARCH_COLUMNS if find_excerpts else ())])
    returned = 0
    for batch in batches(cables):
        excerpts = find_excerpts(batch) if find_excerpts else {}
        rows = (
            list_row(cable, excerpts.get(cable.reference_id, ()) if find_excerpts else None)
            for cable in batch
        )
        yield "".join(_csv_line(_cells(row)) for row in rows)
        returned += len(batch)
    yield from (_csv_line([f"# {notice}"]) for notice in notices)
    if returned < total:
        yield _csv_line([f"# cut at {returned} of {total} cables ({MAX_CABLES} at most): {url}"])


def _cells(row: Json) -> list[str]:
    """Return the cells of a row, in the order of the columns."""
    texts = {
        **row,
        "origin": row["origin"]["name"] if row["origin"] else "",
        "tags": VALUE_SEPARATOR.join(row["tags"]),
        "captions": VALUE_SEPARATOR.join(row["captions"]),
    }
    cells = [texts[column] or "" for column in CSV_COLUMNS]
    if "excerpts" in row:
        cells.append(VALUE_SEPARATOR.join(excerpt["url"] for excerpt in row["excerpts"]))
        cells.append("\n".join(excerpt["text"] for excerpt in row["excerpts"]))
    return cells


class _LastLine:
    """The file that a csv.writer writes to; keeps the last line."""

    def __init__(self) -> None:
        self.text = ""

    def write(self, text: str) -> None:
        self.text = text


def _csv_line(cells: list[str]) -> str:
    line = _LastLine()
    csv.writer(line).writerow(map(_escape_formula, cells))
    return line.text


def _escape_formula(cell: str) -> str:
    """Return a cell with an apostrophe before anything that a spreadsheet would run."""
    return f"'{cell}" if cell.startswith(FORMULA_STARTS) else cell
