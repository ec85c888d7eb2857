"""Explanations of a cable's codes: reasons for classification, captions, markings, header."""

import re
from dataclasses import dataclass
from typing import Final

from cables.facts.captions import Caption, find_caption
from cables.facts.header_terms import HeaderTerm, find_term
from cables.facts.orders import (
    ClassificationReason,
    classification_reasons,
    order_url,
)
from cables.models import Cable

PORTION_MARKINGS: Final = {
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
"""The parts of a portion marking; `REL` lists are shown as printed."""
CSS_LEVELS: Final = {
    "UNCLASSIFIED": "unclassified",
    "UNCLASSIFIED//FOR OFFICIAL USE ONLY": "official",
    "LIMITED OFFICIAL USE": "official",
    "CONFIDENTIAL": "confidential",
    "SECRET": "secret",
}
ORDER_VERSIONS: Final = {"12958": {"1.4": " as amended in 2003", "1.5": " as issued in 1995"}}


@dataclass(frozen=True, slots=True, kw_only=True)
class ClassificationBasis:
    """The reasons of the Classified By line, letter by letter."""

    order: str
    """`12958`; empty if the cable cites none."""
    version_note: str
    """The version of the order, after a space: ` as amended in 2003`."""
    url: str
    """The public text of the order; empty if there is no order or it is not known."""
    reasons: tuple[ClassificationReason, ...]
    unexplained: tuple[str, ...]
    """Letters that the order does not have."""


@dataclass(frozen=True, slots=True, kw_only=True)
class CodeExplanations:
    """The explained codes of a cable."""

    basis: ClassificationBasis
    captions: tuple[Caption | str, ...]
    """In the order printed; an unknown code as printed."""
    header_terms: tuple[HeaderTerm, ...]


def explain_codes(cable: Cable) -> CodeExplanations:
    """Explain the codes that a cable's page shows above the text."""
    return CodeExplanations(
        basis=classification_basis(cable),
        captions=tuple(find_caption(code) or code for code in cable.captions),
        header_terms=_explain_header(cable),
    )


def classification_basis(cable: Cable) -> ClassificationBasis:
    """Explain the reason letters by the executive order that the cable itself cites."""
    day = cable.created.date() if cable.created else None
    reasons = classification_reasons(
        cable.executive_order, cable.reason_section, cable.reasons, day
    )
    explained = {reason.letter for reason in reasons}
    return ClassificationBasis(
        order=cable.executive_order,
        version_note=ORDER_VERSIONS.get(cable.executive_order, {}).get(cable.reason_section, ""),
        url=reasons[0].public_url if reasons else order_url(cable.executive_order, day),
        reasons=reasons,
        unexplained=tuple(letter for letter in cable.reasons if letter not in explained),
    )


def css_level(classification: str) -> str:
    """Return which of the four customary colors a classification has; empty for none."""
    return CSS_LEVELS.get(classification.removesuffix("//NOFORN"), "")


def marking_in_words(marking: str) -> str:
    """Explain a portion marking: `S//NF` is `secret, not for foreign nationals`."""
    parts = [part.strip() for part in re.split(r"/+|,", marking) if part.strip()]
    return ", ".join(PORTION_MARKINGS.get(part.upper(), part) for part in parts)


def _explain_header(cable: Cable) -> tuple[HeaderTerm, ...]:
    """Explain the operating signals of the header, in the order shown."""
    fields = cable.header_fields
    words = [
        fields.get("transmission_id", ""),
        "DE" if fields.get("originator") else "",
        *fields.get("security", "").split(),
        *fields.get("precedence", [])[:1],
    ]
    terms = [find_term(word) for word in words if word]
    return tuple(dict.fromkeys(term for term in terms if term))


@dataclass(frozen=True, slots=True, kw_only=True)
class ReasonSection:
    """One list of reasons of an order, for the help page."""

    number: str
    period: str
    """`14 October 1995 to 24 March 2003`, or `since 27 June 2010`."""
    reasons: tuple[ClassificationReason, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ExecutiveOrder:
    """An executive order, for the help page."""

    number: str
    title: str
    url: str
    sections: tuple[ReasonSection, ...]


def executive_orders() -> list[ExecutiveOrder]:
    """Return the orders that most cables cite, with all their reasons by section and period."""
    return [
        ExecutiveOrder(
            number=number,
            title=f"Executive Order {number}",
            url=order_url(number),
            sections=tuple(_reason_sections(number)),
        )
        for number in ("12958", "13526")
    ]


def _reason_sections(number: str) -> list[ReasonSection]:
    """Return the lists of reasons of an order, oldest first."""
    lists: dict[tuple[str, str], list[ClassificationReason]] = {}
    for section in ("1.5", "1.4"):
        for reason in classification_reasons(number, section, "abcdefgh"):
            if reason.section == section:
                lists.setdefault((section, _format_period(reason)), []).append(reason)
    return [
        ReasonSection(number=section, period=period, reasons=tuple(reasons))
        for (section, period), reasons in lists.items()
    ]


def _format_period(reason: ClassificationReason) -> str:
    """Return the days on which a wording was in force."""
    since = f"{reason.from_date:%-d %B %Y}"
    return f"{since} to {reason.to_date:%-d %B %Y}" if reason.to_date else f"since {since}"
