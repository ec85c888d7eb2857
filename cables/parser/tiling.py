"""Parts that, joined, are the text: whatever was claimed, and labels for the rest."""

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from cables.parser.lines import LINE_BREAK_TAG, strip_margin
from cables.parser.values import PartKind, TextPart


class Claim(NamedTuple):
    """A stretch of text that a rule understood."""

    start: int
    end: int
    kind: PartKind


def tile(text: str, claims: Iterable[Claim]) -> tuple[TextPart, ...]:
    """Cover a text with parts, each character in exactly one.

    A claim that begins inside an earlier one keeps only what is left behind that one; where two
    begin together, the one named first wins. What nobody claims is blank or other.
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
    """Yield the blanks before unclaimed words, the words, and the blanks behind them."""
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
