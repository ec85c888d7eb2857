r"""The original `cables.csv`: no header row, eight quoted fields, quotes inside written as `\"`.

Fields: number, M/D/YYYY H:MM, ID, origin, classification, references separated by `|`, header,
body. The file has 1.7 GB, so records are read one by one. A record begins at any line that looks
like the beginning of one, so that broken quotes affect only one record.
"""

import re
from collections.abc import Callable, Iterator
from typing import BinaryIO, Final

from cables.sources.documents import Document, SourceFile
from cables.sources.forms import records
from cables.sources.forms.metadata import PARTIAL_NOTICE, is_reference_id
from cables.sources.forms.partner_exports import parse_record_time
from cables.sources.limits import MAX_FILE_SIZE, MAX_LINE
from cables.sources.values import Rejection, SourceCable

RECORD_START: Final = re.compile(rb'"\d+","\d{1,2}/\d{1,2}/\d{4} \d{1,2}:\d\d","\d\d')
"""Example: `"1","12/28/1966 18:48","66BUENOSAIRES2481",...` (the file's first record)."""

FIELD: Final = re.compile(
    r"""
    " (?P<text> [^"\\]* (?: (?: \\. | "" ) [^"\\]* )* ) "
    (?P<end> , | \s* \Z )
    """,
    re.VERBOSE | re.DOTALL,
)
r"""A field and the comma after it. Example: `"OF \"PREFERENTIAL JURISDICTION\" FOR"`."""

ESCAPED: Final = re.compile(r'\\(.)|""', re.DOTALL)
r"""An escaped character; some later copies double the quote instead."""

FIELD_COUNT: Final = 8


def recognizes(head: bytes) -> bool:
    """Return whether the first bytes of a file are those of this CSV."""
    return bool(RECORD_START.match(head.removeprefix(b"\xef\xbb\xbf")))


def split_records(
    name: str, stream: BinaryIO, consumed: Callable[[], int]
) -> Iterator[SourceFile | Rejection]:
    """Split a CSV into its records.

    Args:
        name: Of the file.
        stream: Its bytes, from the beginning.
        consumed: Returns the bytes of storage read since the last call.

    Yields:
        The bytes of each record and the line on which it begins. A record that is too long is
        rejected, and is never in memory as a whole.
    """
    lines: list[bytes] = []
    size, first, number = 0, 1, 0
    while line := stream.readline(MAX_LINE):
        number += 1
        if lines and RECORD_START.match(line):
            yield _record(name, lines, size, first, consumed())
            lines, size, first = [], 0, number
        size += len(line)
        if size <= MAX_FILE_SIZE:
            lines.append(line)
    if lines:
        yield _record(name, lines, size, first, consumed())


def _record(
    name: str, lines: list[bytes], size: int, first: int, consumed: int
) -> SourceFile | Rejection:
    if size > MAX_FILE_SIZE:
        reason = (
            f"the record that begins here has {size:,} bytes; no cable has more than"
            f" {MAX_FILE_SIZE:,}. Find the place where the next record should begin."
        )
        return Rejection(name=name, line=first, reason=reason)
    data = b"".join(lines)
    return SourceFile(name=name, data=data, line=first, is_record=True, consumed=consumed)


def read_cables(document: Document) -> Iterator[SourceCable | Rejection]:
    """Read the cable of one record; those of other tables arrive as JSON objects."""
    if records.recognizes(document.text):
        yield records.read_record(document, form="csv")
        return
    fields = _fields(document.text)
    if len(fields) != FIELD_COUNT or not is_reference_id(fields[2]):
        yield document.rejection(
            f"the record has {len(fields)} fields, the third of them"
            f" {(fields[2:3] or [''])[0][:40]!r}; expected {FIELD_COUNT} fields in double quotes"
            ' (a quote inside as \\"), the third a reference ID. Fix the quotes of this record.',
            offset=0,
        )
        return
    _, date, reference_id, origin, classification, _, header, body = fields
    text = f"{header}\n{body}"
    yield SourceCable(
        reference_id=reference_id,
        text=text,
        form="csv",
        name=document.name,
        sha256=document.sha256,
        line=document.first_line,
        created=parse_record_time(date),
        classification=classification,
        origin=origin,
        partial=bool(PARTIAL_NOTICE.search(header)),
    )


def _fields(record: str) -> list[str]:
    """Return the fields of a record without quotes and escapes, or none if quotes are broken."""
    fields: list[str] = []
    position = 0
    while match := FIELD.match(record, position):
        fields.append(ESCAPED.sub(lambda escape: escape[1] or '"', match["text"]))
        position = match.end()
    return fields if position == len(record) else []
