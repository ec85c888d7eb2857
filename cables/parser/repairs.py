"""Repairs: what transmission and copying did to single characters, and what was meant.

The text itself is never changed. A repair names a span of it and what to read there: the reading
view marks it, and every text derived from a cable (JSON, summaries, previews, search) contains it.
A sign is repaired only where it cannot be right as printed.
"""

import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from html import unescape
from operator import attrgetter
from typing import Final, NamedTuple, Protocol

from cables.parser.values import ParsedParagraph, ParseProblem, Span


@dataclass(frozen=True, slots=True, kw_only=True)
class Repair(Span):
    """A damaged span of the text, all on one line."""

    meant: str
    """What to read instead, never longer; empty if nothing was meant."""
    kind: str
    """A key of `KINDS`."""


class _HasSpan(Protocol):
    """A paragraph, parsed or stored."""

    @property
    def start(self) -> int: ...

    @property
    def end(self) -> int: ...


class _Kind(NamedTuple):
    signs: tuple[str, ...]
    """One of them is in every text that needs the repair: a quick test."""
    pattern: re.Pattern[str]
    meant: Callable[[str], str]
    """What is read instead of a match."""
    message: str
    """For the reader; empty if no word of the telegram is concerned."""


PILCROW: Final = re.compile(
    r"¶(?:(?<=\n¶)|(?<=\n[\t ]¶)|(?<=[\t ]{2}¶)|(?<=[\t ]¶)(?=(?:19|20)\d\d\b))"
)
"""The original site's sign before whatever looked like a number: `in late` / `¶2007.  (COMMENT:`
(07PARIS2027)."""
LOST_PILCROW: Final = re.compile(r"\ufffd(?<=[\n ]\ufffd)[ ]?(?=(?:[A-Z]|\d{1,4})\.)")
TAG: Final = re.compile(r"<[ ]?/?(?:a|b|br|code|em|i|p|pre|strong|table|td|tr)[ ]?/?>")
"""Examples: `issues <br>` (09LAPAZ96), `buenosaires.< /a>` (06BUENOSAIRES903)."""
LINE_END: Final = re.compile(r"\\(?=[ \t]*(?:\n|\Z))")
"""What a table puts before a line's end (06BERN898)."""
ENTITY: Final = re.compile(r"&(?:\#\d{2,5}|\#[xX][0-9a-fA-F]{2,5}|amp|quot|apos|lt|gt|nbsp);")
"""Examples: `&#8217;`, `&amp;`; a semicolon makes it certain."""
ENDINGS: Final = r"s|t|d|m|ll|re|ve"
APOSTROPHE: Final = re.compile(
    r"""
    , (?: (?<= [A-Za-z0-9.)], ) (?<! \b[a-z], ) s \b (?! [.,][a-z] )           # GOC,s
        | (?<= [A-Z]{3}, ) S \b | (?<= n, ) t \b | (?<= \bI, ) (?:m|d|ve|ll) \b
        | (?: (?<= \b[Yy]ou, ) | (?<= \b[Tt]hey, ) | (?<= \b[Ww]e, ) ) (?:re|ve|ll|d) \b
        | (?: (?<= \b[HhIi][et], ) | (?<= \b[Ss]he, ) ) (?:ll|d) \b
        | (?<= \b[dl], ) (?= [AEIOUH][a-z] ) | (?<= \bO, ) (?= [A-Z][a-z]{3} )
        | (?<= \bQa, ) (?= ida\b )
        | (?: (?<= \bSana, ) | (?<= \bShi, ) ) (?= a\b ) | (?<= \bBa, ) (?= ath ) )
    """,
    re.VERBOSE,
)
"""A comma for an apostrophe. Examples: `the GOB,s norms` (04BRASILIA1938), `don,t` (09DOHA728),
`BRAZIL,S` (09BRASILIA28), `Cote d,Ivoire`, `the Shi,a alliance`."""
QUESTION_MARK: Final = re.compile(
    r"\?(?<=[a-z]\?)s\b(?!=)|\?(?<=n\?)t\b(?!=)|Q(?<=[a-z]Q)s\b|Q(?<=n[Q])t\b"
)
"""A sign that the character set lacked. Examples: `Costa Rica?s` (07SANJOSE1926), `doesnQt`
(07HARARE638); not `index.php?t=`."""
DOUBLED: Final = re.compile(r'""(?<!""")(?!")')
"""A quotation mark as tables write it. Example: `the ""anti-Summit""` (06BUENOSAIRES903)."""
DOUBLED_PAIR: Final = re.compile(r'""(?<!""")(?=\w)[^"]{1,300}(?<=\S)""(?!")')
SINGLE_MARK: Final = re.compile(r'"(?<!"")(?!")')
QUOTED: Final = re.compile(
    r"""
    & (?<! [\w&;]& ) (?= [\w(.'] ) [^&]{1,1200}?
    [A-Za-z)'] [.,;:?!)']? 8 (?<! \W[A-Z]8 ) (?! [\w-] )
    """,
    re.VERBOSE,
)
"""Quotation marks that lost a bit. Example: `&Acts of Completion8` (04DUBLIN1101); not `R&D` and
`the G8`."""
QUOTED_BY_EIGHTS: Final = re.compile(
    r"""
    8 (?<! [\w.,$/:&#'+(-]8 ) (?= [A-Za-z] )
    (?! (?: th | [ap]m | [kcm]?m | [kxb] | [bm]n | pct | kg | ft | hrs ) \b )
    [^&8]{1,400}? [a-z] [.,?!]? 8 (?! [\w-] )
    """,
    re.VERBOSE,
)
"""Both marks became the same digit. Example: `8word,8`; not `8th`."""


def _nothing(_printed: str) -> str:
    return ""


def _apostrophe(printed: str) -> str:
    return "'" + printed[1:]


def _quotation_mark(_printed: str) -> str:
    return '"'


def _character(printed: str) -> str:
    return unescape(printed).replace("\xa0", " ").replace("¶", "")


KINDS: Final = {
    "pilcrow": _Kind(("¶",), PILCROW, _nothing, ""),
    "lost-pilcrow": _Kind(("\ufffd",), LOST_PILCROW, _nothing, ""),
    "line-end": _Kind(("\\",), LINE_END, _nothing, ""),
    "tag": _Kind(("<",), TAG, _nothing, "Formatting codes were removed"),
    "entity": _Kind(
        ("&",), ENTITY, _character, "Character codes were replaced by their characters"
    ),
    "apostrophe": _Kind((",",), APOSTROPHE, _apostrophe, "A comma was read as an apostrophe"),
    "lost-apostrophe": _Kind(
        ("?", "Q"),
        QUESTION_MARK,
        _apostrophe,
        "A damaged character was read as an apostrophe",
    ),
    "doubled-quotation-mark": _Kind(
        ('""',), DOUBLED, _quotation_mark, "A doubled quotation mark was read as one"
    ),
    "quotation-mark": _Kind(
        ("&",), QUOTED, _quotation_mark, "“&” and “8” were read as quotation marks"
    ),
    "quotation-mark-8": _Kind(
        (" 8", "\n8"), QUOTED_BY_EIGHTS, _quotation_mark, "“8” was read as a quotation mark"
    ),
}


def find_repairs(text: str, start: int = 0, end: int | None = None) -> list[Repair]:
    """Return the repairs between two offsets of a text, such as those of a paragraph, in order."""
    end = len(text) if end is None else end
    repairs = [
        Repair(start=first, end=last, meant=rule.meant(text[first:last]), kind=kind)
        for kind, rule in KINDS.items()
        if any(text.find(sign, start, end) >= 0 for sign in rule.signs)
        for first, last in _spans(rule.pattern, text, start, end)
    ]
    repairs.sort(key=attrgetter("start"))
    return list(_without_overlaps(repairs))


def _spans(pattern: re.Pattern[str], text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Yield the places of damaged signs; of a quotation, its two marks."""
    if pattern is DOUBLED and SINGLE_MARK.search(text, start, end):
        pattern = DOUBLED_PAIR
    for match in pattern.finditer(text, start, end):
        first, last = match.span()
        if pattern in {QUOTED, QUOTED_BY_EIGHTS, DOUBLED_PAIR}:
            length = 2 if pattern is DOUBLED_PAIR else 1
            yield first, first + length
            yield last - length, last
        else:
            yield first, last


def _without_overlaps(repairs: Iterable[Repair]) -> Iterator[Repair]:
    at = 0
    for repair in repairs:
        if repair.start >= at:
            yield repair
            at = repair.end


def repair_text(text: str) -> str:
    """Return a text with its repairs made."""
    return "".join(_repaired(text, find_repairs(text), 0, len(text)))


def repair_paragraphs(text: str, spans: Iterable[_HasSpan]) -> str:
    """Return a text with the repairs of its paragraphs made and every offset kept.

    What is removed becomes spaces, so that a search finds the words and knows where they are.
    """
    repairs = [found for span in spans for found in find_repairs(text, span.start, span.end)]
    repairs.sort(key=lambda repair: repair.start)
    return "".join(_repaired(text, repairs, 0, len(text), keep_length=True))


def _repaired(
    text: str, repairs: Iterable[Repair], at: int, end: int, *, keep_length: bool = False
) -> Iterator[str]:
    for repair in repairs:
        yield text[at : repair.start]
        yield repair.meant.ljust(repair.end - repair.start) if keep_length else repair.meant
        at = repair.end
    yield text[at:end]


def repair_notes(text: str, paragraphs: Iterable[ParsedParagraph]) -> Iterator[ParseProblem]:
    """Yield a note for the reader on each kind of repair, with the first as its example."""
    by_kind: dict[str, list[Repair]] = defaultdict(list)
    for paragraph in paragraphs:
        for repair in find_repairs(text, paragraph.text_start, paragraph.end):
            by_kind[repair.kind].append(repair)
    for kind, repairs in by_kind.items():
        if message := KINDS[kind].message:
            places = f"{len(repairs)} places" if len(repairs) > 1 else "one place"
            printed, meant = _word_around(text, repairs)
            yield ParseProblem(
                code=f"repaired-{kind}",
                line=text.count("\n", 0, repairs[0].start) + 1,
                message=f"{message} in {places} of the reading view; the original text is kept.",
                printed=printed,
                meant=meant,
            )


def _word_around(text: str, repairs: Sequence[Repair]) -> tuple[str, str]:
    """Return the word of the first repair as printed and as meant."""
    first = repairs[0]
    start = max(text.rfind(space, 0, first.start) for space in " \n\t") + 1
    ends = (text.find(space, first.end) for space in " \n\t")
    end = min((end for end in ends if end >= 0), default=len(text))
    printed = text[start:end]
    shown = (repair for repair in repairs if repair.end <= end)
    return printed, "".join(_repaired(text, shown, start, end))
