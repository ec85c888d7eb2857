"""TAGS of synthetic cables, by the shares of their kinds in use (cable-grammar.md, 6)."""

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
"""Subjects that lead the list; the others follow in the table's order."""
UNKNOWN: Final = ("QXPL", "QVAR", "KQZN", "QYEM", "ZQTR")
"""Codes that no table knows."""
COUNTS: Final = Shares({1: 6, 2: 16, 3: 26, 4: 24, 5: 14, 6: 8, 7: 4, 8: 2})
"""Tags of a cable: 3.8 on average."""
VISIT: Final = "OVIP"
PERSON: Final = 0.03
"""Of the cables that are about a visit (guessed)."""
VISITOR: Final = 0.9
"""Of the visits whose visitor is named, as in `OVIP (CLINTON, HILLARY)`."""
AT_HOME: Final = 0.7
"""Of the first countries of a cable that are its post's own (guessed)."""
AMBIGUOUS: Final = frozenset({"NA"})
"""Codes of the table that the parser takes for something else: `N/A`."""


@cache
def _by_kind() -> dict[str, Shares[str]]:
    found = {"unknown": Shares(dict.fromkeys(UNKNOWN, 1.0))}
    for kind in ("subject", "geopolitical", "program", "organization"):
        codes = [
            tag.code for tag in all_tag_meanings() if tag.kind == kind and tag.code not in AMBIGUOUS
        ]
        codes.sort(key=lambda code: code not in FREQUENT)
        found[kind] = Shares(dict(zip(codes, zipf(len(codes)), strict=True)))
    return found


def draw_tags(rng: Random, identity: Identity) -> tuple[str, ...]:
    """Return the codes of a cable, each once; most cables are about the country they are from."""
    codes: dict[str, None] = {}
    home = identity.post.country_code
    for kind in KINDS.draw_many(rng, COUNTS.draw(rng)):
        at_home = kind == "geopolitical" and home and home not in codes and rng.random() < AT_HOME
        codes[home if at_home else _by_kind()[kind].draw(rng)] = None
    if rng.random() < PERSON:
        codes[VISIT] = None
    return tuple(codes)


def printed_tags(rng: Random, codes: tuple[str, ...]) -> tuple[str, ...]:
    """Return the entries of a TAGS line: the codes, a visit with its visitor in brackets."""
    return tuple(
        f"{code} ({rng.choice(surnames()).upper()}, {rng.choice(surnames()).upper()})"
        if code == VISIT and rng.random() < VISITOR
        else code
        for code in codes
    )
