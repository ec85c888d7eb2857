"""Executive orders on classification, and the reasons for letters as in "1.4 (b) and (d)".

E.O. 12958 has two numberings: section 1.5 as issued in 1995, section 1.4 as amended by E.O. 13292
of March 25, 2003. Cables kept citing 1.5 until 2010, so a date never rules out a section.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from functools import cache
from typing import Final

from cables.facts.tables import read_table

INTERCHANGEABLE_SECTIONS: Final = {"1.4": "1.5", "1.5": "1.4"}
"""The same list under its number before and after 2003."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ClassificationReason:
    """A category of information that an executive order allows to be classified."""

    order: str
    """Number of the order: `12958`."""
    section: str
    """Section of the order that lists the categories: `1.4`."""
    letter: str
    """Letter or number of the category in that section: `b`; empty where the section has none."""
    reason: str
    """In words, without a period."""
    public_url: str
    """URL of the order's text."""
    from_date: date
    """First day of this wording."""
    to_date: date | None
    """Last day; None while in force."""


@cache
def _all_reasons() -> tuple[ClassificationReason, ...]:
    return tuple(
        ClassificationReason(
            order=row["order"],
            section=row["section"],
            letter=row["letter"],
            reason=row["reason"],
            public_url=row["public_url"],
            from_date=date.fromisoformat(row["from_date"]),
            to_date=date.fromisoformat(row["to_date"]) if row["to_date"] else None,
        )
        for row in read_table("executive_orders")
    )


EXECUTIVE_ORDERS: Final = tuple(dict.fromkeys(reason.order for reason in _all_reasons()))
"""Numbers of the known orders, oldest first: 11652 of 1972 to 13526 of 2009."""


def classification_reasons(
    order: str, section: str, letters: Iterable[str], on: date | None = None
) -> tuple[ClassificationReason, ...]:
    """Return the reasons for the letters of a classification statement.

    Args:
        order: Number of the order that the cable cites: `12958`.
        section: As printed, `1.4`; `""` if the cable gives none, which means the section in force
            on that day.
        letters: `("b", "d")` or `"bd"`, any case; numbers for E.O. 12356 and E.O. 11652.
        on: Day of the cable. It matters only where the section is ambiguous.

    Returns:
        One value per letter, in the order of the letters. Unknown letters, sections and orders are
        omitted: show what was printed.
    """
    candidates = _candidates(order, section.replace(" ", ""), on)
    reasons = (_first(candidates, letter.lower()) for letter in letters)
    return tuple(reason for reason in reasons if reason)


def _candidates(order: str, section: str, on: date | None) -> list[ClassificationReason]:
    """Return the reasons that may be meant, likeliest first."""
    of_order = [reason for reason in _all_reasons() if reason.order == order]
    by_likelihood = sorted(of_order, key=lambda reason: not _in_force(reason, on))
    if not section:
        return by_likelihood
    named = [reason for reason in by_likelihood if _is_section(reason, section)]
    alternative = INTERCHANGEABLE_SECTIONS.get(section, section)
    return named + [reason for reason in by_likelihood if reason.section == alternative]


def _in_force(reason: ClassificationReason, on: date | None) -> bool:
    if on is None:
        return reason.to_date is None
    return reason.from_date <= on <= (reason.to_date or on)


def _is_section(reason: ClassificationReason, section: str) -> bool:
    """Return whether `1.3` or `1.3(a)` names the reason's section `1.3(a)`."""
    return section.lower() in (reason.section.lower(), reason.section.lower().partition("(")[0])


def _first(candidates: list[ClassificationReason], letter: str) -> ClassificationReason | None:
    return next((reason for reason in candidates if reason.letter == letter), None)


def order_url(order: str, on: date | None = None) -> str:
    """Return the URL of an order as of a day, or of its last version; `""` if unknown."""
    of_order = [reason for reason in _all_reasons() if reason.order == order]
    if not of_order:
        return ""
    in_force = (reason for reason in of_order if on and _in_force(reason, on))
    return next(in_force, of_order[-1]).public_url
