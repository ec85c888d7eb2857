"""The bodies of synthetic cables: labeled lines, paragraphs, page lines, signature."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from random import Random
from typing import Final

from tests.bench import labels
from tests.bench.chance import Shares, skewed
from tests.bench.identities import Identity, printed_post
from tests.bench.prose import LINE, paragraph, title, wrapped
from tests.bench.references import Entry

SIZE: Final = 5400.0
"""Characters of prose in the median cable. With the labeled lines its body has 6.0 kB; the mean is
some 1,200 words, between the 1,040 of all cables and the 1,505 of 1,295 pages."""
SIZE_SPREAD: Final = 0.70
"""So that one body in 300 has more than 40,000 characters, as 22 of 6,712 have."""
EXTRACT: Final = 0.4
"""Share of the text that an extract keeps (guessed)."""
LARGEST: Final = 65_000
SMALLEST: Final = 110
"""Characters of a paragraph; before paragraph 1, fewer than 40 count as none."""
COUNT: Final = 9.3
COUNT_SPREAD: Final = 0.38
COUNT_GROWTH: Final = 0.6
"""Long cables have more paragraphs, and longer ones. Together: mean 10.5, median 9."""
MOST: Final = 77
MOST_UNNUMBERED: Final = 6

SETTINGS: Final = Shares({"wrapped": 57.0, "unwrapped": 43.0})
NUMBERS: Final = Shares(
    {"{}. ({}) ": 88, "{}.  ({}) ": 3, "{}.({}) ": 4, "{}) ({}) ": 1, "{}. ": 2, "": 2}
)
HEADINGS: Final = Shares({"ruled": 57, "capitals": 8, "none": 35})
"""Underlined (739 of 1,295 cables), in capitals, or none."""
HEADED: Final = 0.45
"""Share of the paragraphs under a heading, in cables that have headings: five a cable."""
REDACTED: Final = 0.233
PROTECTED: Final = 0.043
FAMOUS: Final = 0.1
"""Share of the cables that name `prose.FAMOUS`, in one paragraph (guessed)."""
TRAILING_SPACES: Final = 0.95
LEVELS: Final = {"UNCLASSIFIED": "U", "CONFIDENTIAL": "C", "SECRET": "S"}
OTHER_MARKING: Final = 0.12
"""Share of the paragraphs that are marked lower than their cable."""
LOWER: Final = {"S": "C", "C": "U", "SBU": "U", "U": "U"}

SECTION: Final = 4200
"""Characters of a section: 62 % of the cables have more than one."""
PAGED: Final = 0.80
"""Share of the cables of several sections that print page lines: 48.5 % of all."""
IN_SENTENCE: Final = 0.65
"""Share of the page lines inside a paragraph (2,617 of 4,012)."""
SIGNED: Final = 0.88


@dataclass(frozen=True, slots=True, kw_only=True)
class Body:
    """A body as written, and what a parser must find in it."""

    text: str
    subject: str
    tags_lines: str
    """As they appear in the text; the original pages print them with links."""
    paragraphs: int
    signature: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Style:
    """How one cable is set."""

    setting: str
    number: str
    """A format for number and marking; empty if paragraphs have no numbers."""
    heading: str
    marking: str
    """The letters of most paragraphs: `C`."""


def write_body(
    rng: Random,
    identity: Identity,
    tags: Sequence[str],
    entries: Sequence[Entry],
    *,
    extract: bool,
) -> Body:
    """Write a body with these TAGS and references; an extract is shorter."""
    style = _draw_style(rng, identity)
    size = int(skewed(rng, SIZE * EXTRACT if extract else SIZE, SIZE_SPREAD))
    size = max(min(size, LARGEST), SMALLEST)
    sections = size // SECTION + 1
    subject, tags_lines = labels.subject(rng), labels.tags_lines(rng, tags)
    signature = labels.signer(rng, identity) if rng.random() < SIGNED else ""
    paragraphs = [*_paragraphs(rng, style, _sizes(rng, size, numbered=bool(style.number)))]
    lines = [
        labels.level_line(identity, sections),
        "",
        *labels.captions(rng, identity),
        labels.order_line(rng, identity),
        *tags_lines,
        *(wrapped(f"SUBJECT: {subject}") if subject else ()),
        "",
        *labels.reference_lines(rng, entries),
        *labels.classified_by_lines(rng, identity),
        *_with_page_lines(rng, identity, style, paragraphs, sections),
        *((signature,) if signature else ()),
    ]
    trailing = " " if rng.random() < TRAILING_SPACES else ""
    return Body(
        text="".join(f"{line}{trailing}\n" for line in lines),
        subject=subject,
        tags_lines="\n".join(line + trailing for line in tags_lines),
        paragraphs=len(paragraphs),
        signature=signature,
    )


def _draw_style(rng: Random, identity: Identity) -> Style:
    level, _, caveat = identity.classification.partition("//")
    marking = "SBU" if caveat.endswith("ONLY") else LEVELS[level]
    number = NUMBERS.draw(rng)
    return Style(
        setting=SETTINGS.draw(rng),
        number=number,
        heading=HEADINGS.draw(rng) if number else "none",
        marking=f"{marking}/NF" if caveat == "NOFORN" else marking,
    )


def _sizes(rng: Random, size: int, *, numbered: bool) -> list[int]:
    """Return the characters of each paragraph of a cable."""
    count = round(COUNT * (size / SIZE) ** COUNT_GROWTH * skewed(rng, 1.0, COUNT_SPREAD))
    count = max(1, min(count, MOST if numbered else MOST_UNNUMBERED, size // SMALLEST))
    weights = [rng.gammavariate(2.5, 1.0) for _ in range(count)]
    return [max(int(size * weight / sum(weights)), SMALLEST) for weight in weights]


def _paragraphs(rng: Random, style: Style, sizes: Sequence[int]) -> Iterator[tuple[list[str], ...]]:
    """Yield the heading and the lines of each paragraph."""
    redacted, protected = rng.random() < REDACTED, rng.random() < PROTECTED
    famous = rng.randrange(len(sizes)) if rng.random() < FAMOUS else -1
    for place, size in enumerate(sizes):
        words = paragraph(
            rng,
            size,
            redacted=redacted,
            protected=protected and place == len(sizes) // 2,
            famous=place == famous,
        )
        if place == 0 and len(sizes) > 1 and rng.random() < 0.78:
            words = f"SUMMARY: {words} END SUMMARY."
        elif place and place == len(sizes) - 1 and rng.random() < 0.5:
            words = f"COMMENT: {words} END COMMENT."
        lower = rng.random() < OTHER_MARKING
        marking = LOWER[style.marking.partition("/")[0]] if lower else style.marking
        words = style.number.format(place + 1, marking) + words
        lines = wrapped(words) if style.setting == "wrapped" else [words]
        yield _heading(rng, style), lines


def _heading(rng: Random, style: Style) -> list[str]:
    if style.heading == "none" or rng.random() > HEADED:
        return []
    words = " ".join(title(rng, 2, 6))[:LINE].upper()
    return [words, "-" * len(words)] if style.heading == "ruled" else [words]


def _with_page_lines(
    rng: Random,
    identity: Identity,
    style: Style,
    paragraphs: Sequence[tuple[list[str], ...]],
    sections: int,
) -> Iterator[str]:
    """Yield the lines of the paragraphs, with a page line where a section begins."""
    paged = style.number and sections > 1 and rng.random() < PAGED
    begins = {len(paragraphs) * page // sections: page + 1 for page in range(1, sections)}
    for place, (heading, lines) in enumerate(paragraphs):
        if place:
            yield ""
        page_line = ""
        if paged and place in begins:
            post = printed_post(identity.post)
            page_line = f"{post} {identity.serial:08}  {begins[place]:03} OF {sections:03}"
        inside = page_line and len(lines) > 2 and rng.random() < IN_SENTENCE
        split = rng.randint(1, 2) if inside else 0
        yield from (page_line, "", "") if page_line and not inside else ()
        yield from heading
        yield from lines[:split]
        yield from ("", page_line, "", "") if inside else ()
        yield from lines[split:]
