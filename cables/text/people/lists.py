"""Names beside names: lists of persons, and names that are written surname first."""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import Final

from cables.text.people import shape
from cables.text.people.candidates import Candidate
from cables.text.people.evidence import Find
from cables.text.people.words import GIVEN, INITIAL, NO_NAME
from cables.text.values import PartKind

LIST_GAP: Final = re.compile(
    r"\s?(?:\([^()]{1,80}\)\s?)?(?:,|;|\band\b|&|,\s+and\b|\bor\b)\s{1,4}(?:and\s+)?", re.IGNORECASE
)
"""What stands between two names of a list. Example: ` (Health), `."""
LONGEST_GAP: Final = 90
_PLURAL = """
    presidents ex-presidents ministers senators representatives ambassadors generals
    governors deputies congressmen secretaries messrs mps judges directors kings princes
    colonels
"""
PLURAL: Final = frozenset(_PLURAL.split())
"""Titles behind which a list of bare surnames may stand."""
OPENS: Final = re.compile(r"(?:SUBJ(?:ECT)?:?|\n[ \t]*\n|\d[.)]|-)[ \t]*$")
"""What stands before a name that is written surname first."""


def listed(text: str, candidates: Sequence[Candidate], finds: Sequence[Find]) -> Iterator[Find]:
    """Yield the candidates that stand in a list beside persons found.

    Args:
        text: With page marks filled.
        candidates: In the order of the text.
        finds: What other rules found.
    """
    known = {find.candidate.start: find for find in finds}
    for ahead, ordered in ((True, candidates), (False, candidates[::-1])):
        near: Find | None = None
        for candidate in ordered:
            if candidate.start in known:
                near = known[candidate.start]
                continue
            near = neighbour(text, near, candidate, ahead=ahead) if near else None
            if near:
                known[candidate.start] = near
                yield near


def neighbour(text: str, near: Find, candidate: Candidate, *, ahead: bool) -> Find | None:
    """Return the find that a candidate is beside a person, before or behind it in a list."""
    first, second = (near.candidate, candidate) if ahead else (candidate, near.candidate)
    title = near.title if ahead and is_plural(near.title) else ""
    if not beside(text, first, second) or not worthy(candidate, title):
        return None
    return Find(candidate, title, "name in a list of names")


def beside(text: str, first: Candidate, second: Candidate) -> bool:
    """Tell whether nothing but a comma, an `and` or a bracket stands between two names."""
    if second.run.zone is not first.run.zone or not 0 < second.start - first.end < LONGEST_GAP:
        return False
    return LIST_GAP.fullmatch(text, first.end, second.start) is not None


def worthy(candidate: Candidate, title: str) -> bool:
    """Tell whether a candidate in a list is likely to be a person as its neighbours are."""
    if (
        not shape.unknown(candidate)
        or shape.part_of_more(candidate)
        or shape.begins_otherwise(candidate)
        or len(candidate.tokens) < len(candidate.run.tokens)
    ):
        return False
    if title:
        return len(candidate.tokens[-1].word) >= shape.SHORTEST
    return candidate.size > 1 and not candidate.run.zone.capitals


def is_plural(title: str) -> bool:
    """Tell whether a title is that of several: `Senators`, in front of a list of surnames."""
    return title.lower().split()[-1:] != [] and title.lower().split()[-1] in PLURAL


def inverted(text: str, candidates: Sequence[Candidate]) -> Iterator[Find]:
    """Yield names that a subject or a list writes surname first: `DOUGLAS, ROBERT`."""
    for one, other in pairwise(candidates):
        if text[one.end : other.start] == ", " and surname_first(text, one, other):
            tokens = (*one.tokens, *other.tokens)
            yield Find(Candidate(tokens, one.run, one.first), "", "surname first")


def surname_first(text: str, one: Candidate, other: Candidate) -> bool:
    """Tell whether a surname and given names stand by themselves, and no list of names goes on."""
    zone, surname = one.run.zone, one.tokens[-1].kind
    if one.size > 1 or not zone.capitals or zone is not other.run.zone or surname & NO_NAME:
        return False
    if surname & GIVEN and zone.part is not PartKind.SUBJECT:
        return False
    if any(token.kind & ~(GIVEN | INITIAL) for token in other.tokens):
        return False
    before = text[max(zone.start, one.start - 12) : one.start]
    opens = not before.strip(" \t") or OPENS.search(before) is not None
    return opens and text[other.end : other.end + 1] not in {",", ";"}
