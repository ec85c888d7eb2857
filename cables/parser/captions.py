"""Captions, handling lines and attention lines: who may see a cable, and who should."""

import re
from typing import Final

from cables.facts import captions as facts

NON_CAPTION_CODES: Final = frozenset(
    {
        "US",
        "UNCLAS",
        "SECTION 01 OF 03",
        "ENTIRE TEXT",
        "NOTAL",
        "REL TO",
        "FGI",
        "ONLY",
        "BU",
        "POUCH",
        "ALDAC",
    }
)
"""Codes of the table that do not appear on caption lines."""

CODES: Final = tuple(code for code in facts.CAPTION_CODES if code not in NON_CAPTION_CODES)

CODE: Final = re.compile(
    r"(?P<code>"
    + "|".join(re.escape(code) for code in CODES)
    + r"|N O F O R N|S E N S I T I V E|S I P D I S|[(]?C ?O ?R ?R ?E ?C ?T ?E ?D {1,2}C ?O ?P ?Y)"
    r"(?:(?![A-Za-z])|(?=SIPDIS|NOFORN|SENSITIVE))"
    r"(?:[ ]{0,2}(?:\([^()\n]{0,80}\)|(?<=COPY)[ ]?[-:].{0,80}))?[ ,;/.\-]{0,4}",
    re.IGNORECASE,
)
"""Examples: `SIPDIS`, `NOFORN`, `C O R R E C T E D  C O P Y (ADDED INFO ADDEES)` (02ROME1196)."""

HANDLING: Final = re.compile(
    r"""
    \W{0,4} (?: \( (?:SBU|U|C|S) \) \s? )?
    (?: SENSITIVE [ ,-]+ BUT | THIS [ ] (?:IS|MESSAGE|CABLE|TELEGRAM|DOCUMENT)
      | PLEASE [ ] (?:PROTECT|HANDLE|TREAT|DO) | HANDLE | PROTECT | NOT [ ] FOR | FOR [ ] OFFICIAL
      | NO [ ] (?:FOREIGN|INTERNET) | INTERNET | CONTAINS | SBU \b | ENTIRE [ ] TEXT | \( ENTIRE
    ) .{0,160}
    """,
    re.VERBOSE | re.IGNORECASE,
)
"""Example: `SENSITIVE BUT UNCLASSIFIED -- NOT FOR INTERNET DISTRIBUTION` (00THEHAGUE1695)."""

OFFICIAL_USE: Final = re.compile(r"\W{0,4}SENSITIVE[ ,-]{1,3}BUT UNCLASSIFIED\b", re.IGNORECASE)
"""A handling line that means the same as the caption SENSITIVE. Example:
`SENSITIVE BUT UNCLASSIFIED` below `UNCLAS GABORONE 000411` (05GABORONE411)."""

ATTENTION: Final = re.compile(
    r"""
    (?: (?: STATE | DEPT | DEPARTMENT | NSC | WHITE [ ]? HOUSE | TREASURY | USDOC | COMMERCE
          | ENERGY | DOE | DOJ | USTR | USAID | SECDEF | OSD | OSC | JCS | USUN | PACOM | FROM
          | PASS | FOR
        ) \b .{0,60}? \b (?:FOR|PASS|ALSO|TO|FROM) \b
      | (?-i: [A-Z][A-Z0-9/&.,'() \-]{1,70} \b (?:FOR|PASS|SENDS|ALSO|PLEASE) \b (?![a-z]) )
      | (?-i: FROM | FOR | ATTN ) (?: [ ] | : )
    )
    """,
    re.VERBOSE | re.IGNORECASE,
)
"""Examples: `STATE FOR EUR/RUS`, `DEPARTMENT PLEASE PASS TO USTR`, `FROM AMBASSADOR`
(06BERN898)."""


def leading_codes(text: str) -> tuple[tuple[str, ...], int]:
    """Return the captions at the start of a line, and where they end."""
    codes: list[str] = []
    at = 0
    while match := CODE.match(text, at):
        code = " ".join(match["code"].upper().split())
        codes.append(_join_letters(code))
        at = match.end()
    return tuple(codes), at


def _join_letters(code: str) -> str:
    """Return a code without the spaces between its letters: `NOFORN` for `N O F O R N`."""
    letters = code.strip("(").split()
    whole = "".join(letters)
    if whole == "CORRECTEDCOPY":
        return "CORRECTED COPY"
    return whole if all(len(letter) == 1 for letter in letters) else code


def is_handling_line(text: str) -> bool:
    """Return whether a line only says how to handle the cable."""
    return bool(HANDLING.fullmatch(text))


def is_official_use_line(text: str) -> bool:
    """Return whether a handling line marks an unclassified cable as for official use only."""
    return bool(OFFICIAL_USE.match(text)) and is_handling_line(text)


def is_attention_line(text: str) -> bool:
    """Return whether a line names the desks that the cable is for."""
    return bool(ATTENTION.match(text))


def is_all_capitals(text: str) -> bool:
    """Return whether a line has letters and all are capitals."""
    return text.isupper() and any(letter.isalpha() for letter in text)
