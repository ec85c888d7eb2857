"""The transmission header: routing, precedence, time, sender and addressees."""

import re
from collections.abc import Sequence
from datetime import datetime
from typing import Final

from cables.parser import addressees, dates
from cables.parser.lines import Line
from cables.parser.values import Header

TRANSMISSION: Final = re.compile(r"VZCZ[A-Z]{2,5}\d{1,6}")
"""Example: `VZCZCXRO4549` (07BERN881)."""
ROUTING: Final = re.compile(
    r"(?:VZCZ[A-Z]{2,5}\d{1,6})?(?P<letters>[ZOPR]{2}) (?P<called>R[A-Z]{3,7}(?: R[A-Z]{3,7})*)"
)
"""Example: `OO RUEHRG` (07BERN881)."""
ORIGINATOR: Final = re.compile(
    r"DE (?P<originator>R[A-Z]{3,7} #?\d{1,7}(?:/\d{2,3})?)(?: (?P<filed>\d{7}))?"
)
"""Example: `DE RUEHMO #0849/01 0591745` (07MOSCOW849)."""
SECURITY: Final = re.compile(r"ZN[YR] [A-Z]{5}[A-Z /]*")
"""Example: `ZNY CCCCC ZZH`."""
SENDER: Final = re.compile(r"FM:?[ \t]+(?P<sender>\S.*)")
"""Example: `FM AMEMBASSY BERN`."""
EXTRACT: Final = re.compile(r"This record is a partial extract of the original cable\b")
"""The original site's text in place of a header (7.1 % of pages)."""
DISTRIBUTION: Final = re.compile(
    r"(?:(?:ACTION|INFO) +)?(?:[A-Z]{1,5}-\d\d\b *){2,}|ACTION +[A-Z]{1,5}-\d\d"
    r"|-{6,} *[0-9A-F]{5,6}\b|/\d{3} ?W"
)
"""Lines of the Department's own copy. Example: `ACTION SS-15` (1979LAPAZ08894)."""

PRECEDENCES: Final = {"Z": "FLASH", "O": "IMMEDIATE", "P": "PRIORITY", "R": "ROUTINE"}

HeaderFields = dict[str, str]


def read_header(lines: Sequence[Line], end: int) -> tuple[Header, datetime | None]:
    """Read the header from the lines before the telegram's body.

    Args:
        lines: The lines up to the classification line, including exported records between.
        end: Where the header at the top ends. Fields that it lacks are taken from a header in such
            a record.

    Returns:
        The header and the time of its date-time group, UTC.
    """
    values: HeaderFields = {}
    routing: tuple[str, ...] = ()
    group: re.Match[str] | None = None
    used: list[Line] = []
    for line in lines:
        if not line.text:
            continue
        fields = _fields(line.text)
        group = group or _date_time(line.text)
        routing = routing or _routing(line.text)
        if fields or _routing(line.text) or _date_time(line.text) or EXTRACT.match(line.text):
            used.append(line)
        values = fields | values
    top = [line for line in lines if line.full_start < end]
    to, info = addressees.read_addressees(top)
    if not to:
        to, info = addressees.read_addressees(lines)
    own = [line for line in used if line.full_start < end] or used
    last = max((line.end for line in top if line.text), default=0)
    header = Header(
        start=min((line.start for line in (top if last else own) if line.text), default=0),
        end=last or max((line.end for line in own), default=0),
        routing=routing,
        precedence=_precedence(group),
        date_time_group=" ".join(group.group().split()) if group else "",
        to=to,
        info=info,
        **values,
    )
    return header, dates.datetime_of_group(group) if group else None


def is_header_line(text: str) -> bool:
    """Return whether a line can only be part of a header."""
    return bool(
        _fields(text)
        or _routing(text)
        or EXTRACT.match(text)
        or DISTRIBUTION.match(text)
        or addressees.LABEL.match(text)
        or ((group := _date_time(text)) and not group.start())
    )


def _fields(text: str) -> HeaderFields:
    """Return the fields in a line; some lines were joined (08BUENOSAIRES62)."""
    values: HeaderFields = {}
    if "VZCZ" in text and (match := TRANSMISSION.search(text)):
        values["transmission_id"] = match.group()
    if "DE R" in text and (match := ORIGINATOR.search(text)):
        values["originator"] = match["originator"]
        values["filed"] = match["filed"] or ""
    if "ZN" in text and (match := SECURITY.search(text)):
        values["security"] = match.group().strip()
    if text.startswith("FM") and (match := SENDER.match(text)):
        values["sender"] = match["sender"]
    return values


def _routing(text: str) -> tuple[str, ...]:
    match = ROUTING.fullmatch(text)
    return tuple(match["called"].split()) if match else ()


def _date_time(text: str) -> re.Match[str] | None:
    if "Z " not in text:
        return None
    return dates.DATE_TIME_GROUP.search(text) or dates.BARE_DATE_TIME_GROUP.fullmatch(text)


def _precedence(group: re.Match[str] | None) -> tuple[str, ...]:
    if not group:
        return ()
    letters = (group["precedence"] or "").split()
    words = [PRECEDENCES[letter] for letter in letters if letter in PRECEDENCES]
    if "NIACT" in letters:
        words[0] = f"NIACT {words[0]}"
    return tuple(dict.fromkeys(words))
