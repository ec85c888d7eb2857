"""What parsing yields: frozen values whose spans point back into the telegram text.

Every `start` and `end` is an offset in characters into the text that was given to `parse`, the end
exclusive: `text[part.start:part.end]` is the original, unaltered.
"""

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum


class NotACable(ValueError):  # noqa: N818 - it reads as the sentence that it is
    """Nothing in the text looks like a cable; the message says what was expected."""


class PartKind(StrEnum):
    """What a part of the telegram text is. Each character belongs to exactly one part."""

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
    SECTION_HEAD = "section head"
    """The header and labels that a later section repeats."""
    SIGNATURE = "signature"
    TRAILER = "trailer"
    FUSED = "fused"
    """A second text after the cable: stored, but not parsed."""
    COPY = "copy"
    """Another copy of the cable, less full than the one that is parsed."""
    RECORD = "record"
    """Above the classification line: facts of an export, or the date line of a press partner."""
    BLANK = "blank"
    OTHER = "other"
    """Text that no rule recognizes."""


class ParagraphKind(StrEnum):
    """How a paragraph is laid out."""

    NUMBERED = "numbered"
    UNNUMBERED = "unnumbered"


class ReferenceKind(StrEnum):
    """What a REF entry points to."""

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
    """Something corrected, missing or not understood, for the reader."""

    code: str
    """The rule's short name in words joined by hyphens, such as `lost-pilcrow`."""
    line: int
    """Line of the text, from 1; 0 for the whole cable."""
    message: str
    """A sentence: what was found and how it was read."""
    printed: str = ""
    """As in the text."""
    meant: str = ""
    """What it was read as; empty if nothing was corrected."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Addressee(Span):
    """One addressee of the TO or INFO lines."""

    name: str
    """As printed, such as `SECSTATE WASHDC`."""
    routing_indicator: str = ""
    """Such as `RUEHC`; empty in old cables."""
    precedence: str = ""
    """Such as `IMMEDIATE`; empty if the line gives none."""
    number: str = ""
    """Message continuity number, digits as printed."""
    exempt: bool = False
    """True after `XMT`: excluded although it belongs to a collective address."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Header(Span):
    """The transmission header; strings and tuples are empty where the text has none."""

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
    """The code that is meant, in capitals: `PREL`."""
    printed: str
    """As printed, before any correction."""
    person: str = ""
    """Name in parentheses after the code, as in `OVIP (CLINTON, HILLARY)`; else empty."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ParsedReference(Span):
    """One entry of the REF lines, in the order printed."""

    letter: str
    """`A`, `B` ...; empty if the entry has no letter."""
    printed: str
    """The entry as printed, on one line, without its letter: `06 MOSCOW 11698`."""
    reference_id: str = ""
    """Canonical reference ID, `06MOSCOW11698`; empty if the entry names no cable."""
    kind: ReferenceKind = ReferenceKind.CABLE
    year_assumed: bool = False
    """True if no year is printed and the citing cable's was used."""
    note: str = ""
    """What follows the number, such as `NOTAL` or `AND PREVIOUS`."""
    doubt: str = ""
    """Why it has no ID although it names a cable, as a predicate: `has a year of three digits`."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ClassifiedBy(Span):
    """Who classified the cable and why."""

    name: str = ""
    """`Alice G. Wells`; empty if only a title is given."""
    title: str = ""
    """`Pol/Min Counselor`, as printed."""
    section: str = ""
    """Section of the executive order, `1.4` or `1.5`."""
    reasons: tuple[str, ...] = ()
    """Letters in lower case, in the order printed: (`b`, `d`)."""
    name_start: int = -1
    """Offset of the name in the text; -1 if there is none."""
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
    """On one line, otherwise as printed."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PageMark(Span):
    """A page-break line or other foreign words, which may interrupt a sentence."""

    page: int
    """Number of the page that begins here; 0 if no page does, as at `SIPDIS`."""
    pages: int
    """How many pages; 0 if the line does not say."""
    printed: str
    """The line, stripped."""
    anchor: str = ""
    """Its URL fragment, `page2`; set when the page is rendered."""
    repeats_header: bool = False
    """Whether it is not one line but the header and labels that a later section repeats."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ParsedParagraph(Span):
    """One paragraph, from its number to the last character before the next part."""

    position: int
    """From 1, counting every paragraph of the cable."""
    number: int | None
    """The printed number; None if there is none."""
    key: str
    """Unique within the cable: `3`; `3.2` for the second paragraph numbered 3; `u1` for the first
    without a number."""
    kind: ParagraphKind = ParagraphKind.NUMBERED
    marking: str = ""
    """Portion marking, normalized: `C`, `SBU`, `S//NF`; empty if there is none."""
    heading: str = ""
    """Text of the heading above it; empty before the first."""
    text_start: int = 0
    """Where the words begin, after number and marking."""

    @property
    def anchor(self) -> str:
        """The URL fragment on the cable's page, `par3`."""
        return f"par{self.key}"


@dataclass(frozen=True, slots=True, kw_only=True)
class ParsedCable:
    """A parsed cable. Empty strings, empty tuples and None mean that the text does not say."""

    text: str
    """The text that was parsed, unaltered."""
    body_start: int
    """Where the telegram's body begins: `text[:body_start]` is its header."""
    parts: tuple[TextPart, ...]
    reference_id: str
    """As given to `parse`, else derived from post, serial and year; empty if unknown."""
    header: Header
    created: datetime | None
    """From the date-time group, UTC."""
    classification: str
    """`CONFIDENTIAL`, `UNCLASSIFIED//FOR OFFICIAL USE ONLY` and the like."""
    sections: int
    """How many sections the classification line announces; 1 if it names none."""
    captions: tuple[str, ...]
    """Codes in the order printed, each once: (`SIPDIS`, `NOFORN`)."""
    attention: tuple[str, ...]
    """Attention lines such as `STATE FOR EUR/RUS`, one string per line."""
    executive_order: str
    """Number of the order that the cable cites, `12958`, with misprints corrected."""
    declassify_on: date | None
    declassify_note: str
    """The DECL entry as printed, `02/28/2017` or `TEN YEARS AFTER CLOSURE`."""
    tags: tuple[ParsedTag, ...]
    subject: str
    """On one line, without page marks and marking."""
    references: tuple[ParsedReference, ...]
    classified_by: ClassifiedBy | None
    summary: str
    """Reading text of the summary, on one line."""
    headings: tuple[Heading, ...]
    paragraphs: tuple[ParsedParagraph, ...]
    page_marks: tuple[PageMark, ...]
    signature: Signature | None
    old_anchors: tuple[tuple[str, int], ...]
    """Anchors of the original page that are not paragraph anchors here: (`parB`, offset)."""
    problems: tuple[ParseProblem, ...]

    @property
    def signed_by(self) -> str:
        """The signer's surname as printed; empty if the cable has no signature."""
        return self.signature.name if self.signature else ""

    @property
    def body(self) -> str:
        """The text after the header."""
        return self.text[self.body_start :]
