"""The paragraphs of a synthetic cable, with the headings above them, as lines."""

from collections.abc import Iterator
from dataclasses import dataclass
from random import Random
from typing import Final

from tests.bench.chance import Shares
from tests.bench.prose import LINE, paragraph, title, wrapped
from tests.bench.styles import Style

SUMMARY: Final = 0.78
COMMENT: Final = 0.5
HEADED: Final = 0.45
"""Of the paragraphs under a heading of their own, in cables that have headings: five a cable."""
LISTED: Final = 0.05
"""Of the paragraphs that end in a list (guessed)."""
TABLED: Final = 0.005
"""Of the paragraphs that end in a table: 31 of 601 cables have one."""
ITEMS: Final = Shares({"- ": 60, "-- ": 25, "(a) ": 15})
OTHER_MARKING: Final = 0.12
"""Of the paragraphs that are marked lower than their cable."""
LOWER: Final = {"S": "C", "C": "U", "SBU": "U", "U": "U"}
RULE: Final = 45
"""Dashes of a rule; a longer one is broken there (07MOSCOW849)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Block:
    """A paragraph with what stands above it."""

    heading: tuple[str, ...]
    lines: tuple[str, ...]


def blocks(rng: Random, style: Style, sizes: list[int]) -> Iterator[Block]:
    """Write the paragraphs of a cable, one for each size."""
    for at, size in enumerate(sizes):
        words = paragraph(
            rng, size, redacted=style.redacted, protected=style.protected and at == len(sizes) // 2
        )
        if at == 0 and len(sizes) > 1 and rng.random() < SUMMARY:
            words = f"SUMMARY: {words} END SUMMARY."
        elif at and at == len(sizes) - 1 and rng.random() < COMMENT:
            words = f"COMMENT: {words} END COMMENT."
        lines = _set(rng, style, _number(rng, style, at + 1) + words)
        if style.number:
            lines += _below(rng)
        yield Block(heading=tuple(_heading(rng, style)), lines=tuple(lines))


def _number(rng: Random, style: Style, number: int) -> str:
    marking = style.marking
    if rng.random() < OTHER_MARKING:
        marking = LOWER[marking.partition("/")[0]]
    return style.number.format(number, marking)


def _set(rng: Random, style: Style, words: str) -> list[str]:
    mixed = style.setting == "mixed" and rng.random() < 0.5
    return [words] if style.setting == "unwrapped" or mixed else wrapped(words)


def _below(rng: Random) -> Iterator[str]:
    """Write the list or the table in which some paragraphs end."""
    kind = rng.random()
    if kind < LISTED:
        item = ITEMS.draw(rng)
        for at in range(rng.randint(2, 6)):
            letter = item.replace("a", chr(ord("a") + at))
            yield f"{letter}{' '.join(title(rng, 4, 9))};"
    elif kind < LISTED + TABLED:
        for _ in range(rng.randint(3, 9)):
            figures = "".join(f"{rng.randint(1, 9999):>12,}" for _ in range(3))
            yield f"{title(rng, 1, 1)[0]:<16}{figures}"


def _heading(rng: Random, style: Style) -> Iterator[str]:
    if style.heading == "none" or rng.random() > HEADED:
        return
    words = " ".join(title(rng, 2, 6))[:LINE]
    words = words.title() if rng.random() < 0.4 and style.heading == "ruled" else words.upper()
    yield words
    if style.heading == "ruled":
        yield "-" * min(len(words), RULE) + (" " + "-" * (len(words) - RULE)) * (len(words) > RULE)
