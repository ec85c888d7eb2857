"""The E.O. line: under which order the cable is classified, and until when."""

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
"""Example: `N/A` behind `E.O. 12958:`."""
MAX_NOTE_LENGTH: Final = 200


class OrderLine(NamedTuple):
    """What the E.O. line says."""

    number: str
    """Of the order, misprints put right."""
    printed: str
    """As it stands there."""
    declassify_on: date | None
    declassify_note: str
    """The DECL entry as printed, else what follows the number."""


def read_order_line(words: str) -> OrderLine:
    """Read the E.O. line, label included: `E.O. 12958: DECL: 02/28/2017`."""
    found = NUMBER.search(words)
    printed = found["number"] if found else ""
    declassify = DECLASSIFY.search(words)
    behind = declassify or AFTER_NUMBER.search(words)
    note = " ".join(behind["note"].split())[:MAX_NOTE_LENGTH] if behind else ""
    on = first_date(note) if declassify else None
    return OrderLine(_repaired(printed), printed, on, note)


def _repaired(printed: str) -> str:
    """Return the order that a number stands for: 12958 for 12598, 19528 and 1298.

    A number is put right if one order alone has the same digits in another order, or differs from
    it in one place.
    """
    if not printed or printed in EXECUTIVE_ORDERS:
        return printed
    same = [order for order in EXECUTIVE_ORDERS if sorted(order) == sorted(printed)]
    near = [order for order in EXECUTIVE_ORDERS if _differs_little(order, printed)]
    for candidates in (same, near):
        if len(candidates) == 1:
            return candidates[0]
    return printed


def _differs_little(order: str, printed: str) -> bool:
    """Tell whether one digit is wrong, or one too many, or one lost."""
    if len(order) == len(printed):
        return sum(a != b for a, b in zip(order, printed, strict=True)) <= 2  # noqa: PLR2004
    longer, shorter = sorted((order, printed), key=len, reverse=True)
    return any(longer[:at] + longer[at + 1 :] == shorter for at in range(len(longer)))
