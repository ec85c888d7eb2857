"""A cable's codes in words: why it was classified, its captions, markings and header."""

import re
from dataclasses import dataclass
from typing import Final

from cables.facts.captions import Caption, caption
from cables.facts.header_terms import Term, term
from cables.facts.orders import ORDERS, Reason, order_url, reasons
from cables.models import Cable

PORTIONS: Final = {
    "U": "unclassified",
    "SBU": "sensitive but unclassified",
    "FOUO": "for official use only",
    "LOU": "limited official use",
    "C": "confidential",
    "S": "secret",
    "TS": "top secret",
    "NF": "not for foreign nationals",
    "NOFORN": "not for foreign nationals",
}
"""What the parts of a portion marking stand for; `REL` lists are explained as they are printed."""
LEVELS: Final = {
    "UNCLASSIFIED": "unclassified",
    "UNCLASSIFIED//FOR OFFICIAL USE ONLY": "official",
    "LIMITED OFFICIAL USE": "official",
    "CONFIDENTIAL": "confidential",
    "SECRET": "secret",
}
AMENDED: Final = {"12958": {"1.4": " as amended in 2003", "1.5": " as issued in 1995"}}


@dataclass(frozen=True, slots=True, kw_only=True)
class WhyClassified:
    """The statement of the Classified By line, letter by letter."""

    order: str
    """`12958`; empty where the cable cites none."""
    amended: str
    """Which wording of the order, with a blank before it: ` as amended in 2003`."""
    url: str
    """Public text of the order; empty where there is no order or it is not known."""
    reasons: tuple[Reason, ...]
    unexplained: tuple[str, ...]
    """Letters for which the order has no words."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Explained:
    """The codes of a cable in words."""

    why: WhyClassified
    captions: tuple[Caption | str, ...]
    """In the order printed; a code as printed where no table knows it."""
    header_terms: tuple[Term, ...]


def explain(cable: Cable) -> Explained:
    """Explain what a cable's page shows above the text."""
    return Explained(
        why=why_classified(cable),
        captions=tuple(caption(code) or code for code in cable.captions),
        header_terms=header_terms(cable),
    )


def why_classified(cable: Cable) -> WhyClassified:
    """Explain the reason letters under the executive order that the cable itself cites."""
    day = cable.created.date() if cable.created else None
    found = reasons(cable.executive_order, cable.reason_section, cable.reasons, day)
    explained = {reason.letter for reason in found}
    return WhyClassified(
        order=cable.executive_order,
        amended=AMENDED.get(cable.executive_order, {}).get(cable.reason_section, ""),
        url=found[0].public_url if found else order_url(cable.executive_order, day),
        reasons=found,
        unexplained=tuple(letter for letter in cable.reasons if letter not in explained),
    )


def level(classification: str) -> str:
    """Return which of the four customary colours goes with a classification, `` for none."""
    return LEVELS.get(classification.removesuffix("//NOFORN"), "")


def marking_in_words(marking: str) -> str:
    """Explain a portion marking: `S//NF` is `secret, not for foreign nationals`."""
    parts = [part.strip() for part in re.split(r"/+|,", marking) if part.strip()]
    return ", ".join(PORTIONS.get(part.upper(), part) for part in parts)


def header_terms(cable: Cable) -> tuple[Term, ...]:
    """Explain the signals in the cable's header, in the order in which it shows them."""
    decoded = cable.decoded
    words = [
        decoded.get("transmission_id", "")[:4] and decoded["transmission_id"],
        "DE" if decoded.get("originator") else "",
        *decoded.get("security", "").split(),
        *decoded.get("precedence", [])[:1],
    ]
    found = [term(word) for word in words if word]
    return tuple(dict.fromkeys(entry for entry in found if entry))


@dataclass(frozen=True, slots=True, kw_only=True)
class Section:
    """One list of reasons of an order, for the help page."""

    section: str
    period: str
    """`14 October 1995 to 24 March 2003`; `since 27 June 2010` for what holds."""
    reasons: tuple[Reason, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Order:
    """An executive order, for the help page."""

    number: str
    title: str
    url: str
    sections: tuple[Section, ...]


def orders(numbers: tuple[str, ...] = ("12958", "13526")) -> list[Order]:
    """Return the orders with all their reasons, each list under its section and period."""
    return [
        Order(
            number=number,
            title=f"Executive Order {number}",
            url=order_url(number),
            sections=tuple(sections(number)),
        )
        for number in numbers
        if number in ORDERS
    ]


def sections(number: str) -> list[Section]:
    """Return the lists of an order, oldest first."""
    lists: dict[tuple[str, str], list[Reason]] = {}
    for section in ("1.5", "1.4"):
        for reason in reasons(number, section, "abcdefgh"):
            if reason.section == section:
                lists.setdefault((section, period(reason)), []).append(reason)
    return [
        Section(section=section, period=when, reasons=tuple(found))
        for (section, when), found in lists.items()
    ]


def period(reason: Reason) -> str:
    """Write the days on which a wording held."""
    since = f"{reason.from_date:%-d %B %Y}"
    return f"{since} to {reason.to_date:%-d %B %Y}" if reason.to_date else f"since {since}"
