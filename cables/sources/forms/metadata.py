"""Metadata that sources give with a cable: reference IDs, timestamps, classifications."""

import re
from datetime import UTC, datetime
from pathlib import PurePosixPath
from typing import Final

from cables.facts.posts import canonical_post_code
from cables.facts.reference_ids import repair_reference_id

REFERENCE_ID: Final = re.compile(
    r"""
    \d\d (?:\d\d)?          # year, of four digits in the National Archives
    [A-Z] [A-Z0-9]*         # post; in misprinted IDs, with a part of the section line
    \d                      # serial
    """,
    re.VERBOSE,
)
"""An ID as files and tables spell it. Examples: `07MOSCOW849` (the seed), `1979LAPAZ06523`,
`09SECTION01OF03SANJOSE525`."""

PLUSD_SUFFIX: Final = re.compile(r"_[A-Z]\Z")
"""What PlusD adds to an ID for the collection. Examples: `07MOSCOW849_a`, `1975DACCA00292_b`."""
PUNCTUATION: Final = re.compile(r"[\s'.-]+")
"""Not part of an ID, but of posts' names. Examples: `07PORT-OF-SPAIN12`, `1976OR-P00012`."""

CLASSIFICATION: Final = r"""
    (?: UNCLASSIFIED (?: //FOR[ ]OFFICIAL[ ]USE[ ]ONLY )?
      | (?: CONFIDENTIAL | SECRET | TOP[ ]SECRET ) (?: //NOFORN )?
      | LIMITED[ ]OFFICIAL[ ]USE )
"""
"""Part of a verbose pattern: the classifications that tables print. Example: `SECRET//NOFORN`."""

TIMESTAMP: Final = r"\d{4}-\d\d-\d\d[ ]\d\d:\d\d"
"""Part of a verbose pattern: a time as pages print it. Example: `2007-02-28 17:45`."""

TIMESTAMP_FIELD: Final = re.compile(
    r"(?: \d{1,2}/\d{1,2}/\d{4} | \d{4}-\d\d-\d\d ) (?: [ T] \d{1,2}:\d\d .{0,16} )?", re.VERBOSE
)
"""A time in a table. Examples: `12/28/1966 18:48`, `2008-03-06 15:30:00`."""

PARTIAL_NOTICE: Final = re.compile(
    r"This\s+record\s+is\s+a\s+partial\s+extract\s+of\s+the\s+original\s+cable"
)
"""What the original pages print in place of a missing header (00THEHAGUE1695)."""


def is_reference_id(text: str) -> bool:
    """Return whether a text is an ID, including those listed as misprinted."""
    return bool(REFERENCE_ID.fullmatch(text)) or repair_reference_id(text) != text


def clean_reference_id(text: str) -> str:
    """Return an ID in upper case, without punctuation and PlusD's suffix, or `""` if it is none."""
    spelling = PLUSD_SUFFIX.sub("", text.strip().upper())
    letters = PUNCTUATION.sub("", spelling)
    return next(filter(is_reference_id, (spelling, letters)), "")


def reference_id_in_name(name: str) -> str:
    """Return the ID that is a file's name, in upper case, or `""`.

    A name with punctuation inside must name a known post, since `10-notes-3.txt` is no ID.

    Args:
        name: Path or `archive!member`; the extension does not matter: `a/07moscow849.txt`.
    """
    file_name = PurePosixPath(name.replace("!", "/").replace("\\", "/")).name
    stem = file_name.partition(".")[0]
    reference_id = clean_reference_id(stem)
    is_known = canonical_post_code(reference_id) or not PUNCTUATION.search(stem)
    return reference_id if is_known else ""


def parse_timestamp(text: str) -> datetime | None:
    """Return a time as pages print it (`2007-02-28 17:45`, UTC), or None if it is not valid."""
    for form in ("%Y-%m-%d %H:%M", "%Y-%m-%d %H:%M:%S", "%Y-%m-%d"):
        try:
            return datetime.strptime(text.strip(), form).replace(tzinfo=UTC)
        except ValueError:
            continue
    return None


def minutes_repeat_the_hour(*times: datetime | None) -> bool:
    """Return whether all times of a table have the hour again in place of the minutes.

    All pages of December 2010 and April 2011 do, on the 12-hour clock (`15:03`, `00:12`); those of
    August 2011 do not. One time does so by chance in 1 of 60 cases, two hardly ever.
    """
    known = [time for time in times if time]
    return bool(known) and all(time.minute == (time.hour % 12 or 12) for time in known)
