"""Tile the text with parts: what the stages recognized, and space or other text between."""

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from cables.parser.lines import LINE_BREAK_TAG, strip_margin
from cables.parser.values import PartKind, TextPart


class Claim(NamedTuple):
    """A stretch of text that a rule recognized."""

    start: int
    end: int
    kind: PartKind


def tile(text: str, claims: Iterable[Claim]) -> tuple[TextPart, ...]:
    """Cover a text with parts, each character in exactly one.

    A claim that begins inside an earlier one is cut to what follows that one; of two that begin
    together, the first in `claims` wins. The rest is blank or other.
    """
    parts: list[TextPart] = []
    at = 0
    for claim in sorted(claims, key=lambda claim: claim.start):
        start, end = max(claim.start, at), min(claim.end, len(text))
        if start < end:
            parts += _gap(text, at, start)
            parts.append(TextPart(start=start, end=end, kind=claim.kind))
            at = end
    parts += _gap(text, at, len(text))
    return tuple(parts)


def _gap(text: str, start: int, end: int) -> Iterator[TextPart]:
    """Yield the space before unclaimed words, the words, and the space after them."""
    words = strip_margin(text[start:end])
    words = "" if words == LINE_BREAK_TAG else words
    first = start + text[start:end].find(words) if words else end
    last = first + len(words)
    for begin, stop, kind in (
        (start, first, PartKind.BLANK),
        (first, last, PartKind.OTHER),
        (last, end, PartKind.BLANK),
    ):
        if begin < stop:
            yield TextPart(start=begin, end=stop, kind=kind)


def trailer_claims(text: str, start: int, end: int) -> Iterator[Claim]:
    """Yield what is between two offsets, without the space around it, as a trailer."""
    words = text[start:end].strip()
    if words:
        start = text.find(words, start, end)
        yield Claim(start, start + len(words), PartKind.TRAILER)
