"""The TO and INFO lines of a header."""

import re
from collections.abc import Sequence
from typing import Final

from cables.parser.lines import Line
from cables.parser.values import Addressee

LABEL: Final = re.compile(
    r"(?P<label>TO|INFO|XMT)(?:\Z|(?::|[ \t])[ \t]*(?=\S)(?![A-Z]{1,5}-\d\d\b))"
)
"""The label is alone on its line if a page line follows (09STATE15113).
Examples: `TO RUEHC/SECSTATE WASHDC IMMEDIATE 4460`, `INFO RUCNMEU/EU INTEREST COLLECTIVE`."""
ADDRESSEE: Final = re.compile(
    r"""
    (?: (?P<route> R[A-Z]{4,7} ) / )?
    (?P<name> [A-Z0-9] [^\n]{1,80}? )
    (?: [ ]+ (?P<precedence> (?:NIACT[ ])? (?:FLASH|IMMEDIATE|PRIORITY|PIORITY|ROUTINE) ) )?
    (?: [ ]+ (?P<number> \d{4,7} ) )?
    """,
    re.VERBOSE,
)
"""Examples: `RUEHC/SECSTATE WASHDC IMMEDIATE 4460`, `AMEMBASSY CARACAS` (02BOGOTA3281)."""
PAGE_LINE: Final = re.compile(r"PAGE \d\d\b.*")
"""Example: `PAGE 02   STATE 023763 071504Z`, inside the TO lines (08STATE23763)."""
LIST_END: Final = re.compile(
    r"BT\b|NNNN|-{4,}|#\d{4}|id:|(?:VZCZ|ZN[YR] |DE R|FM )|[ZOPR]( [ZOPR])? \d{6}Z"
    r"|UNCLAS|E\.O\.|\d+$|[^A-Z/]*$"
)
"""Lines that end a list of addressees without a blank line before them."""

MISPRINTED_PRECEDENCES: Final = {"PIORITY": "PRIORITY"}


def read_addressees(lines: Sequence[Line]) -> tuple[tuple[Addressee, ...], tuple[Addressee, ...]]:
    """Return the action and information addressees of the header lines, in order.

    Args:
        lines: The lines before the telegram's body; only their first header counts.
    """
    lists: dict[str, list[Addressee]] = {"TO": [], "INFO": []}
    label, exempt = "", False
    for line in lines:
        match = LABEL.match(line.text)
        if match:
            exempt = match["label"] == "XMT"
            if not exempt and lists[match["label"]]:
                break  # the header repeats before the full text (07MONTERREY130)
            label = label if exempt else match["label"]
        elif not line.text or LIST_END.match(line.text):
            label = label if not line.text else ""
            continue
        skipped = match.end() if match else 0
        if label and line.text[skipped:] and not PAGE_LINE.match(line.text, skipped):
            lists[label].append(_addressee(line, skipped, exempt=exempt))
    return tuple(lists["TO"]), tuple(lists["INFO"])


def _addressee(line: Line, skipped: int, *, exempt: bool) -> Addressee:
    words = line.text[skipped:]
    match = ADDRESSEE.fullmatch(words)
    start = line.start + skipped
    if not match:
        return Addressee(start=start, end=line.end, name=words, exempt=exempt)
    precedence = match["precedence"] or ""
    return Addressee(
        start=start,
        end=line.end,
        name=match["name"],
        routing_indicator=match["route"] or "",
        precedence=MISPRINTED_PRECEDENCES.get(precedence, precedence),
        number=match["number"] or "",
        exempt=exempt,
    )
