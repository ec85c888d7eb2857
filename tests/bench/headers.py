"""The transmission headers of synthetic cables."""

from collections.abc import Iterator
from random import Random
from typing import Final

from tests.bench.chance import Shares
from tests.bench.identities import Identity, printed_post, routing_indicator, senders

FORMS: Final = Shares({"full": 86.0, "short": 7.0, "extract": 7.0})
"""With routing lines; only FM, TO and INFO; only the notice that the cable is an extract."""
EXTRACT: Final = (
    "This record is a partial extract of the original cable."
    " The full text of the original cable is not available."
)
PRECEDENCES: Final = Shares({"O": 439, "P": 421, "R": 299, "O R": 21, "O P": 17, "P R": 6, "Z": 2})
WORDS: Final = {"Z": "FLASH", "O": "IMMEDIATE", "P": "PRIORITY", "R": "ROUTINE"}
SENDERS: Final = {"embassy": "AMEMBASSY ", "consulate": "AMCONSUL ", "mission": "USMISSION "}
SECURITY_LINES: Final = {"U": "ZNR UUUUU ZZH", "C": "ZNY CCCCC ZZH", "S": "ZNY SSSSS ZZH"}
INFO: Final = 0.89
"""Share of the cables with an INFO line."""
AGENCIES: Final = (
    "RHEHNSC/NSC WASHDC",
    "RUEAIIA/CIA WASHDC",
    "RUEKJCS/SECDEF WASHDC",
    "RUEKJCS/JOINT STAFF WASHDC",
    "RUCNDT/USMISSION USUN NEW YORK",
    "RUEATRS/DEPT OF TREASURY WASHDC",
    "RHMFISS/HQ USEUCOM VAIHINGEN GE",
)


def header(rng: Random, identity: Identity, form: str) -> str:
    """Write a header in one of the `FORMS`, without a line end."""
    if form == "extract":
        return EXTRACT
    precedence = PRECEDENCES.draw(rng)
    post = identity.post
    sender = "SECSTATE WASHDC" if post.code == "STATE" else printed_post(post)
    lines = [
        *(_routing(rng, identity, precedence[0]) if form == "full" else ()),
        f"{precedence} {identity.created:%d%H%MZ %b %y}".upper(),
        f"FM {SENDERS.get(post.kind, '')}{sender}",
        *_addressees(rng, routed=form == "full", precedence=WORDS[precedence[0]]),
    ]
    return "\n".join(lines)


def _routing(rng: Random, identity: Identity, letter: str) -> Iterator[str]:
    called = " ".join(routing_indicator(post) for post in senders().draw_many(rng, 3))
    sender = routing_indicator(identity.post)
    yield f"VZCZCX{rng.choice(('RO', 'YZ', 'XX'))}{rng.randint(0, 9999):04}"
    yield f"{letter}{letter} {called}"
    yield f"DE {sender} #{identity.serial % 10000:04}/01 {identity.created:%j%H%M}"
    yield SECURITY_LINES[identity.classification[0]]


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
