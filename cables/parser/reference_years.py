"""Of which year a cable is that another one cites by post and serial."""

import re
from typing import Final, NamedTuple

from cables.parser.dates import full_year

YEAR: Final = r"(?:19|20)?\d\d"
"""As printed in a reference: `06`, `2006`."""
LAST_YEAR: Final = 2065
"""The last year that two digits can mean."""

DEPARTMENT: Final = "STATE"
MAX_DAILY: Final = (
    (2010, 340),
    (2008, 400),
    (2007, 510),
    (2006, 600),
    (2004, 680),
    (2001, 1000),
    (0, 1250),
)
"""The most telegrams that the Department sent per day, from each year on: 1,183 in 1990
(90BAGHDAD4397), over 813 in 2003 (04RANGOON88), 665 in 2005 (05NEWDELHI4634), 589 in 2006
(06LISBON1921), 505 in 2007, 388 in 2008, 379 in 2009 and 330 in 2010, by its own cables."""
MAX_POST_DAILY: Final = 80
"""The most per day of any post: 69 from Islamabad in 2006, 79 from Havana (06HAVANA8633)."""
USUAL_POST_DAILY: Final = 30
"""What almost no post exceeded from 2000 on. More may also be the year before's: `LONDON 002351` on
February 23 (10STATE16219), `BEIJING 7387` on May 13 (08STATE50524)."""
USUAL_SINCE: Final = 2000
NUMBERED_BY_DATE: Final = "PARTO"
"""The Secretary's party, whose serials begin with the day: 09PARTO40301."""
EARLY_IN_YEAR: Final = 120
"""Until this day the year before is often meant but not printed."""
DAYS_IN_WEEK: Final = 7
DAYS_IN_YEAR: Final = 366


class CitingCable(NamedTuple):
    """What is known of the cable that has the references."""

    year: int
    """Four digits; 0 if unknown."""
    post: str
    serial: int
    day_of_year: int = 0
    """Day of the year on which it was sent, from 1; 0 if unknown."""


def is_year(digits: str, citing: CitingCable) -> bool:
    """Return whether digits may be the year of a cable that another cites."""
    return bool(re.fullmatch(YEAR, digits)) and full_year(digits) <= (citing.year or LAST_YEAR)


def possible_years(post: str, serial: int, printed: str, citing: CitingCable) -> tuple[int, ...]:
    """Return the years of which a cable may be, the likelier first; 0 if nothing says it.

    Without a printed year it is of the citing cable's, or of the one before if the post had not
    reached that serial, since no cable cites a later one but one that is sent together with it.
    """
    this, day = citing.year, citing.day_of_year
    if printed or not this:
        return (full_year(printed) if printed else 0,)
    if post == citing.post and citing.serial:
        ahead = serial - citing.serial
        if 0 < ahead * day <= citing.serial * DAYS_IN_WEEK:
            return this, this - 1
        return (this - 1 if ahead > 0 else this,)
    most, before = MAX_POST_DAILY, MAX_POST_DAILY
    usual = USUAL_POST_DAILY if this >= USUAL_SINCE else most
    if post == DEPARTMENT:
        usual, before = _max_daily(this), _max_daily(this - 1)
        most = 2 * usual
        if day > EARLY_IN_YEAR:
            usual = most
    if not day or serial <= usual * day or serial > before * DAYS_IN_YEAR:
        return (this,)  # beyond what any year had it is a misprint (08RIGA472)
    return (this - 1,) if serial > most * day else (this, this - 1)


def exceeds_all_years(post: str, serial: int) -> bool:
    """Return whether a post never reached a serial; the Department's misprints are not known."""
    return post not in {DEPARTMENT, NUMBERED_BY_DATE} and serial > MAX_POST_DAILY * DAYS_IN_YEAR


def _max_daily(year: int) -> int:
    return next(rate for first, rate in MAX_DAILY if year >= first)
