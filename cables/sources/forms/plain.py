"""Plain text, one cable per file: header and body alone, or under a head of five lines.

A head gives ID, subject, date, classification and origin, one per line. Without a head, the ID
comes from the name of the file, or else from the telegram itself. Two telegrams in a file are
separated by their heads, or by transmission headers with different serial numbers; both are read
if both have an ID, and otherwise the whole file is rejected.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from itertools import pairwise
from typing import Final

from cables.sources.documents import Document
from cables.sources.forms.metadata import (
    CLASSIFICATION,
    PARTIAL_NOTICE,
    REFERENCE_ID,
    reference_id_in_name,
)
from cables.sources.telegram_signs import (
    count_telegram_signs,
    count_telegrams,
    implied_reference_id,
    is_telegram,
)
from cables.sources.values import Rejection, SourceCable

HEAD: Final = re.compile(
    rf"""
    ^ (?P<reference_id> {REFERENCE_ID.pattern} ) [ ]* \n
    [^\n]* \n                                             # subject
    (?P<date> [A-Z][a-z]{{2}} [ ] [A-Z][a-z]{{2}} [ ]+ \d\d? [ ] \d\d:\d\d:\d\d
              [ ] (?: [+-]\d{{4}} | [A-Z]{{3,4}} ) [ ] \d{{4}} ) [ ]* \n
    (?P<classification> {CLASSIFICATION} ) [ ]* \n
    (?P<origin> [^\n]* ) (?: \n | \Z )
    """,
    re.VERBOSE | re.MULTILINE,
)
"""Example of the third line: `Tue Mar 06 00:00:00 +0100 2001` (cable-grammar.md, "Other forms")."""

TRANSMISSION: Final = re.compile(
    r"""
    ^ (?: VZCZC \w+ [ ]* \n )?              # transmission identifier
    (?: [OPRZ]{2} [ ] R [^\n]* \n \n? )?    # precedence and routing
    DE [ ] (?P<sender> R[A-Z]{3,7} ) [ ] \# (?P<serial> \d{1,9} )
    """,
    re.VERBOSE | re.MULTILINE,
)
"""First lines of a transmission. Example: `DE RUEHMO #0849/01 0591745` (07MOSCOW849)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Head:
    """The metadata in a head of five lines."""

    reference_id: str
    created: datetime | None = None
    minutes_trusted: bool = True
    classification: str = ""
    origin: str = ""


def recognizes(text: str) -> bool:
    """Return whether a text has a sign of a telegram, or begins with a head."""
    return count_telegram_signs(text) > 0 or bool(HEAD.match(text.lstrip()))


def read_cables(document: Document) -> Iterator[SourceCable | Rejection]:
    """Read the cable, or the cables, in a plain text."""
    heads = list(HEAD.finditer(document.text))
    if heads and not document.text[: heads[0].start()].strip():
        yield from _headed(document, heads)
    else:
        yield from _bare(document)


def _headed(document: Document, heads: list[re.Match[str]]) -> Iterator[SourceCable]:
    ends = [head.start() for head in heads[1:]] + [len(document.text)]
    for head, end in zip(heads, ends, strict=True):
        created, has_time = _date(head["date"])
        stated = _Head(
            reference_id=head["reference_id"],
            created=created,
            minutes_trusted=has_time,
            classification=" ".join(head["classification"].split()),
            origin=head["origin"].strip(),
        )
        yield _cable(document, stated, head.end(), end)


def _date(printed: str) -> tuple[datetime | None, bool]:
    """Return the time in UTC, and whether it is exact: at midnight only the day is known."""
    words = printed.split()
    try:
        local = datetime.strptime(" ".join([*words[1:4], words[5], words[4]]), "%b %d %X %Y %z")
        if not any((local.hour, local.minute, local.second)):
            return local.replace(tzinfo=UTC), False
        return local.astimezone(UTC), True
    except (ValueError, OverflowError):  # a zone in letters, or no such day or year
        return None, False


def _bare(document: Document) -> Iterator[SourceCable | Rejection]:
    starts = _starts_of_telegrams(document.text)
    if len(starts) > 1:
        yield from _several(document, starts)
        return
    named = reference_id_in_name(document.name)
    reference_id = named or implied_reference_id(document.text)
    if not named and not is_telegram(document.text):
        yield document.rejection(
            "one line looks like a telegram but the rest does not; expected the header and body of"
            " a cable. If there is one in it, save it as REFERENCEID.txt, such as 09SPECIMEN1.txt."
        )
    elif not reference_id and (count := count_telegrams(document.text)) > 1:
        yield document.rejection(
            f"{count} telegrams are in one file, and not all state their reference ID; expected one"
            " cable per file. Save each as REFERENCEID.txt."
        )
    elif not reference_id:
        yield document.rejection(
            "the telegram does not state its reference ID and the file name is not one; expected a"
            " name such as 09SPECIMEN1.txt. Rename the file to its reference ID."
        )
    else:
        yield _cable(document, _Head(reference_id=reference_id), 0, len(document.text))


def _starts_of_telegrams(text: str) -> list[int]:
    """Return where telegrams of different serial numbers begin; sections of one cable share one."""
    starts: list[int] = []
    seen: set[tuple[str, int]] = set()
    for header in TRANSMISSION.finditer(text):
        key = (header["sender"], int(header["serial"]))
        if key not in seen:
            seen.add(key)
            starts.append(header.start())
    return starts


def _several(document: Document, starts: list[int]) -> Iterator[SourceCable | Rejection]:
    spans = list(pairwise([0, *starts[1:], len(document.text)]))
    ids = [implied_reference_id(document.text[start:end]) for start, end in spans]
    if all(ids) and len(set(ids)) == len(ids):
        for reference_id, (start, end) in zip(ids, spans, strict=True):
            yield _cable(document, _Head(reference_id=reference_id), start, end)
    else:
        yield document.rejection(
            f"{len(starts)} telegrams are in one file, the second from this line on, and not all"
            " state their reference ID; expected one cable per file. Save each as REFERENCEID.txt.",
            offset=starts[1],
        )


def _cable(document: Document, head: _Head, start: int, end: int) -> SourceCable:
    text = document.text[start:end]
    return SourceCable(
        reference_id=head.reference_id,
        text=text,
        form="plain",
        name=document.name,
        sha256=document.sha256,
        line=document.line_at(start),
        created=head.created,
        minutes_trusted=head.minutes_trusted,
        classification=head.classification,
        origin=head.origin,
        partial=bool(PARTIAL_NOTICE.search(text)),
    )
