"""The labeled lines above the text of a synthetic cable: captions, E.O., TAGS, SUBJECT, REF."""

from collections.abc import Iterator, Sequence
from random import Random
from typing import Final

from tests.bench.chance import Shares, chance
from tests.bench.identities import Identity, printed_post
from tests.bench.prose import LINE, title, wrapped
from tests.bench.references import Entry
from tests.bench.vocabulary import surnames

TAGS_LABELS: Final = Shares({"TAGS: ": 91.0, "TAGS ": 7.0, "Tags: ": 1.5, "TAG: ": 0.5})
SEPARATORS: Final = Shares({" ": 55, ", ": 40, "; ": 3, ",": 2})
REF_LABELS: Final = Shares({"REF: ": 93, "REFS: ": 5, "REFTEL: ": 1, "Ref: ": 1})
LETTERS: Final = Shares({"A. ": 80, "A) ": 12, "(A) ": 8})
TITLES: Final = Shares({"Ambassador": 4, "DCM": 3, "Charge d'Affaires": 1, "Pol/Econ Chief": 2})
REASONS: Final = Shares({"(b) and (d)": 930, "(d)": 57, "(b), (c) and (d)": 28, "(b)": 28})
CLASSIFIED_BY: Final = 0.97
"""Share of the classified cables with a Classified By line."""
NO_SUBJECT: Final = 0.004
OFFICERS: Final = 4
"""Officers who classify cables at a post in one year (guessed)."""
DESKS: Final = ("EUR", "NEA/ELA", "WHA/BSC", "AF/W", "EAP/MTS", "SCA/CEN", "INR", "DRL", "EB/ESC")
ORDERS: Final = ((1978, "11652"), (1982, "12065"), (1995, "12356"), (2010, "12958"))
"""The last year of each executive order."""


def level_line(identity: Identity, sections: int) -> str:
    """Write the classification line that opens the body."""
    level = identity.classification.partition("//")[0]
    word = "UNCLAS" if level == "UNCLASSIFIED" else " ".join(level)
    parts = f" SECTION 01 OF {sections:02}" if sections > 1 else ""
    return f"{word}{parts} {printed_post(identity.post)} {identity.serial:06}"


def captions(rng: Random, identity: Identity) -> Iterator[str]:
    """Write captions and attention lines, each block followed by an empty line."""
    if identity.classification.endswith("NOFORN"):
        yield from ("NOFORN", "")
    yield from ("SIPDIS", "") if rng.random() < 0.95 else ()
    if identity.classification.endswith("ONLY"):
        yield from ("SENSITIVE", "")
    if rng.random() < 0.6:
        yield f"STATE FOR {', '.join(rng.sample(DESKS, k=rng.randint(1, 3)))}"
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
    """Write the TAGS line; a long one continues on the next line after a comma."""
    separator = SEPARATORS.draw(rng)
    line = TAGS_LABELS.draw(rng) + separator.join(printed)
    if separator == ", " and len(line) > LINE:
        end = line.rfind(", ", 0, LINE) + 1
        return [line[:end], line[end + 1 :]]
    return [line]


def subject(rng: Random) -> str:
    """Write a subject, which says that the cable is synthetic; rarely there is none."""
    if rng.random() < NO_SUBJECT:
        return ""
    words = "SYNTHETIC: " + " ".join(title(rng, 5, 15))
    return words if rng.random() < 0.1 else words.upper()


def reference_lines(rng: Random, entries: Sequence[Entry]) -> list[str]:
    """Write the REF block: a single entry without a letter, several with letters, one a line."""
    if not entries:
        return []
    label, letters = REF_LABELS.draw(rng), LETTERS.draw(rng)
    if len(entries) == 1:
        return [label + entries[0].printed, ""]
    lines = [
        letters.replace("A", chr(ord("A") + place)) + entry.printed
        for place, entry in enumerate(entries)
    ]
    return [label + lines[0], *(" " * len(label) + line for line in lines[1:]), ""]


def officer(rng: Random, identity: Identity) -> str:
    """Return the name of one of the officers who classify at a post in a year."""
    number = rng.randrange(OFFICERS)
    names = chance(0, "officer", identity.post.code, identity.year, number)
    return " ".join(names.sample(surnames(), 2))


def classified_by_lines(rng: Random, identity: Identity) -> list[str]:
    """Write who classified the cable and why."""
    if identity.classification.startswith("UNCLASSIFIED") or rng.random() > CLASSIFIED_BY:
        return []
    why = rng.choice((".  Reasons: 1.4 ", " for reasons 1.4 ", ", Reasons: 1.4 "))
    who = f"{TITLES.draw(rng)} {officer(rng, identity)}"
    return [*wrapped(f"Classified By: {who}{why}{REASONS.draw(rng)}."), ""]


def signer(rng: Random, identity: Identity) -> str:
    """Return the surname that closes a cable: one of the same officers'."""
    return officer(rng, identity).split()[-1].upper()
