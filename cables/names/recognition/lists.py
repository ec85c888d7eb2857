"""Names beside names: lists of persons, and names that are written surname first."""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import Final

from cables.names.recognition import filters
from cables.names.recognition.candidates import is_inflected
from cables.names.recognition.values import Candidate, Detection
from cables.names.recognition.word_kinds import GIVEN, INITIAL, NON_NAME_KINDS
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


def detect_list_neighbors(
    text: str, candidates: Sequence[Candidate], finds: Sequence[Detection]
) -> Iterator[Detection]:
    """Yield the candidates that stand in a list beside persons found.

    Args:
        text: With page marks filled.
        candidates: In the order of the text.
        finds: What other rules found.
    """
    known = {find.candidate.start: find for find in finds}
    for ahead, ordered in ((True, candidates), (False, candidates[::-1])):
        near: Detection | None = None
        for candidate in ordered:
            if candidate.start in known:
                near = known[candidate.start]
                continue
            near = _detect_neighbor(text, near, candidate, ahead=ahead) if near else None
            if near:
                known[candidate.start] = near
                yield near


def _detect_neighbor(
    text: str, near: Detection, candidate: Candidate, *, ahead: bool
) -> Detection | None:
    """Return the find that a candidate is beside a person, before or behind it in a list."""
    first, second = (near.candidate, candidate) if ahead else (candidate, near.candidate)
    title = near.title if ahead and _is_plural(near.title) else ""
    if not _are_list_neighbors(text, first, second) or not _is_likely_person(candidate, title):
        return None
    return Detection(candidate, title, "name in a list of names")


def _are_list_neighbors(text: str, first: Candidate, second: Candidate) -> bool:
    """Tell whether nothing but a comma, an `and` or a bracket stands between two names."""
    if second.run.zone is not first.run.zone or not 0 < second.start - first.end < LONGEST_GAP:
        return False
    return LIST_GAP.fullmatch(text, first.end, second.start) is not None


def detect_between_people(
    text: str, candidates: Sequence[Candidate], finds: Sequence[Detection]
) -> Iterator[Detection]:
    """Yield names of a text in capitals that stand in a list between two persons found."""
    known = {find.candidate.start for find in finds}
    for first, middle, last in zip(candidates, candidates[1:], candidates[2:], strict=False):
        zone = middle.run.zone
        if not zone.all_caps or middle.start in known or not {first.start, last.start} <= known:
            continue
        if (
            not _are_list_neighbors(text, first, middle)
            or not _are_list_neighbors(text, middle, last)
            or middle.size == 1
        ):
            continue
        if filters.no_word_ruled_out(middle) and not any(
            is_inflected(token) for token in middle.tokens
        ):
            yield Detection(middle, "", "name in a list of names")


def detect_list_items(
    text: str, candidates: Sequence[Candidate], finds: Sequence[Detection]
) -> Iterator[Detection]:
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
            if candidate.start not in known and _is_likely_person(candidate, ""):
                yield Detection(candidate, "", "name in a list of items")


def _is_likely_person(candidate: Candidate, title: str) -> bool:
    """Tell whether a candidate in a list is likely to be a person as its neighbours are."""
    if (
        not filters.no_word_ruled_out(candidate)
        or filters.is_part_of_institution(candidate)
        or filters.starts_with_thing_word(candidate)
        or len(candidate.tokens) < len(candidate.run.tokens)
    ):
        return False
    if title:
        return len(candidate.tokens[-1].word) >= filters.SHORTEST_SURNAME
    return candidate.size > 1 and not candidate.run.zone.all_caps


def _is_plural(title: str) -> bool:
    """Tell whether a title is that of several: `Senators`, in front of a list of surnames."""
    return title.lower().split()[-1:] != [] and title.lower().split()[-1] in PLURAL


def detect_surname_first(
    text: str, candidates: Sequence[Candidate], _: Sequence[Detection] = ()
) -> Iterator[Detection]:
    """Yield names that a subject or a list writes surname first: `DOUGLAS, ROBERT`."""
    for one, other in pairwise(candidates):
        if text[one.end : other.start] == ", " and _surname_first(text, one, other):
            tokens = (*one.tokens, *other.tokens)
            yield Detection(Candidate(tokens, one.run, one.first_index), "", "surname first")


def _surname_first(text: str, one: Candidate, other: Candidate) -> bool:
    """Tell whether a surname and given names stand by themselves, and no list of names goes on."""
    zone, surname = one.run.zone, one.tokens[-1].kind
    if one.size > 1 or not zone.all_caps or zone is not other.run.zone or surname & NON_NAME_KINDS:
        return False
    if surname & GIVEN and zone.part_kind is not PartKind.SUBJECT:
        return False
    if any(token.kind & ~(GIVEN | INITIAL) for token in other.tokens):
        return False
    if zone.part_kind is not PartKind.SUBJECT and not all(token.kind for token in other.tokens):
        return False  # a list goes on: JANE DOE, BRADLEY KHLOPKOV
    before = text[max(zone.start, one.start - 12) : one.start]
    opens = not before.strip(" \t") or OPENS.search(before) is not None
    return opens and text[other.end : other.end + 1] not in {",", ";"}
