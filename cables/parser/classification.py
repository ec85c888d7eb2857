"""The classification line, the first line of a telegram's body."""

import re
from collections.abc import Iterator, Sequence
from itertools import islice
from typing import Final, NamedTuple

from cables.parser.lines import Line
from cables.parser.reference_ids import post_code

LEVEL_WORD: Final = r"""
    (?: U?U ?N ?C ?L (?: ?A )? ?S (?: ?S ?I ?F ?I ?E ?D )?
      | C?C ?O ?N ?F ?I ?D ?E ?N ?T ?I ?A ?L
      | (?: T ?O ?P [ ]{0,2} )? S? ?S ?E ?C ?R ?E ?T
      | LIMITED [ ] OFFICIAL [ ] USE
    )
""".replace(" ?", r"[ \n]?")
"""The level, usually with spaces between its letters, where an export may have broken the line
(06THEHAGUE1782); the first letter is sometimes doubled (09PESHAWAR41, 06MANAGUA1002). Examples:
`C O N F I D E N T I A L`, `UNCLAS`."""

CAVEATS: Final = r"""
    (?: [ ]{0,2} (?: // | / | - | , )? [ ]{0,2}
        (?: NOFORN | N [ ] O [ ] F [ ] O [ ] R [ ] N | FOR [ ] OFFICIAL [ ] USE [ ] ONLY | FOUO
          | SBU | SENSITIVE | EFTO | E [ ] F [ ] T [ ] O | SIPDIS | EXDIS | NODIS
          | LIMDIS | STADIS | NF
          | LIMITED [ ] OFFICIAL [ ] USE | ENTIRE [ ] TEXT | CORRECTED [ ] COPY
        ) \b
    ){0,4}
"""

LEVEL_INITIAL: Final = re.compile(
    r"""[UCSTL] (?:
        (?<! [A-Za-z/] [UCSTL] ) (?= [ ]? (?: [NCEOUS] | [noe] | IMITED | imited ) )
      | (?<= [A-Z\d)/] [UCSL] )
        (?= NCLAS[ S] | [ ]N[ ]C[ ]L | ONFIDENTIAL[ ] | [ ]O[ ]N[ ]F | ECRET[ ] | [ ]E[ ]C[ ]R
          | IMITED[ ]O )
    )""",
    re.VERBOSE,
)
"""Where a level may begin, also right after the header's last word (`WASHDCUNCLAS HARARE 002271`,
as one collection of 19,000 texts joins header and body); ten times as fast to find as
`CLASSIFICATION_LINE`."""
CLASSIFICATION_LINE: Final = re.compile(
    rf"""
    (?P<word> {LEVEL_WORD} ) (?![A-Za-z]{{3}})
    (?P<caveats> {CAVEATS} )
    (?: \s{{0,3}} (?: FINAL [ ] )? SECTION \s? (?P<section> \d{{1,2}} ) \s? O[FN] \s?
        (?P<sections> \d [ ]? \d? ) )?
    (?P<more> {CAVEATS} )
    (?: [ \t]{{1,4}} | [ ]?\n ) (?P<post> [A-Z][A-Z'\u2019. ]{{1,28}}? (?: \n [A-Z]{{3,12}} )? )
    (?: [ \t]{{1,6}} | [ ]?\n ) (?P<serial> \d{{2,7}} )
    """,
    re.VERBOSE | re.IGNORECASE,
)
"""Examples: `C O N F I D E N T I A L SECTION 01 OF 03 MOSCOW 000849` (07MOSCOW849), `S E C R E T
TEHRAN 2077`, `C o n f i d e n t i a l section 01 of 06 shanghai 000160` (09SHANGHAI160)."""

BARE_CLASSIFICATION_LINE: Final = re.compile(
    rf"""
    ["',>]{{0,4}} (?P<word> {LEVEL_WORD} ) (?P<caveats> {CAVEATS} )
    (?: [ ]{{0,3}} (?: FINAL [ ] )? SECTION [ ]? (?P<section> \d{{1,2}} ) [ ]? OF [ ]?
        (?P<sections> \d{{1,2}} ) )?
    (?P<post> (?: [ ]{{1,3}} [A-Z][A-Z'.]{{1,20}} ){{0,3}} )
    (?: [ ]{{1,3}} (?P<serial> \d{{3,6}} ) )?
    """,
    re.VERBOSE | re.IGNORECASE,
)
"""A classification line without a serial. Examples: `UNCLASSIFIED`,
`SECRET//NOFORN` (09MONTERREY102)."""

LEVELS: Final = {
    "U": "UNCLASSIFIED",
    "C": "CONFIDENTIAL",
    "S": "SECRET",
    "T": "TOP SECRET",
    "L": "LIMITED OFFICIAL USE",
}
OFFICIAL_USE: Final = frozenset(
    {"FOR OFFICIAL USE ONLY", "FOUO", "SBU", "SENSITIVE", "SBU/NF", "EFTO"}
)
PADDED_SERIAL_LENGTH: Final = 5
MAX_CLASSIFICATION_LINES: Final = 120
"""More than any text has; no telegram has more than 28 sections (05SANJOSE488)."""


class ClassificationLine(NamedTuple):
    """A classification line, parsed."""

    start: int
    end: int
    level: str
    """`CONFIDENTIAL`, without caveats."""
    caveats: str
    """As printed between level and post: `//NOFORN`."""
    section: int
    """0 if the line names none."""
    sections: int
    """1 if the line names none."""
    post: str
    """As printed; empty if the line has none."""
    serial: int | None

    @property
    def key(self) -> tuple[str, int | None]:
        """Post and serial, which all sections of a telegram share."""
        return (post_code(self.post) or self.post.upper(), self.serial)


def find_classification_lines(text: str) -> tuple[ClassificationLine, ...]:
    """Return all classification lines with level, post and serial, also inside other lines."""
    return tuple(islice(_openings(text), MAX_CLASSIFICATION_LINES))


def _openings(text: str) -> Iterator[ClassificationLine]:
    end = 0
    for initial in LEVEL_INITIAL.finditer(text):
        match = CLASSIFICATION_LINE.match(text, initial.start()) if initial.start() >= end else None
        if match and _is_plausible(text, match):
            end = match.end()
            yield _opening(match)


def _opening(match: re.Match[str]) -> ClassificationLine:
    fields = match.groupdict()
    serial = fields.get("serial")
    sections = "".join((fields["sections"] or "1").split())
    caveats = fields["caveats"] + (fields.get("more") or "")
    return ClassificationLine(
        start=match.start("word"),
        end=match.end(),
        level=LEVELS[fields["word"][0].upper()],
        caveats=caveats.strip(),
        section=int(fields["section"] or 0),
        sections=max(int(sections), 1),
        post=" ".join(fields["post"].split()),
        serial=int(serial) if serial else None,
    )


def _is_plausible(text: str, match: re.Match[str]) -> bool:
    """Return whether a match is a classification line, not prose such as `secret in 2004`.

    The post must be known, except at the start of a line, in capitals and with a padded serial,
    where it may be misprinted (`QRIPOLI 000583`).
    """
    if post_code(match["post"]):
        return match["word"][0].isupper()
    line_start = text.rfind("\n", max(0, match.start() - 8), match.start()) + 1
    first = match.start() == 0 or not text[line_start : match.start()].strip("\"',> \t")
    padded = len(match["serial"]) >= PADDED_SERIAL_LENGTH
    return first and padded and match["post"].isupper() and "\n" not in match["post"]


def bare_classification_line(line: Line) -> ClassificationLine | None:
    """Parse a line that has only a level and perhaps caveats, section, post and serial."""
    match = BARE_CLASSIFICATION_LINE.fullmatch(line.text)
    if not match or match["word"][0].islower():
        return None
    if match["post"] and not post_code(match["post"]) and not match["section"]:
        return None
    start = line.start + match.start("word")
    return _opening(match)._replace(start=start, end=line.end)


def format_classification(opening: ClassificationLine | None, captions: Sequence[str]) -> str:
    """Return the cable's classification in the wording of the original site's table.

    Args:
        opening: The classification line, if the cable has one.
        captions: Caption codes, which may add official use to UNCLASSIFIED, or NOFORN.
    """
    if not opening:
        return ""
    caveats = opening.caveats.upper().replace("E F T O", "EFTO")
    words = {*captions, *re.findall(r"[A-Z]{3,}", caveats)}
    level = opening.level
    if level == "UNCLASSIFIED":
        official = words & (OFFICIAL_USE | {"OFFICIAL"})
        return f"{level}//FOR OFFICIAL USE ONLY" if official else level
    return f"{level}//NOFORN" if "NOFORN" in words else level
