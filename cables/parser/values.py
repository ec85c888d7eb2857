"""What reading a cable yields: frozen values whose spans point back into the telegram text.

Every `start` and `end` is an offset in characters into the text that `parse` was given, the end
exclusive, so that `text[part.start:part.end]` is what stood there, unaltered.
"""

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum


class NotACable(ValueError):  # noqa: N818 - it reads as the sentence that it is
    """The text holds nothing by which a cable could be told; the message says what was expected."""


class PartKind(StrEnum):
    """What a stretch of telegram text is. Each character belongs to exactly one part."""

    HEADER = "header"
    CLASSIFICATION = "classification"
    CAPTION = "caption"
    ATTENTION = "attention"
    EXECUTIVE_ORDER = "executive order"
    TAGS = "tags"
    SUBJECT = "subject"
    REFERENCES = "references"
    CLASSIFIED_BY = "classified by"
    HEADING = "heading"
    RULE = "rule"
    PARAGRAPH = "paragraph"
    PAGE_MARK = "page mark"
    SIGNATURE = "signature"
    TRAILER = "trailer"
    FUSED = "fused"
    """A second text behind the cable: kept, marked, and not numbered as the cable's own."""
    BLANK = "blank"
    OTHER = "other"
    """Text that no rule claims: kept and labelled, never dropped."""


class ParagraphKind(StrEnum):
    """How a paragraph is laid out."""

    NUMBERED = "numbered"
    UNNUMBERED = "unnumbered"


class ReferenceKind(StrEnum):
    """What a REF line points at."""

    CABLE = "cable"
    MESSAGE = "message"
    """A telegram of another agency or an intelligence report, known by a number of its own."""
    MAIL = "mail"
    OTHER = "other"


@dataclass(frozen=True, slots=True, kw_only=True)
class Span:
    """A stretch of the text."""

    start: int
    """First character, counted from 0."""
    end: int
    """One past the last character."""


@dataclass(frozen=True, slots=True, kw_only=True)
class TextPart(Span):
    """One of the parts that, joined in order, are the text."""

    kind: PartKind


@dataclass(frozen=True, slots=True, kw_only=True)
class ParseProblem:
    """Something repaired, missing or not understood, told to the reader."""

    code: str
    """The rule's short name in words joined by hyphens, such as `lost-pilcrow`."""
    line: int
    """Line of the text, from 1; 0 where the whole cable is meant."""
    message: str
    """A sentence: what was found and what was made of it."""
    printed: str = ""
    """What stands in the text."""
    meant: str = ""
    """What it was read as; empty where nothing was repaired."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Addressee(Span):
    """One addressee of the TO or INFO lines."""

    name: str
    """As printed, such as `SECSTATE WASHDC`."""
    routing_indicator: str = ""
    """Such as `RUEHC`; empty in old cables."""
    precedence: str = ""
    """Such as `IMMEDIATE`; empty where the line gives none."""
    number: str = ""
    """Message continuity number, digits as printed."""
    exempt: bool = False
    """True behind `XMT`: left out although it belongs to a collective address."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Header(Span):
    """The transmission header as far as it is present; empty strings and tuples where it is not."""

    transmission_id: str = ""
    """Such as `VZCZCXRO4549`."""
    routing: tuple[str, ...] = ()
    """Routing indicators called, in order."""
    originator: str = ""
    """The DE line without `DE`, up to the filing time: `RUEHMO #0849/01`."""
    filed: str = ""
    """Filing time of the DE line, day of the year and UTC time: `0591745`."""
    security: str = ""
    """The ZNY or ZNR line, such as `ZNY CCCCC ZZH`."""
    precedence: tuple[str, ...] = ()
    """Words, action first: (`IMMEDIATE`,) or (`IMMEDIATE`, `PRIORITY`)."""
    date_time_group: str = ""
    """As printed, such as `O 281745Z FEB 07`."""
    sender: str = ""
    """The FM line, as printed without `FM`."""
    to: tuple[Addressee, ...] = ()
    info: tuple[Addressee, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class ParsedTag(Span):
    """One code of the TAGS line."""

    code: str
    """The code it stands for, capitals: `PREL`. A person tag keeps its name: `CLINTON, HILLARY`."""
    printed: str
    """As printed, before any repair."""
    person: str = ""
    """Name in brackets behind the code, as in `OVIP (CLINTON, HILLARY)`; else empty."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ParsedReference(Span):
    """One entry of the REF lines, in the order printed."""

    letter: str
    """`A`, `B` ...; empty for a sole reference without a letter."""
    printed: str
    """The entry as printed, line breaks as blanks, without its letter: `06 MOSCOW 11698`."""
    reference_id: str = ""
    """Canonical reference ID, `06MOSCOW11698`; empty where the entry names no cable."""
    kind: ReferenceKind = ReferenceKind.CABLE
    year_assumed: bool = False
    """True where no year is printed and the citing cable's own was taken."""
    note: str = ""
    """What follows the number, such as `NOTAL` or `AND PREVIOUS`."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ClassifiedBy(Span):
    """Who classified the cable and why."""

    name: str = ""
    """`Alice G. Wells`; empty where only a title is given."""
    title: str = ""
    """`Pol/Min Counselor`, as printed."""
    section: str = ""
    """Section of the executive order, `1.4` or `1.5`."""
    reasons: tuple[str, ...] = ()
    """Letters in small type, in the order printed: (`b`, `d`)."""
    name_start: int = -1
    """Where the name stands in the text; -1 where there is no name."""
    name_end: int = -1


@dataclass(frozen=True, slots=True, kw_only=True)
class Signature(Span):
    """The signer's surname on the last line."""

    name: str
    """As printed, such as `BURNS`."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Heading(Span):
    """A heading between paragraphs."""

    text: str
    """Line breaks as one blank, other blanks as printed."""
    next_position: int
    """Position of the paragraph that follows it; 0 where none does."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PageMark(Span):
    """A page-break line, which may stand inside a sentence."""

    page: int
    """Number of the page that begins here."""
    pages: int
    """How many pages; 0 where the line does not say."""
    printed: str
    """The line without the blanks around it."""
    anchor: str = ""
    """Its fragment on a page, `page2`; the page that is drawn gives it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ParsedParagraph(Span):
    """One paragraph, from its number to the last character before the next part."""

    position: int
    """From 1, counting every paragraph of the cable."""
    number: int | None
    """The printed number; None where the text has none."""
    key: str
    """Its address in the cable, unique by construction: `3`; `3.2` for the second paragraph that is
    numbered 3; `u1` for the first without a number."""
    kind: ParagraphKind = ParagraphKind.NUMBERED
    marking: str = ""
    """Portion marking in its usual form, `C`, `SBU`, `S//NF`; empty where there is none."""
    printed_marking: str = ""
    """The marking as printed, without its brackets."""
    heading: str = ""
    """Text of the heading that it stands under; empty before the first."""
    text_start: int = 0
    """Where the words begin, behind number and marking."""

    @property
    def anchor(self) -> str:
        """The fragment on the cable's page, `par3`."""
        return f"par{self.key}"


@dataclass(frozen=True, slots=True, kw_only=True)
class ParsedCable:
    """A cable as read. Empty strings and tuples and None mean that the text does not say."""

    text: str
    """What was parsed, unaltered; the parts joined."""
    body_start: int
    """Where the telegram's body begins: `text[:body_start]` is its header."""
    parts: tuple[TextPart, ...]
    reference_id: str
    """As given to `parse`, else worked out from post, serial and year; empty where neither does."""
    header: Header
    created: datetime | None
    """From the date-time group, UTC."""
    classification: str
    """`CONFIDENTIAL`, `UNCLASSIFIED//FOR OFFICIAL USE ONLY` and the like."""
    printed_post: str
    """The post on the classification line, as printed: `MOSCOW`."""
    serial: int | None
    """The serial number on that line: 849."""
    sections: int
    """How many sections the classification line announces; 1 where it names none."""
    captions: tuple[str, ...]
    """Codes in the order printed, each once: (`SIPDIS`, `NOFORN`)."""
    attention: tuple[str, ...]
    """Attention lines such as `STATE FOR EUR/RUS`, one string a line."""
    executive_order: str
    """Number of the order that the cable cites, `12958`, misprints put right."""
    declassify_on: date | None
    declassify_note: str
    """The DECL entry as printed, `02/28/2017` or `TEN YEARS AFTER CLOSURE`."""
    tags: tuple[ParsedTag, ...]
    subject: str
    """Lines joined by one blank, page-break lines left out, marking removed."""
    subject_marking: str
    references: tuple[ParsedReference, ...]
    classified_by: ClassifiedBy | None
    summary: str
    """Reading text of the summary, lines joined."""
    headings: tuple[Heading, ...]
    paragraphs: tuple[ParsedParagraph, ...]
    page_marks: tuple[PageMark, ...]
    signature: Signature | None
    old_anchors: tuple[tuple[str, int], ...]
    """Anchors that the original page gave where they are none of ours: (`parB`, offset)."""
    problems: tuple[ParseProblem, ...]

    @property
    def signed_by(self) -> str:
        """The signer's surname as printed; empty where the cable has no signature."""
        return self.signature.name if self.signature else ""

    @property
    def body(self) -> str:
        """The text behind the header."""
        return self.text[self.body_start :]
