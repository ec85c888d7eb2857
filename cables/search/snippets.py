"""The paragraphs of a cable that answer a question best, each with a few of its words."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from math import log
from typing import Final, Literal

from cables.models import Cable, Paragraph
from cables.names.protection import withhold_names
from cables.parser.blocks import REDACTION
from cables.parser.values import PartKind
from cables.reading.view import paragraph_text
from cables.reading.withholding import names_to_withhold
from cables.search.fold import fold_text
from cables.search.highlight import Highlighter, Hit

MAX_SNIPPETS: Final = 3
"""Excerpts of a cable."""
SNIPPET_LENGTH: Final = 210
"""Characters of an excerpt: three lines of a wide screen, five of a phone."""
MAX_LEAD_LENGTH: Final = 50
"""Characters that may stand before the first marked word."""


LinePiece = tuple[str, Literal["", "mark", "redaction"]]
"""Words, and how they are drawn."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Snippet:
    """A few words of a paragraph."""

    paragraph: Paragraph
    pieces: tuple[LinePiece, ...]
    """Joined they are the excerpt."""

    @property
    def text(self) -> str:
        """The excerpt without marks."""
        return "".join(text for text, _ in self.pieces)


@dataclass(frozen=True, slots=True, kw_only=True)
class Snippets:
    """What a row of the results shows of its cable."""

    shown: tuple[Snippet, ...] = ()
    """At most three, the best first."""
    more_count: int = 0
    """Further paragraphs that hold a word of the question."""


def best_snippets(
    cable: Cable, paragraphs: Sequence[Paragraph], highlighter: Highlighter
) -> Snippets:
    """Return the best paragraphs of a cable.

    Args:
        cable: With its body.
        paragraphs: All of its paragraphs, in order.
        highlighter: Of the question.
    """
    if not highlighter:
        return Snippets()
    hits = hits_by_paragraph(cable, paragraphs, highlighter)
    holders = Counter(term for found in hits.values() for term in {hit.term_index for hit in found})
    ranked = sorted(
        hits, key=lambda at: -_paragraph_score(paragraphs[at], hits[at], holders, highlighter)
    )
    names = names_to_withhold(cable)
    shown: list[Snippet] = []
    for at in ranked:
        if len(shown) == MAX_SNIPPETS:
            break
        text = paragraph_text(cable, paragraphs[at])
        if any(hit.start < 0 for hit in hits[at]):
            text = f"{paragraphs[at].heading}: {text}"
        words = withhold_names(text, names).replace("¶", "")
        if pieces := _cut_snippet(words, highlighter):
            shown.append(Snippet(paragraph=paragraphs[at], pieces=pieces))
    return Snippets(shown=tuple(shown), more_count=len(ranked) - len(shown))


def hits_by_paragraph(
    cable: Cable, paragraphs: Sequence[Paragraph], highlighter: Highlighter
) -> dict[int, list[Hit]]:
    """Return the hits of each paragraph that answers the question, by its place in the sequence.

    The words of a heading count with the first paragraph under it, as hits before its text. One
    with a marking that was asked for answers too, and has no hits then.
    """
    folded = _folded_body(cable)
    found = {
        at: _heading_hits(paragraphs, at, highlighter)
        + highlighter.hits_in_folded(folded, one.text_start, one.end)
        for at, one in enumerate(paragraphs)
    }
    return {
        at: hits
        for at, hits in found.items()
        if hits or highlighter.matches_marking(paragraphs[at].marking)
    }


def _folded_body(cable: Cable) -> str:
    """Return the body folded, page-break lines blank: a phrase may run over one."""
    folded, at, kept = fold_text(cable.body), 0, []
    for kind, start, end, *_ in cable.layout:
        if kind == PartKind.PAGE_MARK:
            kept += [folded[at:start], " " * (end - start)]
            at = end
    return "".join((*kept, folded[at:])) if kept else folded


def _heading_hits(paragraphs: Sequence[Paragraph], at: int, marker: Highlighter) -> list[Hit]:
    """Return the hits in the heading that stands right above a paragraph, at offsets below 0."""
    heading = paragraphs[at].heading
    if not heading or (at and paragraphs[at - 1].heading == heading):
        return []
    far = len(heading)
    return [
        Hit(start=hit.start - far, end=hit.end - far, term_index=hit.term_index)
        for hit in marker.hits(heading)
    ]


def _paragraph_score(
    paragraph: Paragraph,
    hits: Sequence[Hit],
    holders: Mapping[int, int],
    marker: Highlighter,
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
    counts = Counter(hit.term_index for hit in hits)
    weight = sum(1 + 1 / holders[term] + 0.1 * log(count) for term, count in counts.items())
    weight += len(counts) == len(marker.term_patterns)
    return weight + 2 * marker.matches_marking(paragraph.marking)


def _cut_snippet(words: str, marker: Highlighter) -> tuple[LinePiece, ...]:
    """Cut a paragraph's words to an excerpt with the hits marked; empty where none is left.

    Of a paragraph that only has the marking that was asked for, the first words.
    """
    hits = marker.hits(words)
    if not hits and not marker.markings:
        return ()
    start, end = _snippet_window(words, hits)
    inside = [hit for hit in hits if start <= hit.start and hit.end <= end]
    pieces = [*line_pieces(words, inside, start, end)]
    before: list[LinePiece] = [("… ", "")] if start else []
    behind: list[LinePiece] = [(" …", "")] if end < len(words) else []
    return (*before, *pieces, *behind)


def line_pieces(
    words: str, hits: Sequence[Hit], start: int = 0, end: int | None = None
) -> Iterator[LinePiece]:
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


def _snippet_window(words: str, hits: Sequence[Hit]) -> tuple[int, int]:
    """Return the stretch that shows most: the most different terms, then the most hits."""
    if len(words) <= SNIPPET_LENGTH:
        return 0, len(words)
    first, last = 0, 0
    if hits:
        best = hits[_densest_hit(hits)]
        first, last = best.start, best.end
    start = max(0, first - MAX_LEAD_LENGTH)
    end = min(len(words), start + SNIPPET_LENGTH)
    start = max(0, min(start, end - SNIPPET_LENGTH))
    if start and not words[start - 1].isspace():
        blank = words.find(" ", start, first)
        start = blank + 1 if blank >= 0 else first
    if end < len(words):
        blank = words.rfind(" ", last, end)
        end = blank if blank >= 0 else max(end, last)
    return start, end


def _densest_hit(hits: Sequence[Hit]) -> int:
    """Return at which hit the stretch should begin; of equals, the first in the text."""
    best, at, behind = (0, 0), 0, 0
    for first, hit in enumerate(hits):
        while (
            behind < len(hits) and hits[behind].end <= hit.start + SNIPPET_LENGTH - MAX_LEAD_LENGTH
        ):
            behind += 1
        inside = hits[first:behind]
        worth = len({one.term_index for one in inside}), len(inside)
        if worth > best:
            best, at = worth, first
    return at
