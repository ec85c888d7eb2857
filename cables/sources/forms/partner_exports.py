"""How the text is set inside a form: the press partners' own exports were pasted into many pages.

Telling them apart changes nothing in the text; it is kept for the reader and for whoever audits the
corpus. Record heads give facts that the page has wrong or not at all: the true minute, references.
"""

import re
from dataclasses import dataclass
from datetime import UTC, datetime
from enum import StrEnum
from typing import Final

from cables.sources.forms.metadata import CLASSIFICATION, REFERENCE_ID, parse_timestamp


class Variant(StrEnum):
    """What is odd about the setting of a text; the first that fits is given."""

    NUMBER_LINE = "number-line record"
    TSV = "tsv record"
    ID = "id record"
    WEEKDAY = "weekday line"
    CABLE_DATED = "cable-dated line"
    CSV_RESIDUE = "csv residue"
    DOUBLED = "doubled"
    """An excerpt and then the whole, or the excerpt of one cable and then another cable."""
    EXCERPT = "excerpt"
    BACKSLASHES = "backslash lines"
    SENTENCE_CASED = "sentence-cased"
    LINE_SEPARATORS = "U+2028 line separators"
    UNWRAPPED = "unwrapped"
    """A paragraph is one long line; harmless."""
    ATTRIBUTES_ONLY = "attributes only"
    """A record of the National Archives of which the text was never converted."""


NUMBER_LINE: Final = re.compile(
    rf"""
    \s* (?: (?: \d+ | <<\d+>> ) [ ]*\n\s*                # number, 09ULAANBAATAR234 with brackets
    (?P<date> \d[\d./-]+ (?: [ ] \d+:\d\d (?: :\d\d )? )? ) [ ]*\n\s* )?
    (?P<reference_id> {REFERENCE_ID.pattern} ) [ ]*\n\s*
    [^\n]+ \n\s*                                         # origin
    {CLASSIFICATION} [ ]* (?: \n | \Z ) \s*
    (?P<references> {REFERENCE_ID.pattern} (?: \| \S+ )* [ ]* \n )?
    """,
    re.VERBOSE,
)
"""A record of one field a line (07MONTERREY130), number and date missing in 06THEHAGUE1510."""

TSV: Final = re.compile(
    rf"""
    (?: \d+ \t )? (?P<date> \d{{4}}-\d\d-\d\d [ ] \d\d:\d\d:\d\d ) \t
    (?P<reference_id> {REFERENCE_ID.pattern} ) \t
    [^\t\n]* \t [^\t\n]* \t (?P<references> [^\t\n]* ) \t
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
    destination: [ ]* (?P<references> [^\n]* ) \n
    """,
    re.VERBOSE,
)
"""A record of named fields that ends in a line `CABLE ENDS` (02BOGOTA3281, 08QUITO221)."""

RECORDS: Final = (
    (Variant.NUMBER_LINE, NUMBER_LINE),
    (Variant.TSV, TSV),
    (Variant.ID, ID_RECORD),
)

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

CSV_RESIDUE: Final = re.compile(
    r"""\s* (?: " , " | \d+ , \d+/\d+/\d{4} [ ] \d+:\d\d , \d\d[A-Z] )""", re.VERBOSE
)
"""Examples: `","C O N F I D E N T I A L SECTION 01 OF 02 VATICAN 005693` (01VATICAN5693),
`137583,1/16/2008 17:47,08BUENOSAIRES62,Embassy` (08BUENOSAIRES62)."""

FIRST_LINES: Final = (
    (Variant.WEEKDAY, WEEKDAY),
    (Variant.CABLE_DATED, CABLE_DATED),
    (Variant.CSV_RESIDUE, CSV_RESIDUE),
)

SECOND_RECORD: Final = re.compile(
    rf"""
    \n [ ]* (?:
        \d+ [ ]* \n\s* \d{{4}}-\d\d-\d\d [^\n]* \n\s* {REFERENCE_ID.pattern} \n  # 00THEHAGUE1695
      | {REFERENCE_ID.pattern} [ ]* \n\s* [A-Z][^\n]* \n\s* {CLASSIFICATION}      # 06THEHAGUE1510
      | \d+ , \d+/\d+/\d{{4}} [ ] \d+:\d\d , {REFERENCE_ID.pattern} ,          # 06THEHAGUE2277
      | id: [ ]* \d+ [ ]* \n date:                                            # 09QUITO947
    )
  | \.\.\. [ ]* \n\s* (?:
        (?: VZCZC\w+ \s+ )? [OPRZ]{{2}} [ ] RUE                               # 90KHARTOUM10657
      | [OPRZ] (?:[ ][OPRZ])? [ ] \d{{6}}Z
      | (?: {CLASSIFICATION} | UNCLAS | C[ ]O[ ]N[ ]F[ ]I | S[ ]E[ ]C[ ]R ) \b  # 08RIGA478
    )
    """,
    re.VERBOSE,
)
"""The head of a record inside a text, or behind the full stops that cut an excerpt a first line."""

EXCERPT_LENGTH: Final = 900
"""Characters within which an excerpt has been cut: 250 to 400, captions and subject aside."""

SENTENCE_CASED: Final = re.compile(
    r"^ (?: E\.o\. | Sipdis | Tags: [ ] [a-z] )", re.VERBOSE | re.MULTILINE
)
"""Examples: `E.o. 12958: decl: 07/01/2034`, `Tags: mtcre, parm` (88BAGHDAD28)."""

LONG_LINE: Final = 100
"""Characters; telegrams are wrapped at about 65."""


@dataclass(frozen=True, slots=True, kw_only=True)
class RecordHead:
    """What the head of a record inside a text states."""

    reference_id: str
    """The cable that the record is of; not always the page's own."""
    references: tuple[str, ...]
    """IDs, sorted, as the record lists them."""


def record_head(body: str) -> RecordHead | None:
    """Return what the record head at the very beginning of a body states, if there is one."""
    for _, pattern in RECORDS:
        found = pattern.match(body)
        if found:
            listed = (found["references"] or "").strip()
            return RecordHead(
                reference_id=found["reference_id"],
                references=tuple(listed.split("|")) if listed else (),
            )
    return None


def stated_time(body: str) -> datetime | None:
    """Return the time, to the minute, that a record head or a date line at the beginning states."""
    for pattern in (NUMBER_LINE, TSV, ID_RECORD, WEEKDAY, CABLE_DATED):
        found = pattern.match(body)
        if found:
            return parse_record_time(found["date"] or "")
    return None


def parse_record_time(printed: str) -> datetime | None:
    """Return a record's time, UTC; None for a day alone or a form that leaves doubt.

    Forms: `2006-01-31 14:22:00`, `2009-11-23T14:44`, `4/11/2002 20:44`, `07 September 2007, 10:49`.
    `04.10.2009 01:32` (09SHANGHAI160) does not tell month from day.
    """
    if ":" not in printed:
        return None
    for form in ("%m/%d/%Y %H:%M", "%d %B %Y, %H:%M", "%Y-%m-%dT%H:%M"):
        try:
            return datetime.strptime(printed, form).replace(tzinfo=UTC)
        except ValueError:
            continue
    return parse_timestamp(printed)


def variant_of(body: str) -> str:
    """Return the `Variant` of a body, or `""` where it is set like most."""
    begins = (variant for variant, pattern in (*RECORDS, *FIRST_LINES) if pattern.match(body))
    first = next(begins, None)
    if first:
        return first.value
    if SECOND_RECORD.search(body, 0, 4 * EXCERPT_LENGTH):
        return Variant.DOUBLED.value
    if len(body) < EXCERPT_LENGTH and body.rstrip().endswith("..."):
        return Variant.EXCERPT.value
    return _variant_of_lines(body)


def _variant_of_lines(body: str) -> str:
    lines = [line for line in body.split("\n") if line.strip()]
    if 2 * sum(line.endswith("\\") for line in lines) > len(lines):
        return Variant.BACKSLASHES.value
    if SENTENCE_CASED.search(body):
        return Variant.SENTENCE_CASED.value
    if "\u2028" in body:
        return Variant.LINE_SEPARATORS.value
    lengths = sorted(map(len, lines))
    return Variant.UNWRAPPED.value if lengths and lengths[len(lengths) // 2] > LONG_LINE else ""
