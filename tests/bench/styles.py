"""How a synthetic cable is set, and how long its paragraphs are (cable-grammar.md, 10 and 11)."""

from dataclasses import dataclass
from random import Random
from typing import Final

from tests.bench.chance import Shares, skewed
from tests.bench.identities import Identity

SIZE: Final = 5400.0
"""Characters of prose in the middle cable. With the labelled lines its body has 6.0 kB; the mean
comes to some 1,200 words, between the 1,040 of all cables and the 1,505 of 1,295 pages."""
SIZE_SPREAD: Final = 0.70
"""So that one body in 300 has more than 40,000 characters, as 22 of 6,712 have."""
EXTRACT: Final = 0.4
"""Of a whole cable that an extract keeps (guessed)."""
LARGEST: Final = 65_000

COUNT: Final = 9.3
COUNT_SPREAD: Final = 0.38
COUNT_GROWTH: Final = 0.6
"""Long cables have more paragraphs, and longer ones. Together: mean 10.5, median 9."""
MOST: Final = 77
MOST_UNNUMBERED: Final = 6
SMALLEST: Final = 110
"""Characters of a paragraph; before paragraph 1, fewer than 40 count as none."""

SETTINGS: Final = Shares({"wrapped": 55.1, "unwrapped": 41.1, "mixed": 3.8})
NUMBERS: Final = Shares(
    {"{}. ({}) ": 90, "{}.  ({}) ": 3, "{}.({}) ": 4, "{}) ({}) ": 1, "{}. ": 2}
)
UNNUMBERED: Final = 0.02
HEADINGS: Final = Shares({"ruled": 57, "capitals": 8, "none": 35})
"""Underlined (739 of 1,295 cables), capitals alone on a line, or no headings."""
REDACTED: Final = 0.233
PROTECTED: Final = 0.043
TRAILING_BLANKS: Final = 0.95
LEVELS: Final = {"UNCLASSIFIED": "U", "CONFIDENTIAL": "C", "SECRET": "S"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Style:
    """How one cable is set from its first to its last paragraph."""

    setting: str
    number: str
    """With two places, for number and marking; empty where paragraphs have no numbers."""
    heading: str
    redacted: bool
    protected: bool
    marking: str
    """The letters of most paragraphs: `C`."""
    trailing: str
    """What each line ends in before the line end: a blank or nothing."""


def draw_style(rng: Random, identity: Identity) -> Style:
    """Draw how a cable is set."""
    level, _, caveat = identity.classification.partition("//")
    marking = "SBU" if caveat.endswith("ONLY") else LEVELS[level]
    number = "" if rng.random() < UNNUMBERED else NUMBERS.draw(rng)
    return Style(
        setting=SETTINGS.draw(rng),
        number=number,
        heading=HEADINGS.draw(rng) if number else "none",
        redacted=rng.random() < REDACTED,
        protected=rng.random() < PROTECTED,
        marking=f"{marking}/NF" if caveat == "NOFORN" else marking,
        trailing=" " if rng.random() < TRAILING_BLANKS else "",
    )


def draw_size(rng: Random, *, extract: bool) -> int:
    """Draw the characters of all paragraphs of a cable together."""
    median = SIZE * EXTRACT if extract else SIZE
    return max(int(min(skewed(rng, median, SIZE_SPREAD), LARGEST)), SMALLEST)


def paragraph_sizes(rng: Random, size: int, *, numbered: bool) -> list[int]:
    """Return the characters of each paragraph of a cable that has so many in all."""
    count = int(COUNT * (size / SIZE) ** COUNT_GROWTH * skewed(rng, 1.0, COUNT_SPREAD) + 0.5)
    most = MOST if numbered else MOST_UNNUMBERED
    count = max(1, min(count, most, size // SMALLEST))
    weights = [rng.gammavariate(2.5, 1.0) for _ in range(count)]
    total = sum(weights)
    return [max(int(size * weight / total), SMALLEST) for weight in weights]
