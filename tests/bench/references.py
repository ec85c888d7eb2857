"""The references of synthetic cables: a third of them to cables of the same corpus."""

from dataclasses import dataclass
from random import Random
from typing import Final

from cables.facts.posts import PostRecord
from cables.parser.reference_ids import format_reference_id
from tests.bench.chance import Shares
from tests.bench.identities import GAP, Identity, printed_post, senders

COUNTS: Final = Shares({0: 46, 1: 23, 2: 13, 3: 8, 4: 5, 5: 3, 6: 1, 8: 1})
"""References of a cable: 571 of 1,295 cables have none; 1.2 on average."""
INSIDE: Final = 0.35
"""Share that points inside the corpus (562 of 1,592)."""
NO_CABLE: Final = 0.05
"""Share that is another agency's message."""
KEPT: Final = 5000
"""Earlier cables that can be cited, so that memory does not grow with the corpus."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One entry of the REF lines."""

    printed: str
    """Without its letter."""
    reference_id: str = ""
    """Canonical; empty if the entry is not a cable."""


def draw_references(rng: Random, citing: Identity, earlier: list[Identity]) -> tuple[Entry, ...]:
    """Return what a cable refers to, each cable once, and add it to the earlier ones."""
    entries: dict[str, Entry] = {}
    for _ in range(COUNTS.draw(rng)):
        if rng.random() < NO_CABLE:
            entry = Entry(printed=f"IIR 6 {rng.randint(100, 999)} {rng.randint(0, 9999):04} 10")
        elif earlier and rng.random() < INSIDE:
            cited = rng.choice(earlier)
            entry = _entry(rng, citing, cited.post, cited.year, cited.serial)
        else:
            serial = rng.randint(1, max(citing.serial, 40 * GAP))
            entry = _entry(rng, citing, senders().draw(rng), citing.year, serial)
        if entry.reference_id != citing.reference_id:
            entries.setdefault(entry.reference_id or entry.printed, entry)
    if len(earlier) < KEPT:
        earlier.append(citing)
    else:
        earlier[rng.randrange(KEPT)] = citing
    return tuple(entries.values())


def _entry(rng: Random, citing: Identity, post: PostRecord, year: int, serial: int) -> Entry:
    reference_id = format_reference_id(year, post.code, serial)
    return Entry(printed=_printed(rng, citing, post, year, serial), reference_id=reference_id)


def _printed(rng: Random, citing: Identity, post: PostRecord, year: int, serial: int) -> str:
    """Return a reference in one of its forms.

    The year is omitted only if it is the citing cable's. A higher serial number of the same post
    without a year would be read as one of the year before.
    """
    name = printed_post(post)
    digits = f"{serial:06}" if rng.random() < 0.1 else f"{serial}"
    note = " (NOTAL)" if rng.random() < 0.12 else ""
    ahead = post.code == citing.post.code and serial > citing.serial
    if year == citing.year and not ahead and rng.random() < 0.8:
        return f"{name} {digits}{note}"
    short = f"{year % 100:02}"
    forms = (f"{year} {name} {digits}{note}", f"{name} {digits} ({short})")
    return rng.choice((*forms, *[f"{short} {name} {digits}{note}"] * 8))
