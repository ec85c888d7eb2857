"""Recognize the text of a telegram, and work out the reference ID that it implies."""

import re
from typing import Final

from cables.facts.posts import canonical_post_code

SIGNS: Final = tuple(
    re.compile(sign, re.VERBOSE | re.MULTILINE | re.IGNORECASE)
    for sign in (
        r"^ [ZOPR] (?:[ ][ZOPR])? [ ] \d{6}Z [ ] [A-Z]{3} [ ] \d\d",  # O 281745Z FEB 07
        r"^ DE [ ] R[A-Z]{3,7} [ ]? \#\d",  # DE RUEHMO #0849/01 0591745
        r"^ FM [ ] \S",  # FM AMEMBASSY BERN
        r"""^ (?: UNCLAS(?:SIFIED)? | C[ ]?O[ ]?N[ ]?F[ ]?I[ ]?D[ ]?E[ ]?N[ ]?T[ ]?I[ ]?A[ ]?L
              | S[ ]?E[ ]?C[ ]?R[ ]?E[ ]?T | LIMITED[ ]OFFICIAL[ ]USE ) [ ] .* \d{3,6} [ ]* $
        """,  # C O N F I D E N T I A L SECTION 01 OF 03 MOSCOW 000849
        r"E\.?O\.? [ ]* 1\d{4} \b",  # E.O. 12958: DECL: 02/28/2017
        r"TAGS? (?: : | [ ]+ [A-Z]{2} )",  # TAGS: PREL RS
        r"^ SUBJ(?:ECT)? :",  # SUBJECT: SPECIMEN
        r"^ (?: \d\.[ ]* )? (?: \([A-Z]+\)[ ]* )? CLASSIFIED [ ] BY",  # Classified By: ...
        r"This[ ]record[ ]is[ ]a[ ]partial[ ]extract",
    )
)
"""Lines that are rare in any text but a telegram, each with an example after it."""

MIN_SIGNS: Final = 2
"""How many different signs make a text a telegram; a letter may also have a line with `FM `."""

DATE_TIME_GROUP: Final = re.compile(
    r"^ [ZOPR] (?:[ ][ZOPR])? [ ] \d{6}Z [ ] [A-Z]{3} [ ] (?P<year>\d\d) \b",
    re.VERBOSE | re.MULTILINE,
)
"""Example: `O 281745Z FEB 07` (07MOSCOW849)."""

FIRST_LINE: Final = re.compile(
    r"""
    ^ (?: UNCLAS(?:SIFIED)? | C[ ]?O[ ]?N[ ]?F[ ]?I[ ]?D[ ]?E[ ]?N[ ]?T[ ]?I[ ]?A[ ]?L
        | S[ ]?E[ ]?C[ ]?R[ ]?E[ ]?T | LIMITED[ ]OFFICIAL[ ]USE )
    (?: [ ]+ SECTION [ ]* \d+ [ ]+ OF [ ]+ \d+ )?
    [ ]+ (?P<post> [A-Z'.-]+ (?: [ ]+ [A-Z'.-]+ )* ) [ ]+ 0*(?P<serial> \d{1,6} ) [ ]* $
    """,
    re.VERBOSE | re.MULTILINE,
)
"""Example: `C O N F I D E N T I A L SECTION 01 OF 03 MOSCOW 000849` (07MOSCOW849)."""


def count_telegram_signs(text: str) -> int:
    """Return how many of the signs of a telegram a text has."""
    return sum(1 for sign in SIGNS if sign.search(text))


def telegram_start(text: str) -> int:
    """Return where the first sign of a telegram is; 0 if there is none."""
    matches = (sign.search(text) for sign in SIGNS)
    return min((match.start() for match in matches if match), default=0)


def is_telegram(text: str) -> bool:
    """Return whether a text is a telegram."""
    return count_telegram_signs(text) >= MIN_SIGNS


def count_telegrams(text: str) -> int:
    """Return how many posts and serials the first lines of bodies name; sections share one."""
    return len({(line["post"], line["serial"]) for line in FIRST_LINE.finditer(text)})


def implied_reference_id(text: str) -> str:
    """Return the ID made of the date-time group and the first line of the body, or `""`.

    `O 281745Z FEB 07` and `... SECTION 01 OF 03 MOSCOW 000849` make `07MOSCOW849`. An unknown post
    gives no ID, because no ID is better than a wrong one.
    """
    group, first = DATE_TIME_GROUP.search(text), FIRST_LINE.search(text)
    if not group or not first:
        return ""
    post = canonical_post_code(first["post"])
    return f"{group['year']}{post}{first['serial']}" if post else ""
