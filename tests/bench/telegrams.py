"""Synthetic cables: telegrams that no post ever sent, with what a parser must find in them."""

from collections.abc import Iterator
from dataclasses import dataclass

from tests.bench.bodies import write_body
from tests.bench.chance import chance
from tests.bench.citations import draw_references
from tests.bench.codes import draw_tags, printed_tags
from tests.bench.headers import FORMS, header
from tests.bench.identities import Identity, Register, identities


@dataclass(frozen=True, slots=True, kw_only=True)
class SyntheticCable:
    """One cable as written."""

    number: int
    """Place in the corpus, from 1."""
    identity: Identity
    header: str
    body: str
    """As the csv has it, without pilcrows."""
    tags: tuple[str, ...]
    """Codes, in the order printed."""
    tags_printed: tuple[str, ...]
    """The entries of the TAGS line: `OVIP (TARKAN, BENO)`."""
    tags_lines: str
    """The TAGS lines as they stand in the body."""
    subject: str
    references: tuple[str, ...]
    """Canonical IDs of the cables in the REF lines, in the order printed."""
    paragraphs: int
    signature: str
    """Empty where there is none."""
    partial: bool
    """An extract, without the header's time and addressees."""

    @property
    def reference_id(self) -> str:
        """The canonical reference ID."""
        return self.identity.reference_id

    @property
    def text(self) -> str:
        """Header and body, as a source gives them to the parser."""
        return f"{self.header}\n{self.body}"


def synthetic_cables(count: int, seed: int) -> Iterator[SyntheticCable]:
    """Yield a corpus, oldest cable first; one cable is in memory at a time.

    Args:
        count: How many cables. The real corpus has 251,287.
        seed: The same count and seed give the same corpus, byte for byte.
    """
    register = Register()
    for number, identity in enumerate(identities(count, seed, register), start=1):
        yield _written(seed, number, identity, register)


def _written(seed: int, number: int, identity: Identity, register: Register) -> SyntheticCable:
    rng = chance(seed, number)
    form = FORMS.draw(rng)
    tags = draw_tags(rng, identity)
    printed = printed_tags(rng, tags)
    entries = draw_references(rng, identity, register)
    body = write_body(rng, identity, printed, entries, extract=form == "extract")
    return SyntheticCable(
        number=number,
        identity=identity,
        header=header(rng, identity, form),
        body=body.text,
        tags=tags,
        tags_printed=printed,
        tags_lines=body.tags_lines,
        subject=body.subject,
        references=tuple(entry.reference_id for entry in entries if entry.reference_id),
        paragraphs=body.paragraphs,
        signature=body.signature,
        partial=form == "extract",
    )
