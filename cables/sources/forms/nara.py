"""Declassified telegrams of the 1970s: the text layer of PDFs from the National Archives (AAD).

A stamp is at the top of every page, the telegram between `Message Text` and `Message Attributes`,
and the attributes give the ID, the date and more. The stamps are not part of the telegram and are
removed; its own PAGE lines and the classifications repeated around them stay.
"""

import re
from collections.abc import Iterator
from datetime import UTC, datetime
from itertools import pairwise
from typing import Final

from cables.sources.documents import Document
from cables.sources.forms.metadata import clean_reference_id
from cables.sources.values import Rejection, SourceCable

RELEASE_STAMP: Final = re.compile(
    r"""
    ^ [ \t]* (?: [^\s/:][^\n/:]{0,40} [ \t] )?
    Declassified/Released [ \t]+ US[ ]Department[ ]of[ ]State [ \t]+ EO[ ]Systematic[ ]Review [ \t]+
    (?P<date> \d{1,2} [ ] [A-Za-z]{3} [ ] \d{4} ) [ \t]* $
    """,
    re.VERBOSE | re.MULTILINE,
)
"""The top of a page: in some years the officer, then the office and the date (1974LAPAZ00146), with
tabs or spaces between, depending on what took the text from the PDF."""

STAMP_WORDS: Final = "Declassified/Released"
"""In every stamp; much faster to find."""

TEXT: Final = re.compile(r"Message Text(?<!\S.{12})[ \t]*\n")
ATTRIBUTES: Final = re.compile(r"Message Attributes(?<!\S.{18})[ \t]*\n")
"""Headings, perhaps indented; a pattern that begins with their words is found the fastest."""
ATTRIBUTE: Final = re.compile(r"^[ \t]*([A-Z][\w ]*): *(.*)$", re.MULTILINE)
"""Example: `Document Number: 1974LAPAZ00146`."""

EMPTY: Final = frozenset({"", "n/a", "N/A"})
"""Values of an attribute that has none."""


def recognizes(text: str) -> bool:
    """Return whether a text has message attributes with a document number."""
    attributes = ATTRIBUTES.search(text)
    return attributes is not None and text.find("Document Number:", attributes.end()) > 0


def read_cables(document: Document) -> Iterator[SourceCable | Rejection]:
    """Read the telegram of a document, or those of several in one file."""
    headings = list(TEXT.finditer(document.text))
    bounds = [0, *(heading.start() for heading in headings[1:]), len(document.text)]
    for start, end in pairwise(bounds):
        yield _cable(document, start, end)


def _cable(document: Document, start: int, end: int) -> SourceCable | Rejection:
    attributes = ATTRIBUTES.search(document.text, start, end)
    stated = _attributes(document.text, attributes.end(), end) if attributes else {}
    number = stated.get("Document Number", "")
    reference_id = clean_reference_id(number)
    if not attributes or not reference_id:
        return document.rejection(
            f"the message's Document Number is {number[:40]!r}; expected one such as"
            " 1974SPECIMEN00001 among its attributes. Save the whole PDF as text again.",
            offset=start,
        )
    heading = TEXT.search(document.text, start, attributes.start())
    text_start, text_end = (
        (heading.end(), attributes.start()) if heading else (attributes.end(), end)
    )
    stamp = RELEASE_STAMP.search(document.text, start, end)
    text, skipped = _trimmed_text(document.text[text_start:text_end])
    return SourceCable(
        reference_id=reference_id,
        text=text,
        form="nara",
        name=document.name,
        sha256=document.sha256,
        line=document.line_at(text_start) + skipped,
        created=_day(stated.get("Draft Date", "")),
        minutes_trusted=False,
        released=_day(stamp["date"]) if stamp else None,
        classification=stated.get("Original Classification", ""),
        origin=stated.get("From", ""),
        partial=heading is None,
    )


def _attributes(text: str, start: int, end: int) -> dict[str, str]:
    pairs = ATTRIBUTE.findall(text[start:end])
    return {name: value.strip() for name, value in pairs if value.strip() not in EMPTY}


def without_stamps(text: str) -> str:
    """Return the text without the lines that are stamps."""
    lines = text.split("\n")
    kept = (line for line in lines if not (STAMP_WORDS in line and RELEASE_STAMP.fullmatch(line)))
    return "\n".join(kept)


def _trimmed_text(text: str) -> tuple[str, int]:
    """Return the text without stamps and outer empty lines, and how many lines were before it."""
    lines = without_stamps(text).split("\n")
    first = next((number for number, line in enumerate(lines) if line.strip()), 0)
    while lines and not lines[-1].strip():
        lines.pop()
    return "\n".join(lines[first:]), first


def _day(printed: str) -> datetime | None:
    try:
        return datetime.strptime(printed, "%d %b %Y").replace(tzinfo=UTC)
    except ValueError:
        return None
