"""Text copied from a page of PlusD: menus, facts, the telegram, often again as raw content.

A line states the ID with its suffix, `07MOSCOW849_a`, near another for the date. The telegram is
under `Content` and, complete, under `Raw content`; the header is under `Metadata` (for telegrams of
the National Archives their attributes are). Everything else on the page is ignored.
"""

import re
from collections.abc import Iterator
from datetime import UTC, datetime
from itertools import pairwise
from typing import Final

from cables.sources.documents import Document
from cables.sources.forms.metadata import CLASSIFICATION, REFERENCE_ID, clean_reference_id
from cables.sources.forms.nara import without_stamps
from cables.sources.telegram_signs import is_telegram
from cables.sources.values import Rejection, SourceCable

FACTS: Final = re.compile(
    rf"""
    ^ [ \t]* (?P<date> \d{{4}} [ ] [A-Z][a-z]+ [ ] \d\d? ) (?P<time> , [ ] \d\d:\d\d )?
    [ ] \( [A-Z][a-z]+day \) \s+
    (?: Canonical [ ] ID: \s+ )? (?P<reference_id> {REFERENCE_ID.pattern} _[a-z] ) [ \t]* $
    """,
    re.VERBOSE | re.MULTILINE,
)
"""Example: `2007 February 28, 17:45 (Wednesday)`, and on the next line `07MOSCOW849_a`."""

SECTION: Final = re.compile(r"^[ \t]*(Content|Raw content|Metadata)[ \t]*$", re.MULTILINE)
LEVEL: Final = re.compile(rf"^[ \t]*({CLASSIFICATION})[ \t]*$", re.VERBOSE | re.MULTILINE)
MENU: Final = re.compile(r"\s*(?:(?:Show|Hide) Headers[ \t]*\n|-{3,}[ \t]*\n)")
"""What is above the telegram under the name of its section."""
FOOT: Final = re.compile(
    r"^[ \t]*(?:You can use this tool to generate|The formal reference of this document is"
    r"|Help Expand The Public Library|Share[ \t]*$)",
    re.MULTILINE,
)
"""First words of the foot of the page, which is under the last section."""
HEADER: Final = re.compile(r"^FM ", re.MULTILINE)


def recognizes(text: str) -> bool:
    """Return whether a text has the facts of PlusD and one of its sections."""
    facts = FACTS.search(text) if "ontent\n" in text else None
    return facts is not None and SECTION.search(text, facts.end()) is not None


def read_cables(document: Document) -> Iterator[SourceCable | Rejection]:
    """Read the telegram of a page, or those of several in one file."""
    facts = list(FACTS.finditer(document.text))
    bounds = [*(match.start() for match in facts), len(document.text)]
    for match, (_, end) in zip(facts, pairwise(bounds), strict=True):
        yield _cable(document, match, end)


def _cable(document: Document, facts: re.Match[str], end: int) -> SourceCable | Rejection:
    foot = FOOT.search(document.text, facts.end(), end)
    sections = _sections(document.text, facts.end(), foot.start() if foot else end)
    start, stop = sections.get("Raw content") or sections.get("Content") or (end, end)
    text, (above, below) = document.text[start:stop], sections.get("Metadata", (end, end))
    metadata = document.text[above:below]
    if not is_telegram(text + metadata):
        return document.rejection(
            f"the page of {facts['reference_id']} has no telegram under `Content`; expected header"
            " and body (lines such as `FM AMEMBASSY ...`, `E.O. 12958: ...`). Copy the page again.",
            offset=facts.start(),
        )
    level = LEVEL.search(document.text, facts.end(), start)
    has_own_header = HEADER.search(text) or not HEADER.search(metadata)
    return SourceCable(
        reference_id=clean_reference_id(facts["reference_id"]),
        text=without_stamps(text if has_own_header else f"{metadata}\n{text}"),
        form="plusd",
        name=document.name,
        sha256=document.sha256,
        line=document.line_at(start),
        created=_time(facts["date"], facts["time"] or ", 00:00"),
        minutes_trusted=bool(facts["time"]) and not (facts["time"] or "").endswith("00:00"),
        classification=" ".join(level[1].split()) if level else "",
    )


def _sections(text: str, start: int, end: int) -> dict[str, tuple[int, int]]:
    """Return where the text of each section begins and ends."""
    names = list(SECTION.finditer(text, start, end))
    bounds = [*(name.start() for name in names), end]
    return {
        name[1]: _trimmed(text, name.end(), stop)
        for name, (_, stop) in zip(names, pairwise(bounds), strict=True)
    }


def _trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    """Return the bounds of a section without menus and outer empty lines."""
    while menu := MENU.match(text, start, end):
        start = menu.end()
    words = text[start:end]
    return start + len(words) - len(words.lstrip("\n")), start + len(words.rstrip())


def _time(date: str, time: str) -> datetime | None:
    try:
        return datetime.strptime(date + time, "%Y %B %d, %H:%M").replace(tzinfo=UTC)
    except ValueError:
        return None
