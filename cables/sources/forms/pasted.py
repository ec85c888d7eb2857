"""Text pasted from a blog or an original page: the metadata row, the cable, other lines around.

The cable begins after the row of values and ends before the first line of the surrounding page
(`SURROUNDINGS`), or else with the file; empty lines at both ends are removed. A file may have
several rows and gives a cable for each.
"""

import re
from collections.abc import Iterator
from itertools import takewhile
from typing import Final

from cables.sources.documents import Document
from cables.sources.forms.metadata import (
    CLASSIFICATION,
    PARTIAL_NOTICE,
    REFERENCE_ID,
    TIMESTAMP,
    minutes_repeat_the_hour,
    parse_timestamp,
)
from cables.sources.telegram_signs import is_telegram
from cables.sources.values import Rejection, SourceCable

ROW_OF_NAMES: Final = re.compile(
    r"""
    ^ [ \t]* Reference[ ]ID \s+ (?: Created \s+ Released | Date ) \s+ Classification \s+ Origin
    [ \t]* $
    """,
    re.VERBOSE | re.MULTILINE,
)
"""The names of the columns, on one line or one per line, as browsers copy them (07MOSCOW849)."""

ROW_OF_VALUES: Final = re.compile(
    rf"""
    \s* (?P<reference_id> {REFERENCE_ID.pattern} )
    \s+ (?P<created> {TIMESTAMP} )
    (?: \s+ (?P<released> {TIMESTAMP} ) )?
    \s+ (?P<classification> {CLASSIFICATION} )
    [ \t]* \n? [ \t]* (?P<origin> [^\n]*? ) [ \t]* (?: \n | \Z )
    """,
    re.VERBOSE,
)
"""Example: `07MOSCOW849 2007-02-28 17:45 2011-08-30 01:44 CONFIDENTIAL Embassy Moscow`."""

ARTICLES: Final = re.compile(
    r"\s* Appears[ ]in[ ]these[ ]articles: \s* (?: https?://\S+ \s* )*", re.VERBOSE
)
"""The list of press articles under the row (1,825 of 6,712 original pages have it)."""

SURROUNDINGS: Final = re.compile(
    r"""
    ^ [ \t]* (?:
        # a blog, after the cable (07MOSCOW849 ends with the first of these)
        Post[ ]a[ ]comment[ ]or[ ]leave[ ]a[ ]trackback
      | Leave[ ]a[ ](?:Reply|Comment) | Comments[ ]are[ ]closed
      | This[ ]entry[ ]was[ ](?:written|posted)
      | Share[ ]this: | Like[ ]this: | Fill[ ]in[ ]your[ ]details[ ]below | %d[ ]bloggers[ ]like
        # an original page, before the next cable
      | Viewing[ ]cable[ ]\d\d | WikiLeaks[ ]Link
      | If[ ]you[ ]are[ ]new[ ]to[ ]these[ ]pages | Understanding[ ]cables | Discussing[ ]cables
      | To[ ]understand[ ]the[ ]justification[ ]used
    )
    """,
    re.VERBOSE | re.MULTILINE,
)
"""First words of lines that belong to the page around a cable, not to any cable."""

EXPECTED_VALUES: Final = (
    "expected a line such as `09SPECIMEN1 2009-01-31 17:45 2011-08-30 01:44 CONFIDENTIAL Embassy"
    " Bern`. Paste the row of values again under the row of names."
)


def recognizes(text: str) -> bool:
    """Return whether a text has the row of column names."""
    return bool(ROW_OF_NAMES.search(text))


def read_cables(document: Document) -> Iterator[SourceCable | Rejection]:
    """Read the cables of a pasted text, one for each row of column names."""
    rows = list(ROW_OF_NAMES.finditer(document.text))
    ends = [row.start() for row in rows[1:]] + [len(document.text)]
    for row, end in zip(rows, ends, strict=True):
        yield _cable(document, row, end)


def _cable(document: Document, row: re.Match[str], end: int) -> SourceCable | Rejection:
    values = ROW_OF_VALUES.match(document.text, row.end(), end)
    if not values:
        return document.rejection(
            f"the row of column names has no row of values under it; {EXPECTED_VALUES}",
            offset=row.start(),
        )
    articles = ARTICLES.match(document.text, values.end(), end)
    text, start = _telegram(document.text, articles.end() if articles else values.end(), end)
    if not is_telegram(text):
        return document.rejection(
            f"there is no telegram under the row of {values['reference_id']}; expected header and"
            " body (lines such as `FM AMEMBASSY ...`, `E.O. 12958: ...`). Paste them there.",
            offset=values.start("reference_id"),
        )
    created = parse_timestamp(values["created"])
    released = parse_timestamp(values["released"] or "")
    return SourceCable(
        reference_id=values["reference_id"],
        text=text,
        form="pasted",
        name=document.name,
        sha256=document.sha256,
        line=document.line_at(start),
        created=created,
        released=released,
        minutes_trusted=not minutes_repeat_the_hour(created, released),
        classification=" ".join(values["classification"].split()),
        origin=values["origin"],
        partial=bool(PARTIAL_NOTICE.search(text)),
    )


def _telegram(text: str, start: int, end: int) -> tuple[str, int]:
    """Return the text of the telegram between two offsets, and where it begins."""
    surroundings = SURROUNDINGS.search(text, start, end)
    lines = text[start : surroundings.start() if surroundings else end].splitlines(keepends=True)
    while lines and not lines[-1].strip():
        lines.pop()
    before = list(takewhile(lambda line: not line.strip(), lines))
    return "".join(lines[len(before) :]).rstrip("\n"), start + sum(map(len, before))
