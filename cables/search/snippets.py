"""The paragraphs of a cable that match a query best, each as a short snippet."""

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from math import log
from typing import Final

from cables.models import Cable, Paragraph
from cables.names.protection import withhold_names
from cables.parser.repairs import repair_paragraphs
from cables.parser.values import PartKind
from cables.search.fold import fold_text
from cables.search.highlight import Highlighter, Hit, LinePiece, line_pieces

MAX_SNIPPETS: Final = 3
"""Snippets of a cable."""
SNIPPET_LENGTH: Final = 210
"""Characters of a snippet: three lines of a wide screen, five of a phone."""
MAX_LEAD_LENGTH: Final = 50
"""Characters before the first highlighted word."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Snippet:
    """A short part of a paragraph."""

    paragraph: Paragraph
    pieces: tuple[LinePiece, ...]
    """Joined, they are the text of the snippet."""

    @property
    def text(self) -> str:
        """The snippet without highlighting."""
        return "".join(text for text, _ in self.pieces)


@dataclass(frozen=True, slots=True, kw_only=True)
class Snippets:
    """The snippets of one cable."""

    shown: tuple[Snippet, ...] = ()
    """The best first."""
    more_count: int = 0
    """How many more paragraphs match."""


def best_snippets(
    cable: Cable,
    paragraphs: Sequence[Paragraph],
    highlighter: Highlighter,
    *,
    text_of: Callable[[Paragraph], str],
    withheld_names: tuple[str, ...],
) -> Snippets:
    """Return the best snippets of a cable.

    Args:
        cable: With its body and layout.
        paragraphs: All of its paragraphs, in order.
        highlighter: Of the query.
        text_of: Returns the text of a paragraph on one line.
        withheld_names: The names that no snippet may contain, longest first.
    """
    hits = hits_by_paragraph(cable, paragraphs, highlighter)
    shown: list[Snippet] = []
    for index in _rank_paragraphs(paragraphs, hits, highlighter):
        paragraph = paragraphs[index]
        text = text_of(paragraph)
        if any(hit.start < 0 for hit in hits[index]):
            text = f"{paragraph.heading}: {text}"
        text = withhold_names(text, withheld_names)
        if pieces := _cut_snippet(text, highlighter):
            shown.append(Snippet(paragraph=paragraph, pieces=pieces))
        if len(shown) == MAX_SNIPPETS:
            break
    return Snippets(shown=tuple(shown), more_count=len(hits) - len(shown))


def hits_by_paragraph(
    cable: Cable, paragraphs: Sequence[Paragraph], highlighter: Highlighter
) -> dict[int, list[Hit]]:
    """Return the hits of each matching paragraph, by its index in the sequence.

    The words of a heading count for the first paragraph under it, as hits before its text. A
    paragraph whose marking was searched for matches too, possibly without hits.
    """
    folded = _folded_body(cable, paragraphs)
    hits = {
        index: _heading_hits(paragraphs, index, highlighter)
        + highlighter.hits_in_folded(folded, paragraph.text_start, paragraph.end)
        for index, paragraph in enumerate(paragraphs)
    }
    return {
        index: paragraph_hits
        for index, paragraph_hits in hits.items()
        if paragraph_hits or highlighter.matches_marking(paragraphs[index].marking)
    }


def _folded_body(cable: Cable, paragraphs: Sequence[Paragraph]) -> str:
    """Return the folded body, repaired, with spaces for page marks: a phrase may run over one."""
    folded, position, kept = fold_text(repair_paragraphs(cable.body, paragraphs)), 0, []
    for kind, start, end, *_ in cable.layout:
        if kind == PartKind.PAGE_MARK:
            kept += [folded[position:start], " " * (end - start)]
            position = end
    return "".join((*kept, folded[position:]))


def _heading_hits(
    paragraphs: Sequence[Paragraph], index: int, highlighter: Highlighter
) -> list[Hit]:
    """Return the hits in the heading right above a paragraph, at negative offsets."""
    heading = paragraphs[index].heading
    if not heading or (index and paragraphs[index - 1].heading == heading):
        return []
    length = len(heading)
    return [
        Hit(start=hit.start - length, end=hit.end - length, term_index=hit.term_index)
        for hit in highlighter.hits(heading)
    ]


def _rank_paragraphs(
    paragraphs: Sequence[Paragraph], hits: Mapping[int, Sequence[Hit]], highlighter: Highlighter
) -> list[int]:
    """Return the indexes of the matching paragraphs, the best first."""
    terms = {
        index: Counter(hit.term_index for hit in paragraph_hits)
        for index, paragraph_hits in hits.items()
    }
    paragraph_counts = Counter(term for counts in terms.values() for term in counts)

    def score(index: int) -> float:
        """Rate a paragraph: different terms first, rare ones higher, then repetitions."""
        counts = terms[index]
        weight = sum(
            1 + 1 / paragraph_counts[term] + 0.1 * log(count) for term, count in counts.items()
        )
        has_all_terms = len(counts) == len(highlighter.term_patterns)
        has_marking = highlighter.matches_marking(paragraphs[index].marking)
        return weight + has_all_terms + 2 * has_marking

    return sorted(hits, key=score, reverse=True)


def _cut_snippet(text: str, highlighter: Highlighter) -> tuple[LinePiece, ...]:
    """Cut a paragraph's text to a snippet; empty if it has no hits, since names were withheld.

    If a marking was searched for, a paragraph without hits is cut to its first words.
    """
    hits = highlighter.hits(text)
    if not hits and not highlighter.markings:
        return ()
    start, end = _snippet_window(text, hits)
    inside = [hit for hit in hits if start <= hit.start and hit.end <= end]
    before: list[LinePiece] = [("… ", "")] if start else []
    after: list[LinePiece] = [(" …", "")] if end < len(text) else []
    return (*before, *line_pieces(text, inside, start, end), *after)


def _snippet_window(text: str, hits: Sequence[Hit]) -> tuple[int, int]:
    """Return the start and end of the best part: the most different terms, then the most hits."""
    if len(text) <= SNIPPET_LENGTH:
        return 0, len(text)
    first, last = 0, 0
    if hits:
        best = hits[_densest_hit(hits)]
        first, last = best.start, best.end
    start = max(0, first - MAX_LEAD_LENGTH)
    end = min(len(text), start + SNIPPET_LENGTH)
    start = max(0, min(start, end - SNIPPET_LENGTH))
    if start and not text[start - 1].isspace():
        space = text.find(" ", start, first)
        start = space + 1 if space >= 0 else first
    if end < len(text):
        space = text.rfind(" ", last, end)
        end = space if space >= 0 else max(end, last)
    return start, end


def _densest_hit(hits: Sequence[Hit]) -> int:
    """Return the index of the hit at which the window begins; among equals, the first."""
    best, best_index, end = (0, 0), 0, 0
    for index, hit in enumerate(hits):
        limit = hit.start + SNIPPET_LENGTH - MAX_LEAD_LENGTH
        while end < len(hits) and hits[end].end <= limit:
            end += 1
        inside = hits[index:end]
        score = len({hit.term_index for hit in inside}), len(inside)
        if score > best:
            best, best_index = score, index
    return best_index
