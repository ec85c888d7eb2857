"""Synthetic cables: telegrams that no post ever sent, and what a parser must find in them."""

from collections.abc import Iterator
from dataclasses import dataclass

from tests.bench.bodies import Body, write_body
from tests.bench.chance import chance
from tests.bench.codes import draw_tags, printed_tags
from tests.bench.headers import FORMS, header
from tests.bench.identities import Identity, identities
from tests.bench.references import draw_references


@dataclass(frozen=True, slots=True, kw_only=True)
class SyntheticCable:
    """One cable as written."""

    number: int
    """Place in the corpus, from 1."""
    identity: Identity
    header: str
    written: Body
    tags: tuple[str, ...]
    """Codes, in the order printed."""
    tags_printed: tuple[str, ...]
    """The entries of the TAGS line: `OVIP (TARKAN, BENO)`."""
    references: tuple[str, ...]
    """Canonical IDs of the cables in the REF lines, in the order printed."""
    partial: bool
    """Whether it is an extract, without the header's time and addressees."""

    @property
    def reference_id(self) -> str:
        """The canonical reference ID."""
        return self.identity.reference_id

    @property
    def body(self) -> str:
        """The body without pilcrows."""
        return self.written.text

    @property
    def text(self) -> str:
        """Header and body, as a source gives them to the parser."""
        return f"{self.header}\n{self.body}"


def synthetic_cables(count: int, seed: int) -> Iterator[SyntheticCable]:
    """Yield a corpus, oldest cable first, with one cable in memory at a time.

    Args:
        count: Number of cables. The real corpus has 251,287.
        seed: The same count and seed give the same corpus, byte for byte.
    """
    earlier: list[Identity] = []
    for number, identity in enumerate(identities(count, seed), start=1):
        rng = chance(seed, number)
        form = FORMS.draw(rng)
        tags = draw_tags(rng, identity)
        printed = printed_tags(rng, tags)
        entries = draw_references(rng, identity, earlier)
        yield SyntheticCable(
            number=number,
            identity=identity,
            header=header(rng, identity, form),
            written=write_body(rng, identity, printed, entries, extract=form == "extract"),
            tags=tags,
            tags_printed=printed,
            references=tuple(entry.reference_id for entry in entries if entry.reference_id),
            partial=form == "extract",
        )
