"""The paragraphs of a cable that answer a question best, each with a few of its words."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from math import log
from typing import Final, Literal

from cables.models import Cable, Paragraph
from cables.names.protection import withhold
from cables.parser.blocks import REDACTION
from cables.parser.values import PartKind
from cables.reading.view import paragraph_text
from cables.reading.withholding import names_withheld
from cables.search.fold import fold
from cables.search.highlight import Hit, Marker

MOST: Final = 3
"""Excerpts of a cable."""
LENGTH: Final = 210
"""Characters of an excerpt: three lines of a wide screen, five of a phone."""
LEAD: Final = 50
"""Characters that may stand before the first marked word."""


PieceOfLine = tuple[str, Literal["", "mark", "redaction"]]
"""Words, and how they are drawn."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Excerpt:
    """A few words of a paragraph."""

    paragraph: Paragraph
    pieces: tuple[PieceOfLine, ...]
    """Joined they are the excerpt."""

    @property
    def text(self) -> str:
        """The excerpt without marks."""
        return "".join(text for text, _ in self.pieces)


@dataclass(frozen=True, slots=True, kw_only=True)
class Excerpts:
    """What a row of the results shows of its cable."""

    shown: tuple[Excerpt, ...] = ()
    """At most three, the best first."""
    more: int = 0
    """Further paragraphs that hold a word of the question."""


def excerpts(cable: Cable, paragraphs: Sequence[Paragraph], marker: Marker) -> Excerpts:
    """Return the best paragraphs of a cable.

    Args:
        cable: With its body.
        paragraphs: All of its paragraphs, in order.
        marker: Of the question.
    """
    if not marker:
        return Excerpts()
    hits = hits_by_paragraph(cable, paragraphs, marker)
    holders = Counter(term for found in hits.values() for term in {hit.term for hit in found})
    ranked = sorted(hits, key=lambda at: -score(paragraphs[at], hits[at], holders, marker))
    names = names_withheld(cable)
    shown: list[Excerpt] = []
    for at in ranked:
        if len(shown) == MOST:
            break
        text = paragraph_text(cable, paragraphs[at])
        if any(hit.start < 0 for hit in hits[at]):
            text = f"{paragraphs[at].heading}: {text}"
        words = withhold(text, names).replace("¶", "")
        if pieces := cut(words, marker):
            shown.append(Excerpt(paragraph=paragraphs[at], pieces=pieces))
    return Excerpts(shown=tuple(shown), more=len(ranked) - len(shown))


def hits_by_paragraph(
    cable: Cable, paragraphs: Sequence[Paragraph], marker: Marker
) -> dict[int, list[Hit]]:
    """Return the hits of each paragraph that answers the question, by its place in the sequence.

    The words of a heading count with the first paragraph under it, as hits before its text. One
    with a marking that was asked for answers too, and has no hits then.
    """
    folded = folded_body(cable)
    found = {
        at: heading_hits(paragraphs, at, marker)
        + marker.hits_in_folded(folded, one.text_start, one.end)
        for at, one in enumerate(paragraphs)
    }
    return {
        at: hits
        for at, hits in found.items()
        if hits or marker.fits_marking(paragraphs[at].marking)
    }


def folded_body(cable: Cable) -> str:
    """Return the body folded, page-break lines blank: a phrase may run over one."""
    folded, at, kept = fold(cable.body), 0, []
    for kind, start, end, *_ in cable.layout:
        if kind == PartKind.PAGE_MARK:
            kept += [folded[at:start], " " * (end - start)]
            at = end
    return "".join((*kept, folded[at:])) if kept else folded


def heading_hits(paragraphs: Sequence[Paragraph], at: int, marker: Marker) -> list[Hit]:
    """Return the hits in the heading that stands right above a paragraph, at offsets below 0."""
    heading = paragraphs[at].heading
    if not heading or (at and paragraphs[at - 1].heading == heading):
        return []
    far = len(heading)
    return [
        Hit(start=hit.start - far, end=hit.end - far, term=hit.term) for hit in marker.hits(heading)
    ]


def score(
    paragraph: Paragraph,
    hits: Sequence[Hit],
    holders: Mapping[int, int],
    marker: Marker,
) -> float:
    """Weigh a paragraph: each term once, the rarer in this cable the more, then how often.

    A paragraph with all words comes before one with some of them many times, and one with the
    marking that was asked for before one with another.

    Args:
        paragraph: Of a cable.
        hits: In it.
        holders: How many of the cable's paragraphs hold each term.
        marker: Of the question.
    """
    counts = Counter(hit.term for hit in hits)
    weight = sum(1 + 1 / holders[term] + 0.1 * log(count) for term, count in counts.items())
    weight += len(counts) == len(marker.sought)
    return weight + 2 * marker.fits_marking(paragraph.marking)


def cut(words: str, marker: Marker) -> tuple[PieceOfLine, ...]:
    """Cut a paragraph's words to an excerpt with the hits marked; empty where none is left.

    Of a paragraph that only has the marking that was asked for, the first words.
    """
    hits = marker.hits(words)
    if not hits and not marker.markings:
        return ()
    start, end = window(words, hits)
    inside = [hit for hit in hits if start <= hit.start and hit.end <= end]
    pieces = [*line_pieces(words, inside, start, end)]
    before: list[PieceOfLine] = [("… ", "")] if start else []
    behind: list[PieceOfLine] = [(" …", "")] if end < len(words) else []
    return (*before, *pieces, *behind)


def line_pieces(
    words: str, hits: Sequence[Hit], start: int = 0, end: int | None = None
) -> Iterator[PieceOfLine]:
    """Yield a stretch of a line in pieces: hits, redactions, and what stands between them."""
    end = len(words) if end is None else end
    stretches: list[tuple[int, int, Literal["mark", "redaction"]]] = [
        (hit.start, hit.end, "mark") for hit in hits
    ]
    stretches += [
        (one.start(), one.end(), "redaction") for one in REDACTION.finditer(words, start, end)
    ]
    at = start
    for first, last, kind in sorted(stretches):
        if at <= first and last <= end:
            if at < first:
                yield words[at:first], ""
            yield words[first:last], kind
            at = last
    if at < end:
        yield words[at:end], ""


def window(words: str, hits: Sequence[Hit]) -> tuple[int, int]:
    """Return the stretch that shows most: the most different terms, then the most hits."""
    if len(words) <= LENGTH:
        return 0, len(words)
    first, last = 0, 0
    if hits:
        best = hits[richest(hits)]
        first, last = best.start, best.end
    start = max(0, first - LEAD)
    end = min(len(words), start + LENGTH)
    start = max(0, min(start, end - LENGTH))
    if start and not words[start - 1].isspace():
        blank = words.find(" ", start, first)
        start = blank + 1 if blank >= 0 else first
    if end < len(words):
        blank = words.rfind(" ", last, end)
        end = blank if blank >= 0 else max(end, last)
    return start, end


def richest(hits: Sequence[Hit]) -> int:
    """Return at which hit the stretch should begin; of equals, the first in the text."""
    best, at, behind = (0, 0), 0, 0
    for first, hit in enumerate(hits):
        while behind < len(hits) and hits[behind].end <= hit.start + LENGTH - LEAD:
            behind += 1
        inside = hits[first:behind]
        worth = len({one.term for one in inside}), len(inside)
        if worth > best:
            best, at = worth, first
    return at
