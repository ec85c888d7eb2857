"""Tables of cables other than the original CSV: any separator, standard quotes, names of columns.

Programs that store cables write them with a row of names first. Without one, the columns must be
those of the original CSV. Rows are read one by one.
"""

import csv
import json
from collections.abc import Callable, Iterator
from io import BufferedReader, StringIO
from typing import Final, NamedTuple

from cables.sources.documents import SourceFile
from cables.sources.forms.metadata import TIMESTAMP_FIELD, is_reference_id
from cables.sources.forms.records import known_fields
from cables.sources.limits import HEAD_SIZE, MAX_FILE_SIZE, MAX_LINE
from cables.sources.values import Rejection

SEPARATORS: Final = (",", ";", "\t", "|")
MAX_NAMES_LENGTH: Final = 2000
"""Characters of a text that are searched for a row of names."""
BYTE_ORDER_MARK: Final = "\xef\xbb\xbf"
"""That of UTF-8, decoded as Latin-1."""

ORIGINAL_COLUMNS: Final = (
    "number", "created", "reference_id", "origin", "classification", "references", "header", "body",
)  # fmt: skip

csv.field_size_limit(MAX_FILE_SIZE)


class Layout(NamedTuple):
    """How a table is written."""

    separator: str
    escape: str | None
    """The character before a quote inside quotes, unless quotes are doubled."""
    columns: tuple[str, ...]
    has_names: bool
    """Whether the first row names the columns."""


def recognizes(head: bytes) -> bool:
    """Return whether the first bytes of a file are those of a table of cables with their text."""
    return _layout(head) is not None


def is_list(head: str) -> bool:
    """Return whether a text begins with names of columns for facts of cables, but not the text."""
    names = (
        known_fields(_first_row(head[:MAX_NAMES_LENGTH], separator)) for separator in SEPARATORS[:2]
    )
    return any("reference_id" in known and len(known) > 2 for known in names)  # noqa: PLR2004


def split_rows(
    name: str, stream: BufferedReader, consumed: Callable[[], int]
) -> Iterator[SourceFile | Rejection]:
    """Split a table into its rows, each as a JSON object.

    Bytes are decoded later, for each row: Latin-1, which accepts any, is only used in between.
    """
    layout = _layout(stream.peek(HEAD_SIZE))
    if layout is None:
        raise ValueError("not a table of cables")
    lines = (line.decode("latin-1") for line in iter(lambda: stream.readline(MAX_LINE), b""))
    rows = csv.reader(lines, delimiter=layout.separator, escapechar=layout.escape)
    first = 1
    try:
        for number, row in enumerate(rows):
            if row and not (layout.has_names and number == 0):
                yield _record(name, layout, row, first, consumed())
            first = rows.line_num + 1
    except csv.Error as error:
        reason = (
            f"the row that begins here cannot be read ({error}); expected fields in double quotes"
            ' (a quote inside as ""). Close its quotes, or export the table again.'
        )
        yield Rejection(name=name, line=first, reason=reason)


def _record(
    name: str, layout: Layout, row: list[str], line: int, consumed: int
) -> SourceFile | Rejection:
    if len(row) != len(layout.columns):
        reason = (
            f"the row has {len(row)} fields and the table {len(layout.columns)} columns"
            f" ({', '.join(layout.columns)[:120]}). Fix the quotes of this row."
        )
        return Rejection(name=name, line=line, reason=reason)
    record = dict(zip(layout.columns, row, strict=True))
    data = json.dumps(record, ensure_ascii=False).encode("latin-1")
    return SourceFile(name=name, data=data, line=line, is_record=True, consumed=consumed)


def _layout(head: bytes) -> Layout | None:
    text = head.decode("latin-1").removeprefix(BYTE_ORDER_MARK)
    escape = "\\" if '\\"' in text else None
    for separator in SEPARATORS:
        row = _first_row(text, separator)
        if {"reference_id", "body"} <= known_fields(row):
            return Layout(separator, escape, tuple(row), has_names=True)
        if len(row) > 4 and TIMESTAMP_FIELD.fullmatch(row[1]) and is_reference_id(row[2]):  # noqa: PLR2004
            return Layout(separator, escape, ORIGINAL_COLUMNS, has_names=False)
    return None


def _first_row(text: str, separator: str) -> list[str]:
    """Return the cells of the first row; the last one may be cut off."""
    try:
        return next(csv.reader(StringIO(text, newline=""), delimiter=separator), [])
    except csv.Error:
        return []
