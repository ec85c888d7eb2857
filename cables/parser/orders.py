"""The E.O. line: the executive order under which the cable is classified, and until when."""

import re
from datetime import date
from typing import Final, NamedTuple

from cables.facts.orders import EXECUTIVE_ORDERS
from cables.parser.dates import first_date

NUMBER: Final = re.compile(r"(?P<number>\d{4,6})")
DECLASSIFY: Final = re.compile(
    r"(?:DECL|DELC|DEL|DCL|DECAL)\w{0,9}\s{0,2}[:;.]{0,2}\s{0,3}(?P<note>\S.*)",
    re.IGNORECASE | re.DOTALL,
)
"""Example: `DECL: 02/28/2017` (07MOSCOW849)."""
AFTER_NUMBER: Final = re.compile(r"\d{4,6}\s?[:;.,]{0,2}\s{0,3}(?P<note>\S.*)", re.DOTALL)
"""Example: `N/A` after `E.O. 12958:`."""
MAX_NOTE_LENGTH: Final = 200


class OrderLine(NamedTuple):
    """What the E.O. line says."""

    number: str
    """Of the order, with misprints corrected."""
    printed: str
    """The number as printed."""
    declassify_on: date | None
    declassify_note: str
    """The DECL entry as printed, else what follows the number."""


def read_order_line(words: str) -> OrderLine:
    """Read the E.O. line, including its label: `E.O. 12958: DECL: 02/28/2017`."""
    match = NUMBER.search(words)
    printed = match["number"] if match else ""
    declassify = DECLASSIFY.search(words)
    rest = declassify or AFTER_NUMBER.search(words)
    note = " ".join(rest["note"].split())[:MAX_NOTE_LENGTH] if rest else ""
    on = first_date(note) if declassify else None
    return OrderLine(_corrected(printed), printed, on, note)


def _corrected(printed: str) -> str:
    """Return the order that a number means: 12958 for 12598, 19528 and 1298.

    A number is corrected if exactly one order has the same digits in another sequence, or else
    exactly one differs from it slightly.
    """
    if not printed or printed in EXECUTIVE_ORDERS:
        return printed
    same = [order for order in EXECUTIVE_ORDERS if sorted(order) == sorted(printed)]
    near = [order for order in EXECUTIVE_ORDERS if _is_similar(order, printed)]
    for candidates in (same, near):
        if len(candidates) == 1:
            return candidates[0]
    return printed


def _is_similar(order: str, printed: str) -> bool:
    """Return whether up to two digits are wrong, or one is extra or missing."""
    if len(order) == len(printed):
        return sum(a != b for a, b in zip(order, printed, strict=True)) <= 2  # noqa: PLR2004
    longer, shorter = sorted((order, printed), key=len, reverse=True)
    return any(longer[:at] + longer[at + 1 :] == shorter for at in range(len(longer)))
