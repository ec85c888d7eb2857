"""ID and time from the press partners' own exports, which were pasted into many pages.

They give what the page has wrong or not at all: the exact minute, and the ID of a body alone.
"""

import re
from datetime import UTC, datetime
from typing import Final

from cables.sources.forms.metadata import CLASSIFICATION, REFERENCE_ID, parse_timestamp

NUMBER_LINE: Final = re.compile(
    rf"""
    \s* (?: (?: \d+ | <<\d+>> ) [ ]*\n\s*                # number, 09ULAANBAATAR234 with brackets
    (?P<date> \d[\d./-]+ (?: [ ] \d+:\d\d (?: :\d\d )? )? ) [ ]*\n\s* )?
    (?P<reference_id> {REFERENCE_ID.pattern} ) [ ]*\n\s*
    [^\n]+ \n\s*                                         # origin
    {CLASSIFICATION} [ ]* (?: \n | \Z )
    """,
    re.VERBOSE,
)
"""A record of one field per line (07MONTERREY130); 06THEHAGUE1510 has no number and date."""

TSV: Final = re.compile(
    rf"""
    (?: \d+ \t )? (?P<date> \d{{4}}-\d\d-\d\d [ ] \d\d:\d\d:\d\d ) \t
    (?P<reference_id> {REFERENCE_ID.pattern} ) \t
    [^\t\n]* \t [^\t\n]* \t [^\t\n]* \t                  # origin, classification, references
    """,
    re.VERBOSE,
)
"""A record of fields between tabs, whose lines end in backslashes (06BERN898, 07GENEVA2626)."""

ID_RECORD: Final = re.compile(
    rf"""
    id: [ ]* \d+ [ ]* \n
    date: [ ]* (?P<date> [\d/]+ [ ] \d+:\d\d ) [ ]* \n
    refid: [ ]* (?P<reference_id> {REFERENCE_ID.pattern} ) [ ]* \n
    origin: [^\n]* \n
    classification: [^\n]* \n
    destination: [^\n]* \n
    """,
    re.VERBOSE,
)
"""A record of named fields that ends in a line `CABLE ENDS` (02BOGOTA3281, 08QUITO221)."""

WEEKDAY: Final = re.compile(
    r"""
    \s* (?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day, [ ]
    (?P<date> \d+ [ ] [A-Z][a-z]+ [ ] \d{4} (?: , [ ] \d+:\d\d )? )
    """,
    re.VERBOSE,
)
"""Example: `Friday, 07 September 2007, 10:49` (07MADRID1722)."""

CABLE_DATED: Final = re.compile(
    r"\s* Cable [ ] dated: (?P<date> \d{4}-\d\d-\d\dT\d\d:\d\d )", re.VERBOSE
)
"""Example: `Cable dated:2009-11-23T14:44:00UNCLAS ...` (09RIYADH1557)."""

RECORDS: Final = (NUMBER_LINE, TSV, ID_RECORD)
"""Heads of records; they state the ID and the time."""

DATE_LINES: Final = (WEEKDAY, CABLE_DATED)


def record_reference_id(body: str) -> str:
    """Return the ID in the record head at the start of a body; empty if there is no record head."""
    matches = (pattern.match(body) for pattern in RECORDS)
    return next((match["reference_id"] for match in matches if match), "")


def stated_time(body: str) -> datetime | None:
    """Return the time to the minute from a record head or a date line at the start of a body."""
    matches = (pattern.match(body) for pattern in (*RECORDS, *DATE_LINES))
    return next((parse_record_time(match["date"] or "") for match in matches if match), None)


def parse_record_time(printed: str) -> datetime | None:
    """Return a record's time, UTC; None for a day alone or an ambiguous form.

    Forms: `2006-01-31 14:22:00`, `2009-11-23T14:44`, `4/11/2002 20:44`, `07 September 2007, 10:49`.
    In `04.10.2009 01:32` (09SHANGHAI160) month and day cannot be distinguished.
    """
    if ":" not in printed:
        return None
    for form in ("%m/%d/%Y %H:%M", "%d %B %Y, %H:%M", "%Y-%m-%dT%H:%M"):
        try:
            return datetime.strptime(printed, form).replace(tzinfo=UTC)
        except ValueError:
            continue
    return parse_timestamp(printed)
