"""Names in the lines that say for whom a cable is: `DEPT FOR EUR/WE (MENNUTI)`."""

import re
from collections.abc import Iterator, Sequence
from typing import Final

from cables.text.people.candidates import Candidate
from cables.text.people.evidence import Find
from cables.text.people.words import NO_NAME, SURNAME
from cables.text.values import PartKind

ATTENTION: Final = frozenset({PartKind.ATTENTION, PartKind.OTHER})
OFFICE: Final = re.compile(
    r"(?:[A-Z]{1,5}/[A-Z/]{1,12}|\bFOR|\bNSC|\bATTN:?|\bATTENTION:?)\s{0,3}[-–(:]?\s?$"
)
SPOKEN: Final = re.compile(
    r"[AEIOUY]|[B-DF-HJ-NP-TV-XZ](?:[AEIOUYHL]|(?<!R)R|(?<=S)[CKMNPQTVW]|(?<=[DT])[WZ]|(?<=K)[NW])"
    r"|CZ|MC"
)
"""How a name that can be spoken begins; `RREITER` and `MBITTRICK` are log-in names."""
LEAST: Final = 4
"""Letters of such a name."""


def attention_finds(text: str, candidates: Sequence[Candidate]) -> Iterator[Find]:
    """Yield the surnames that stand in brackets behind an office, above a cable's text."""
    for candidate in candidates:
        zone = candidate.run.zone
        if zone.part not in ATTENTION or zone.paragraph:
            continue
        if candidate.size == 1 and behind_office(text, candidate):
            yield Find(candidate, "", "name in an attention line")


def behind_office(text: str, candidate: Candidate) -> bool:
    """Tell whether a word in brackets stands for somebody in an office."""
    word = candidate.tokens[-1]
    if word.kind & NO_NAME and not word.kind & SURNAME:
        return False
    if (
        len(word.word) < LEAST
        or not SPOKEN.match(word.word)
        or len(candidate.run.tokens) > len(candidate.tokens)
    ):
        return False
    before = text[max(0, candidate.start - 30) : candidate.start]
    behind = text[candidate.end : candidate.end + 1]
    bracketed = before.endswith("(") and behind == ")"
    return bracketed and bool(OFFICE.search(before))
