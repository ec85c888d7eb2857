"""Parse dates and times in the forms that telegrams use."""

import re
from datetime import UTC, date, datetime
from typing import Final

MONTHS: Final = ("JAN", "FEB", "MAR", "APR", "MAY", "JUN", "JUL", "AUG", "SEP", "OCT", "NOV", "DEC")
FIRST_TWO_DIGIT_YEAR: Final = 66
"""Two-digit years from here on are in the 1900s: the oldest cable is from 1966."""

DATE_TIME_GROUP: Final = re.compile(
    r"""
    \b (?P<precedence> (?: NIACT [ ] )? [ZOPR] (?: [ ]{1,3} [ZOPR] ){0,2} ) [ \t]{1,4}
    (?P<day> \d{2} ) (?P<hour> \d{2} ) (?P<minute> \d{2} ) [ ]? Z [ ]{0,3}
    (?P<month> JAN|FEB|MAR|APR|MAY|JUN|JUL|AUG|SEP|OCT|NOV|DEC ) [A-Z]{0,6} [ ]{0,3}
    (?P<year> \d{2} (?: \d{2} )? ) (?!\d)
    """,
    re.VERBOSE,
)
"""Example: `O 281745Z FEB 07` (07MOSCOW849)."""
REPEATED_DATE_TIME_GROUP: Final = re.compile(
    rf"{DATE_TIME_GROUP.pattern} [ \t]{{0,4}} (?: [ \t] | \r?\n ) FM [ ]", re.VERBOSE
)
"""The date-time group in the header that a section repeats. Example: `P 121721Z MAY 03` above `FM
AMEMBASSY ROME` (03ROME2045), both on one line in 01VATICAN5693."""
BARE_DATE_TIME_GROUP: Final = re.compile(
    r"""
    (?P<precedence>) (?P<day> \d{2} ) (?P<hour> \d{2} ) (?P<minute> \d{2} ) Z [ ]
    (?P<month> [A-Z][A-Za-z]{2} ) [ ] (?P<year> \d{2} )
    """,
    re.VERBOSE,
)
"""All that remains of the header in some extracts. Example: `142115Z Jun 05` (05BRASILIA1602)."""
DATED_LINE: Final = re.compile(
    r"""
    (?: (?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day, [ ] (?P<day> \d{1,2} ) [ ]
        (?P<month> [A-Z][a-z]{2} ) [a-z]{0,6} [ ] (?P<year> \d{4} ), [ ]
      | Cable [ ] dated: (?P<iso> \d{4}-\d\d-\d\d ) T
    )
    (?P<hour> \d{2} ) : (?P<minute> \d{2} )
    """,
    re.VERBOSE,
)
"""The time above the body in some exports, UTC. Examples: `Friday, 07 September
2007, 10:49` (07MADRID1722), `Cable dated:2007-12-10T05:54:00` (07RIYADH2441)."""

AMERICAN_DATE: Final = re.compile(
    r"(?P<month>\d{1,2})\s?[/.-]\s?(?P<day>\d{1,2})\s?[/.-]\s?(?P<year>\d{4}|\d{2})(?!\d)"
)
"""Example: `02/28/2017` (07MOSCOW849)."""
YEAR_FIRST_DATE: Final = re.compile(
    r"(?P<year>\d{4})[/.-](?P<month>\d{1,2})[/.-](?P<day>\d{1,2})(?!\d)"
)
"""Example: `2019/09/22` (63 of 1,295 cables)."""
DATE_IN_WORDS: Final = re.compile(
    r"""
    (?: (?P<day> \d{1,2} ) [ ] )?
    (?P<month> JAN|FEB|MAR|APR|MAY|JUN|JUL|AUG|SEP|OCT|NOV|DEC ) [A-Z]{0,6} [.]? [ ]
    (?: (?P<later_day> \d{1,2} ) ,? [ ] )?
    (?P<year> \d{4} )
    """,
    re.VERBOSE | re.IGNORECASE,
)
"""Examples: `March 5, 2012`; `12 JUNE 2014`."""


def full_year(digits: str) -> int:
    """Return the year for two or four digits; 66 to 99 are in the 1900s."""
    year = int(digits)
    if len(digits) > 2:  # noqa: PLR2004 - four digits
        return year
    return year + (1900 if year >= FIRST_TWO_DIGIT_YEAR else 2000)


def datetime_of_group(group: re.Match[str]) -> datetime | None:
    """Return the time of a date-time group, UTC; None if there is no such time."""
    try:
        return datetime(
            full_year(group["year"]),
            _month(group["month"]),
            int(group["day"]),
            int(group["hour"]),
            int(group["minute"]),
            tzinfo=UTC,
        )
    except ValueError:
        return None


def parse_dated_line(line: str) -> datetime | None:
    """Return the time in a dated line above the body, UTC; None if it has none."""
    match = DATED_LINE.match(line)
    if not match:
        return None
    day = match["iso"] or f"{match['year']}-{_month(match['month']):02}-{int(match['day']):02}"
    try:
        return datetime.fromisoformat(f"{day}T{match['hour']}:{match['minute']}+00:00")
    except ValueError:
        return None


def _month(name: str) -> int:
    """Return the number of a month, 0 if the name is unknown."""
    short = name[:3].upper()
    return MONTHS.index(short) + 1 if short in MONTHS else 0


def first_date(text: str) -> date | None:
    """Return the first date in a DECL entry; None if there is none or it is invalid."""
    for pattern in (YEAR_FIRST_DATE, AMERICAN_DATE, DATE_IN_WORDS):
        match = pattern.search(text)
        if match:
            return _date(match)
    return None


def _date(match: re.Match[str]) -> date | None:
    fields = match.groupdict()
    month, day = fields["month"], fields["day"] or fields.get("later_day")
    if day is None:
        return None
    number = int(month) if month.isdigit() else _month(month)
    try:
        return date(full_year(fields["year"]), number, int(day))
    except ValueError:
        return None
