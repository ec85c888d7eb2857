"""TAGS of synthetic cables, with the shares that each kind has in real ones."""

from functools import cache
from random import Random
from typing import Final

from cables.facts.tags import all_tag_meanings
from tests.bench.chance import Shares, zipf
from tests.bench.identities import Identity
from tests.bench.vocabulary import surnames

KINDS: Final = Shares(
    {"subject": 58.9, "geopolitical": 31.0, "program": 7.0, "organization": 2.0, "unknown": 1.1}
)
FREQUENT: Final = ("PREL", "PGOV", "PHUM", "ECON", "PTER", "MARR", "ETRD", "EFIN", "ENRG", "PARM")
UNKNOWN: Final = ("QXPL", "QVAR", "KQZN", "QYEM", "ZQTR")
"""Codes that are in no table."""
COUNTS: Final = Shares({1: 6, 2: 16, 3: 26, 4: 24, 5: 14, 6: 8, 7: 4, 8: 2})
"""Tags of a cable: 3.8 on average."""
VISIT: Final = "OVIP"
VISITS: Final = 0.03
"""Share of the cables about a visit (guessed); nine in ten name the visitor after the code."""
AT_HOME: Final = 0.7
"""Share of the countries that are the post's own (guessed)."""
AMBIGUOUS: Final = "NA"
"""A code of the table that the parser reads as `N/A`."""


@cache
def _by_kind() -> dict[str, Shares[str]]:
    shares = {"unknown": Shares(dict.fromkeys(UNKNOWN, 1.0))}
    for kind in ("subject", "geopolitical", "program", "organization"):
        codes = [tag.code for tag in all_tag_meanings() if tag.kind == kind]
        codes = sorted(set(codes) - {AMBIGUOUS}, key=lambda code: (code not in FREQUENT, code))
        shares[kind] = Shares(dict(zip(codes, zipf(len(codes)), strict=True)))
    return shares


def draw_tags(rng: Random, identity: Identity) -> tuple[str, ...]:
    """Return the distinct codes of a cable."""
    codes: dict[str, None] = {}
    home = identity.post.country_code
    for kind in KINDS.draw_many(rng, COUNTS.draw(rng)):
        at_home = kind == "geopolitical" and home and home not in codes and rng.random() < AT_HOME
        codes[home if at_home else _by_kind()[kind].draw(rng)] = None
    if rng.random() < VISITS:
        codes[VISIT] = None
    return tuple(codes)


def printed_tags(rng: Random, codes: tuple[str, ...]) -> tuple[str, ...]:
    """Return the entries of a TAGS line: `OVIP (TARKAN, BENO)`."""
    visitor = ", ".join(rng.sample(surnames(), 2)).upper()
    named = f"{VISIT} ({visitor})" if rng.random() < 0.9 else VISIT
    return tuple(named if code == VISIT else code for code in codes)
