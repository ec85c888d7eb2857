"""Names beside names: lists of persons, and names that are written surname first."""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import Final

from cables.names.recognition import shape
from cables.names.recognition.candidates import Candidate, is_inflected
from cables.names.recognition.evidence import Find
from cables.names.recognition.word_kinds import GIVEN, INITIAL, NO_NAME
from cables.parser.values import PartKind

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
ITEM: Final = re.compile(
    r"\n[ \t]*(?:(?P<dash>--?|\*)|(?:¶[ \t]?)?(?P<number>\d{1,3}[.)]))[ \t]{0,4}$"
)
"""What stands before the first word of an item. Examples: `-- `, `12. `."""
WIDEST: Final = 16
"""Characters of it at most."""
FEWEST: Final = 3
"""Items that name persons, of a list that names persons."""
MOST_OF: Final = 0.5
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


def between(text: str, candidates: Sequence[Candidate], finds: Sequence[Find]) -> Iterator[Find]:
    """Yield names of a text in capitals that stand in a list between two persons found."""
    known = {find.candidate.start for find in finds}
    for first, middle, last in zip(candidates, candidates[1:], candidates[2:], strict=False):
        zone = middle.run.zone
        if not zone.capitals or middle.start in known or not {first.start, last.start} <= known:
            continue
        if not beside(text, first, middle) or not beside(text, middle, last) or middle.size == 1:
            continue
        if shape.unknown(middle) and not any(is_inflected(token) for token in middle.tokens):
            yield Find(middle, "", "name in a list of names")


def itemised(text: str, candidates: Sequence[Candidate], finds: Sequence[Find]) -> Iterator[Find]:
    """Yield names that begin the items of a list of which most begin with persons found."""
    known = {find.candidate.start for find in finds}
    items: dict[str, list[Candidate]] = {}
    for candidate in candidates:
        if candidate.size > 1 and (
            found := ITEM.search(text[max(0, candidate.start - WIDEST) : candidate.start])
        ):
            items.setdefault(found.lastgroup or "", []).append(candidate)
    for item in items.values():
        persons = sum(candidate.start in known for candidate in item)
        if persons < FEWEST or persons < MOST_OF * len(item):
            continue
        for candidate in item:
            if candidate.start not in known and worthy(candidate, ""):
                yield Find(candidate, "", "name in a list of items")


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
    if zone.part is not PartKind.SUBJECT and not all(token.kind for token in other.tokens):
        return False  # a list goes on: JANE DOE, BRADLEY KHLOPKOV
    before = text[max(zone.start, one.start - 12) : one.start]
    opens = not before.strip(" \t") or OPENS.search(before) is not None
    return opens and text[other.end : other.end + 1] not in {",", ";"}
