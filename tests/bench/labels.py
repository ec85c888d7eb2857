"""The lines above the text of a synthetic cable: level, captions, E.O., TAGS, SUBJECT, REF."""

from collections.abc import Iterator, Sequence
from random import Random
from typing import Final

from tests.bench.chance import Shares, chance
from tests.bench.citations import Entry
from tests.bench.identities import Identity
from tests.bench.places import printed_post
from tests.bench.prose import LINE, title, wrapped
from tests.bench.vocabulary import surnames

TAGS_LABELS: Final = Shares({"TAGS: ": 91.0, "TAGS ": 7.0, "Tags: ": 1.5, "TAG: ": 0.5})
SEPARATORS: Final = Shares({" ": 55, ", ": 40, "; ": 3, ",": 2})
REF_LABELS: Final = Shares({"REF: ": 93, "REFS: ": 5, "REFTEL: ": 1, "Ref: ": 1})
LETTERS: Final = Shares({"A. ": 80, "A) ": 12, "(A) ": 8})
CLASSIFIERS: Final = Shares(
    {"Ambassador": 4, "DCM": 3, "Charge d'Affaires": 1, "Pol/Econ Chief": 2}
)
REASONS: Final = Shares(
    {"(b) and (d)": 930, "(d)": 57, "(b), (c) and (d)": 28, "(b)": 28, "(c)": 22}
)
CLASSIFIED_BY: Final = 0.97
"""Of the classified cables (1,173 lines on 1,295 cables, most of them classified)."""
NO_SUBJECT: Final = 0.004
OFFICERS: Final = 4
"""Of a post in one year who classify cables (guessed)."""
DESKS: Final = ("EUR", "NEA/ELA", "WHA/BSC", "AF/W", "EAP/MTS", "SCA/CEN", "INR", "DRL", "EB/ESC")
ORDERS: Final = ((1978, "11652"), (1982, "12065"), (1995, "12356"), (2010, "12958"))
"""The last year of each order; the cables of 2010 cite the old one still."""


def level_line(identity: Identity, sections: int) -> str:
    """Write the classification line with which the body opens."""
    level = identity.classification.partition("//")[0]
    word = "UNCLAS" if level == "UNCLASSIFIED" else " ".join(level)
    parts = f" SECTION 01 OF {sections:02}" if sections > 1 else ""
    return f"{word}{parts} {printed_post(identity.post)} {identity.serial:06}"


def captions(rng: Random, identity: Identity) -> Iterator[str]:
    """Write the captions and attention lines, a blank line behind each block."""
    if identity.classification.endswith("NOFORN"):
        yield from ("NOFORN", "")
    yield from ("SIPDIS", "") if rng.random() < 0.95 else ()
    if identity.classification.endswith("ONLY"):
        yield from ("SENSITIVE", "")
    yield from ("SIPDIS", "") if rng.random() < 0.3 else ()
    if rng.random() < 0.6:
        yield f"STATE FOR {', '.join(rng.sample(DESKS, k=rng.randint(1, 3)))}"
        yield from ("NSC FOR STAFF DIRECTOR",) if rng.random() < 0.2 else ()
        yield ""


def order_line(rng: Random, identity: Identity) -> str:
    """Write the E.O. line."""
    number = next(order for last, order in ORDERS if identity.year <= last)
    if identity.classification.startswith("UNCLASSIFIED"):
        return f"E.O. {number}: N/A"
    year, month, day = identity.year + 10, rng.randint(1, 12), rng.randint(1, 28)
    form = rng.random()
    if form < 0.06:
        return f"E.O. {number}: DECL: {year}/{month:02}/{day:02}"
    if form < 0.09:
        return f"E.O. {number}: DECL: TEN YEARS AFTER CLOSURE OF POST"
    return f"E.O. {number}: DECL: {month:02}/{day:02}/{year}"


def tags_lines(rng: Random, printed: Sequence[str]) -> list[str]:
    """Write the TAGS line; after a comma it goes on below."""
    separator = SEPARATORS.draw(rng)
    line = TAGS_LABELS.draw(rng) + separator.join(printed)
    if separator == ", " and len(line) > LINE:
        at = line.rfind(", ", 0, LINE) + 1
        return [line[:at], line[at + 1 :]]
    return [line]


def subject(rng: Random) -> str:
    """Write a subject, which says that no post ever sent the cable; rarely there is none."""
    if rng.random() < NO_SUBJECT:
        return ""
    words = "SYNTHETIC: " + " ".join(title(rng, 5, 15))
    return words if rng.random() < 0.1 else words.upper()


def reference_lines(rng: Random, entries: Sequence[Entry]) -> list[str]:
    """Write the REF block: one entry without a letter, several with letters, a line each."""
    if not entries:
        return []
    label, letters = REF_LABELS.draw(rng), LETTERS.draw(rng)
    if len(entries) == 1 and rng.random() < 0.9:
        return [label + entries[0].printed, ""]
    lines = [
        letters.replace("A", chr(ord("A") + at)) + entry.printed for at, entry in enumerate(entries)
    ]
    return [label + lines[0], *(" " * len(label) + line for line in lines[1:]), ""]


def officer(identity: Identity, number: int) -> tuple[str, str]:
    """Return given name and surname of one of those who classify at a post in a year."""
    rng = chance(0, "officer", identity.post.code, identity.year, number)
    first, last = rng.choices(surnames(), k=2)
    return first, last


def classified_by_lines(rng: Random, identity: Identity) -> list[str]:
    """Write who classified the cable and why."""
    if identity.classification.startswith("UNCLASSIFIED") or rng.random() > CLASSIFIED_BY:
        return []
    name = " ".join(officer(identity, rng.randrange(OFFICERS)))
    why = rng.choice((".  Reasons: 1.4 ", " for reasons 1.4 ", ", Reasons: 1.4 "))
    words = f"Classified By: {CLASSIFIERS.draw(rng)} {name}{why}{REASONS.draw(rng)}."
    return [*wrapped(words), ""]


def signer(rng: Random, identity: Identity) -> str:
    """Return the surname with which a cable closes: that of one of the same officers."""
    return officer(identity, rng.randrange(OFFICERS))[1].upper()
