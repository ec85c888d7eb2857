"""What synthetic cables refer to: a third of it inside the corpus (cable-grammar.md, 8)."""

from dataclasses import dataclass
from random import Random
from typing import Final

from cables.facts.posts import PostRecord, find_post
from cables.parser.reference_ids import format_reference_id
from tests.bench.chance import Shares
from tests.bench.identities import GAP, Identity, Register, absent_serial, senders, serial
from tests.bench.places import printed_post
from tests.bench.vocabulary import surnames

COUNTS: Final = Shares({0: 46, 1: 23, 2: 13, 3: 8, 4: 5, 5: 3, 6: 1, 8: 1})
"""Entries of a cable: none on 571 of 1,295, 1.2 on average."""
INSIDE: Final = 0.35
"""Of the references that resolve (562 of 1,592)."""
NO_CABLE: Final = 0.05
"""Of the entries that are mail or another agency's message."""
SAME_POST: Final = 0.6
"""Of the references inside that a post makes to itself in the same year (guessed)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One entry of the REF lines."""

    printed: str
    """Without its letter."""
    reference_id: str
    """Canonical; empty where the entry is no cable."""


def draw_references(rng: Random, citing: Identity, register: Register) -> tuple[Entry, ...]:
    """Return what a cable refers to, each cable once."""
    entries: dict[str, Entry] = {}
    for _ in range(COUNTS.draw(rng)):
        entry = _elsewhere(rng) if rng.random() < NO_CABLE else _cable(rng, citing, register)
        if entry.reference_id != citing.reference_id:
            entries.setdefault(entry.reference_id or entry.printed, entry)
    return tuple(entries.values())


def _cable(rng: Random, citing: Identity, register: Register) -> Entry:
    inside = rng.random() < INSIDE and _inside(rng, citing, register)
    code, year, number = inside or _outside(rng, citing)
    return Entry(
        printed=_printed(rng, citing, code, year, number),
        reference_id=format_reference_id(year, code, number),
    )


def _inside(rng: Random, citing: Identity, register: Register) -> tuple[str, int, int] | None:
    """Return an earlier cable of the corpus, None where there is none yet."""
    key = (citing.post.code, citing.year)
    earlier = register.counts[key] - 1
    if not earlier or rng.random() > SAME_POST:
        key = rng.choice(register.keys)
        earlier = register.counts[key] - (key == (citing.post.code, citing.year))
    return (*key, serial(*key, rng.randint(1, earlier))) if earlier else None


def _outside(rng: Random, citing: Identity) -> tuple[str, int, int]:
    code = senders().draw(rng).code
    year = citing.year - (rng.random() < 0.2)
    ordinal = rng.randint(1, max(citing.ordinal, 40) + GAP)
    return code, year, absent_serial(code, year, ordinal)


def _printed(rng: Random, citing: Identity, code: str, year: int, number: int) -> str:
    """Return one of the forms of a reference; without a year only where it is the citing one's.

    A higher serial of the same post without a year would be taken for one of the year before.
    """
    sender = _post(code)
    name = printed_post(sender)
    digits = f"{number:06}" if rng.random() < 0.1 else f"{number}"
    ahead = code == citing.post.code and number > citing.serial
    note = " (NOTAL)" if rng.random() < 0.12 else ""
    if year == citing.year and not ahead and rng.random() < 0.8:
        return f"{name} {digits}{note}"
    form = rng.random()
    if form < 0.08:
        return f"{year} {name} {digits}{note}"
    if form < 0.16:
        return f"{name} {digits} ({year % 100:02})"
    if form < 0.22:
        return f"{year % 100:02}{code}{number}{note}"
    return f"{year % 100:02} {name} {digits}{note}"


def _post(code: str) -> PostRecord:
    found = find_post(code)
    if found is None:
        raise LookupError(f"{code} is no post")
    return found


def _elsewhere(rng: Random) -> Entry:
    first, second = (name.upper() for name in rng.choices(surnames(), k=2))
    printed = rng.choice(
        (
            f"{first}-{second} EMAIL {rng.randint(1, 12)}/{rng.randint(1, 28)}",
            f"IIR 6 {rng.randint(100, 999)} {rng.randint(0, 9999):04} 10",
            f"TD-314/{rng.randint(0, 999999):06}-09",
        )
    )
    return Entry(printed=printed, reference_id="")
