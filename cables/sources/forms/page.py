"""Original pages of the Cablegate site: April 2011, August 2011, December 2010 and the first week.

A page has a table with ID, times, classification and origin, and two blocks: header and body. Pages
of the first week have one date instead of two. Several pages in one file give several cables.
"""

import html
import re
from collections.abc import Iterator
from datetime import datetime
from typing import Final

from cables.sources.documents import Document
from cables.sources.forms.html_pre import PREFORMATTED, block_text
from cables.sources.forms.metadata import (
    PARTIAL_NOTICE,
    is_reference_id,
    minutes_repeat_the_hour,
    parse_timestamp,
)
from cables.sources.forms.partner_exports import stated_time
from cables.sources.values import Rejection, SourceCable

TABLE: Final = re.compile(
    r"""
    <table [ ] class=(['"])cable\1 >
    (?P<rows> [^<]* (?: < (?! /?table\b ) [^<]* )* )
    </table>
    """,
    re.VERBOSE,
)
"""The table above a cable; pages that list cables have one too. Here and below, no match extends
past the next element of its kind, so a page of only opening tags takes no longer than others."""

ROW: Final = re.compile(r"<tr [^<>]* > ( [^<]* (?: < (?! /?tr\b ) [^<]* )* ) </tr>", re.VERBOSE)
CELL: Final = re.compile(
    r"<t([hd]) [^<>]* > ( [^<]* (?: < (?! /?t[hd]\b ) [^<]* )* ) </t\1>", re.VERBOSE
)
TAG: Final = re.compile(r"<[^<>]*>")

FIRST_WEEK_COLUMNS: Final = {"Date": "Created", "Release Date": "Released"}
"""Names of columns on pages of the first week, and their later names."""


def recognizes(text: str) -> bool:
    """Return whether a text is a page of the site."""
    return bool(TABLE.search(text))


def read_cables(document: Document) -> Iterator[SourceCable | Rejection]:
    """Read the cable of a page, or the cables of several pages in one file."""
    tables = list(TABLE.finditer(document.text))
    ends = [table.start() for table in tables[1:]] + [len(document.text)]
    for table, end in zip(tables, ends, strict=True):
        yield _cable(document, table, end)


def _cable(document: Document, table: re.Match[str], end: int) -> SourceCable | Rejection:
    stated = _first_row(table["rows"])
    reference_id = stated.get("Reference ID", "")
    blocks = list(PREFORMATTED.finditer(document.text, table.end(), end))
    fault = _fault(stated, reference_id, blocks)
    if fault:
        return document.rejection(fault, offset=table.start())
    header = "\n".join(block_text(block[1]) for block in blocks[:-1])
    body = block_text(blocks[-1][1])
    created = parse_timestamp(stated.get("Created", ""))
    released = parse_timestamp(stated.get("Released", ""))
    trusted = not minutes_repeat_the_hour(created, released)
    exact = stated_time(body)
    if created and exact and not trusted and _same_hour(created, exact):
        created, trusted = exact, True
    return SourceCable(
        reference_id=reference_id,
        text=f"{header}\n{body}" if len(blocks) > 1 else body,
        form="page" if "Released" in stated else "first-week page",
        name=document.name,
        sha256=document.sha256,
        line=document.line_at(blocks[0].start()),
        created=created,
        released=released,
        minutes_trusted=trusted,
        classification=stated.get("Classification", ""),
        origin=stated.get("Origin", ""),
        partial=bool(PARTIAL_NOTICE.search(header)),
    )


def _same_hour(page_time: datetime, text_time: datetime) -> bool:
    """Return whether the time in the text differs from the page's only in the minutes.

    If it differs in more, the text is that of another cable (88BAGHDAD28) or one of the two is
    wrong, and the page's time is used.
    """
    return page_time.replace(minute=0) == text_time.replace(minute=0, second=0)


def _first_row(rows: str) -> dict[str, str]:
    """Return the cells of the first row by the names of their columns."""
    cells = [CELL.findall(row) for row in ROW.findall(rows)]
    names = [_text(cell) for kind, cell in next(iter(cells), []) if kind == "h"]
    values = [_text(cell) for _, cell in cells[1]] if len(cells) > 1 else []
    named = zip((FIRST_WEEK_COLUMNS.get(name, name) for name in names), values, strict=False)
    return dict(named)


def _text(cell: str) -> str:
    return " ".join(html.unescape(TAG.sub("", cell)).split())


def _fault(stated: dict[str, str], reference_id: str, blocks: list[re.Match[str]]) -> str:
    """Return why a table is not that of a cable; `""` if it is."""
    if "Subject" in stated:
        return (
            "this page lists cables but contains none; expected a page with one cable. Give the"
            " pages that it links to (cable/YYYY/MM/REFERENCEID.html)."
        )
    if not is_reference_id(reference_id):
        return (
            f"the table's Reference ID is {reference_id!r}; expected one such as 09SPECIMEN1."
            " Download the page again."
        )
    if not blocks:
        return (
            f"the page of {reference_id} has no cable under its table; expected header and body in"
            " <code><pre>. It may be cut short: download the page again."
        )
    return ""
