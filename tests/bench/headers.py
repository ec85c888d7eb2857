"""The transmission headers of synthetic cables (cable-grammar.md, 1)."""

from collections.abc import Iterator
from random import Random
from typing import Final

from tests.bench.chance import Shares
from tests.bench.identities import Identity, senders
from tests.bench.places import printed_post, routing_indicator, sender_line

FORMS: Final = Shares({"full": 86.0, "short": 7.0, "extract": 7.0})
"""With routing lines; FM, TO and INFO alone; nothing but the notice."""
EXTRACT: Final = (
    "This record is a partial extract of the original cable."
    " The full text of the original cable is not available."
)
PRECEDENCES: Final = Shares({"O": 439, "P": 421, "R": 299, "O R": 21, "O P": 17, "P R": 6, "Z": 2})
WORDS: Final = {"Z": "FLASH", "O": "IMMEDIATE", "P": "PRIORITY", "R": "ROUTINE"}
INFO: Final = 0.89
"""Of the cables with an INFO line."""
AGENCIES: Final = (
    "RHEHNSC/NSC WASHDC",
    "RUEAIIA/CIA WASHDC",
    "RUEKJCS/SECDEF WASHDC",
    "RUEKJCS/JOINT STAFF WASHDC",
    "RUCNDT/USMISSION USUN NEW YORK",
    "RUEATRS/DEPT OF TREASURY WASHDC",
    "RUCPDOC/DEPT OF COMMERCE WASHDC",
    "RHMFISS/HQ USEUCOM VAIHINGEN GE",
    "EU INTEREST COLLECTIVE",
)


def header(rng: Random, identity: Identity, form: str) -> str:
    """Write a header in one of the `FORMS`, its lines without a line end at the last."""
    if form == "extract":
        return EXTRACT
    precedence = PRECEDENCES.draw(rng)
    lines = list(_routing(rng, identity, precedence)) if form == "full" else []
    lines += [
        f"{precedence} {identity.created:%d%H%MZ %b %y}".upper(),
        f"FM {sender_line(identity.post)}",
        *_addressees(rng, routed=form == "full", precedence=WORDS[precedence[0]]),
    ]
    return "\n".join(lines)


def _routing(rng: Random, identity: Identity, precedence: str) -> Iterator[str]:
    created, letter = identity.created, precedence[0]
    called = " ".join(routing_indicator(post) for post in senders().draw_many(rng, 3))
    level = {"U": "ZNR UUUUU ZZH", "C": "ZNY CCCCC ZZH", "S": "ZNY SSSSS ZZH"}
    yield f"VZCZCX{rng.choice(('RO', 'YZ', 'XX'))}{rng.randint(0, 9999):04}"
    yield f"{letter}{letter} {called}"
    yield (
        f"DE {routing_indicator(identity.post)} #{identity.serial % 10000:04}/01 {created:%j%H%M}"
    )
    yield level[identity.classification[0]]


def _addressees(rng: Random, *, routed: bool, precedence: str) -> Iterator[str]:
    route = "RUEHC/" if routed else ""
    yield f"TO {route}SECSTATE WASHDC {precedence} {rng.randint(0, 9999):04}"
    if rng.random() > INFO:
        return
    label = "INFO "
    for agency in rng.sample(AGENCIES, k=rng.randint(0, 4)):
        yield f"{label}{agency if routed else agency.rpartition('/')[2]} PRIORITY"
        label = ""
    for post in senders().draw_many(rng, rng.randint(1, 6)):
        route = f"{routing_indicator(post)}/" if routed else ""
        yield f"{label}{route}AMEMBASSY {printed_post(post)} {rng.randint(0, 9999):04}"
        label = ""
