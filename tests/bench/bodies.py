"""The bodies of synthetic cables: the lines above, the paragraphs, page lines, the signature."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from random import Random
from typing import Final

from tests.bench import labels
from tests.bench.citations import Entry
from tests.bench.identities import Identity
from tests.bench.paragraphs import Block, blocks
from tests.bench.places import printed_post
from tests.bench.prose import wrapped
from tests.bench.styles import Style, draw_size, draw_style, paragraph_sizes

SECTION: Final = 4200
"""Characters of a section: 62 % of cables have more than one."""
PAGED: Final = 0.80
"""Of the cables of several sections that print page lines: 48.5 % of all."""
IN_SENTENCE: Final = 0.65
"""Of the page lines inside a paragraph (2,617 of 4,012)."""
TIGHT: Final = 0.5
"""Of those, the ones without blank lines around them (guessed)."""
SIGNED: Final = 0.88
BEHIND_SENTENCE: Final = 0.5
"""Of the signatures in unwrapped cables that stand behind the last sentence (guessed)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Body:
    """A body as written, and what a parser must find in it."""

    text: str
    subject: str
    tags_lines: str
    """As they stand in the text; the original pages set them anew, with links."""
    paragraphs: int
    signature: str


def write_body(
    rng: Random,
    identity: Identity,
    tags: Sequence[str],
    entries: Sequence[Entry],
    *,
    extract: bool,
) -> Body:
    """Write a body.

    Args:
        rng: Where chance comes from.
        identity: Of the cable.
        tags: Its TAGS as printed.
        entries: Its references.
        extract: Whether it is to be a short one.
    """
    style, size = draw_style(rng, identity), draw_size(rng, extract=extract)
    sections = size // SECTION + 1
    subject, tags_lines = labels.subject(rng), labels.tags_lines(rng, tags)
    signature = labels.signer(rng, identity) if rng.random() < SIGNED else ""
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
    ]
    prose = list(blocks(rng, style, paragraph_sizes(rng, size, numbered=bool(style.number))))
    lines += _paged(rng, identity, style, prose, sections)
    lines[-1:] = _signed(rng, style, lines[-1], signature)
    return Body(
        text="\n".join(line + style.trailing for line in lines) + "\n",
        subject=subject,
        tags_lines="\n".join(line + style.trailing for line in tags_lines),
        paragraphs=len(prose),
        signature=signature,
    )


def _paged(
    rng: Random, identity: Identity, style: Style, prose: Sequence[Block], sections: int
) -> list[str]:
    """Return the lines of the paragraphs with a page line where each further section begins."""
    paged = style.number and sections > 1 and rng.random() < PAGED
    turns = {len(prose) * page // sections: page + 1 for page in range(1, sections)}
    suffix = ".2" if rng.random() < 0.33 else ""
    lines: list[str] = []
    for at, block in enumerate(prose):
        if at:
            lines.append("")
        mark = ""
        if paged and at in turns:
            serial = f"{printed_post(identity.post)} {identity.serial:08}"
            mark = f"{serial}  {turns[at]:03}{suffix} OF {sections:03}"
        lines += _block(rng, block, mark)
    return lines


def _block(rng: Random, block: Block, mark: str) -> Iterator[str]:
    inside = mark and len(block.lines) > 2 and rng.random() < IN_SENTENCE
    if mark and not inside:
        yield from (mark, "", "")
    yield from block.heading
    if not inside:
        yield from block.lines
        return
    at = rng.randint(1, 2)
    tight = rng.random() < TIGHT
    yield from block.lines[:at]
    yield from (mark,) if tight else ("", mark, "", "")
    yield from block.lines[at:]


def _signed(rng: Random, style: Style, last: str, signature: str) -> list[str]:
    if not signature:
        return [last]
    if style.setting == "unwrapped" and last.endswith(".") and rng.random() < BEHIND_SENTENCE:
        return [f"{last}  {signature}"]
    return [last, signature]
