"""Plain text, one cable a file: header and body alone, or under a head of five lines.

A head names ID, subject, date, classification and origin, a line each. Without one the ID comes
from the file's name, or else from the telegram itself. Two telegrams in a file are told apart by
heads, or by transmission headers whose serials differ; both are given where both have an ID, and
otherwise the file is refused as a whole.
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
from cables.sources.telegram_signs import count_telegram_signs, implied_reference_id, is_telegram
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


HTML: Final = re.compile(
    r"\s* <(?: !DOCTYPE | \?xml | html | head | body ) \b", re.VERBOSE | re.IGNORECASE
)
"""The beginning of a page of any other site; its markup must not become the text of a cable."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Head:
    """What a head of five lines states."""

    reference_id: str
    created: datetime | None = None
    minutes_trusted: bool = True
    classification: str = ""
    origin: str = ""


def recognizes(text: str) -> bool:
    """Tell whether a text is a telegram, or begins with a head."""
    return count_telegram_signs(text) > 0 or bool(HEAD.match(text.lstrip()))


def read_cables(document: Document) -> Iterator[SourceCable | Rejection]:
    """Read the cable, or the cables, of a plain text."""
    heads = list(HEAD.finditer(document.text))
    if heads and not document.text[: heads[0].start()].strip():
        yield from _headed(document, heads)
    else:
        yield from _bare(document)


def _headed(document: Document, heads: list[re.Match[str]]) -> Iterator[SourceCable]:
    ends = [head.start() for head in heads[1:]] + [len(document.text)]
    for head, end in zip(heads, ends, strict=True):
        created, has_time = _date(head["date"])
        stated = Head(
            reference_id=head["reference_id"],
            created=created,
            minutes_trusted=has_time,
            classification=" ".join(head["classification"].split()),
            origin=head["origin"].strip(),
        )
        yield _cable(document, stated, head.end(), end)


def _date(printed: str) -> tuple[datetime | None, bool]:
    """Return the time in UTC, and whether it is one: midnight means that only the day is known."""
    words = printed.split()
    try:
        local = datetime.strptime(" ".join([*words[1:4], words[5], words[4]]), "%b %d %X %Y %z")
        if not any((local.hour, local.minute, local.second)):
            return local.replace(tzinfo=UTC), False
        return local.astimezone(UTC), True
    except (ValueError, OverflowError):  # the zone has letters, or there is no such day or year
        return None, False


def _bare(document: Document) -> Iterator[SourceCable | Rejection]:
    if HTML.match(document.text):
        yield document.rejection(
            "this is an HTML page, but none of the Cablegate site; expected its table of Reference"
            " ID, Created and so on. Save the text of the cable as a .txt file."
        )
        return
    starts = _starts_of_telegrams(document.text)
    if len(starts) > 1:
        yield from _several(document, starts)
        return
    named = reference_id_in_name(document.name)
    reference_id = named or implied_reference_id(document.text)
    if not named and not is_telegram(document.text):
        yield document.rejection(
            "one line looks like a telegram's but the rest does not; expected the header and body"
            " of a cable. If it is one, name the file after its reference ID: 09SPECIMEN1.txt."
        )
    elif not reference_id:
        yield document.rejection(
            "the telegram does not tell its reference ID and the file's name is none; expected a"
            " name such as 09SPECIMEN1.txt. Rename the file after its reference ID."
        )
    else:
        yield _cable(document, Head(reference_id=reference_id), 0, len(document.text))


def _starts_of_telegrams(text: str) -> list[int]:
    """Return where telegrams of different serial begin; sections of one cable share the serial."""
    starts: list[int] = []
    seen: set[tuple[str, int]] = set()
    for header in TRANSMISSION.finditer(text):
        key = (header["sender"], int(header["serial"]))
        if key not in seen:
            seen.add(key)
            starts.append(header.start())
    return starts


def _several(document: Document, starts: list[int]) -> Iterator[SourceCable | Rejection]:
    cuts = [0, *starts[1:], len(document.text)]
    spans = list(pairwise(cuts))
    ids = [implied_reference_id(document.text[start:end]) for start, end in spans]
    if all(ids) and len(set(ids)) == len(ids):
        for reference_id, (start, end) in zip(ids, spans, strict=True):
            yield _cable(document, Head(reference_id=reference_id), start, end)
    else:
        yield document.rejection(
            f"{len(starts)} telegrams stand in one file, the second from this line on, and not each"
            " tells its reference ID; expected one cable a file. Save each as REFERENCEID.txt.",
            offset=starts[1],
        )


def _cable(document: Document, head: Head, start: int, end: int) -> SourceCable:
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
