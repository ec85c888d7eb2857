"""Names beside names: lists of persons, and names written surname first."""

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
"""What separates two names of a list. Example: ` (Health), `."""
LONGEST_GAP: Final = 90
_PLURAL = """
    presidents ex-presidents ministers senators representatives ambassadors generals
    governors deputies congressmen secretaries messrs mps judges directors kings princes
    colonels
"""
PLURAL: Final = frozenset(_PLURAL.split())
"""Titles that a list of bare surnames may follow."""
ITEM: Final = re.compile(
    r"\n[ \t]*(?:(?P<dash>--?|\*)|(?:¶[ \t]?)?(?P<number>\d{1,3}[.)]))[ \t]{0,4}$"
)
"""What precedes the first word of an item. Examples: `-- `, `12. `."""
MAX_ITEM_MARK: Final = 16
MIN_PERSONS: Final = 3
"""Items that must begin with persons already found."""
MIN_SHARE: Final = 0.5
OPENS: Final = re.compile(r"(?:SUBJ(?:ECT)?:?|\n[ \t]*\n|\d[.)]|-)[ \t]*$")
"""What precedes a name written surname first."""


def detect_list_neighbors(
    text: str, candidates: Sequence[Candidate], detections: Sequence[Detection]
) -> Iterator[Detection]:
    """Yield the candidates beside persons in a list.

    Args:
        text: With page marks filled.
        candidates: In text order.
        detections: Persons that other rules found.
    """
    known = {detection.candidate.start: detection for detection in detections}
    for forward, ordered in ((True, candidates), (False, candidates[::-1])):
        near: Detection | None = None
        for candidate in ordered:
            if candidate.start in known:
                near = known[candidate.start]
                continue
            near = _detect_neighbor(text, near, candidate, forward=forward) if near else None
            if near:
                known[candidate.start] = near
                yield near


def _detect_neighbor(
    text: str, near: Detection, candidate: Candidate, *, forward: bool
) -> Detection | None:
    first, second = (near.candidate, candidate) if forward else (candidate, near.candidate)
    title = near.title if forward and _is_plural(near.title) else ""
    if not _are_list_neighbors(text, first, second) or not _is_likely_person(candidate, title):
        return None
    return Detection(candidate, title, "name in a list of names")


def _are_list_neighbors(text: str, first: Candidate, second: Candidate) -> bool:
    """Return whether only a comma, `and` or parentheses separate two names."""
    if second.run.zone is not first.run.zone or not 0 < second.start - first.end < LONGEST_GAP:
        return False
    return LIST_GAP.fullmatch(text, first.end, second.start) is not None


def detect_between_people(
    text: str, candidates: Sequence[Candidate], detections: Sequence[Detection]
) -> Iterator[Detection]:
    """Yield names in a text in capitals that are between two persons of a list."""
    known = {detection.candidate.start for detection in detections}
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
    text: str, candidates: Sequence[Candidate], detections: Sequence[Detection]
) -> Iterator[Detection]:
    """Yield names that begin items of a list if most items begin with persons."""
    known = {detection.candidate.start for detection in detections}
    items: dict[str, list[Candidate]] = {}
    for candidate in candidates:
        if candidate.size > 1 and (
            mark := ITEM.search(text[max(0, candidate.start - MAX_ITEM_MARK) : candidate.start])
        ):
            items.setdefault(mark.lastgroup or "", []).append(candidate)
    for first_names in items.values():
        persons = sum(candidate.start in known for candidate in first_names)
        if persons < MIN_PERSONS or persons < MIN_SHARE * len(first_names):
            continue
        for candidate in first_names:
            if candidate.start not in known and _is_likely_person(candidate, ""):
                yield Detection(candidate, "", "name in a list of items")


def _is_likely_person(candidate: Candidate, title: str) -> bool:
    """Return whether a candidate in a list is likely a person, as its neighbors are."""
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
    """Return whether a title is a plural such as `Senators`, before a list of surnames."""
    words = title.lower().split()
    return bool(words) and words[-1] in PLURAL


def detect_surname_first(
    text: str, candidates: Sequence[Candidate], _: Sequence[Detection] = ()
) -> Iterator[Detection]:
    """Yield names that a subject line or a list writes surname first: `DOUGLAS, ROBERT`."""
    for surname, given in pairwise(candidates):
        if text[surname.end : given.start] == ", " and _is_surname_first(text, surname, given):
            tokens = (*surname.tokens, *given.tokens)
            name = Candidate(tokens, surname.run, surname.first_index)
            yield Detection(name, "", "surname first")


def _is_surname_first(text: str, surname: Candidate, given: Candidate) -> bool:
    """Return whether a surname and given names are alone, rather than part of a list of names."""
    zone, kind = surname.run.zone, surname.tokens[-1].kind
    in_subject = zone.part_kind is PartKind.SUBJECT
    if (
        surname.size > 1
        or not zone.all_caps
        or zone is not given.run.zone
        or kind & NON_NAME_KINDS
        or (kind & GIVEN and not in_subject)
        or any(token.kind & ~(GIVEN | INITIAL) for token in given.tokens)
    ):
        return False
    if not in_subject and not all(token.kind for token in given.tokens):
        return False  # a list continues: JANE DOE, BRADLEY KHLOPKOV
    before = text[max(zone.start, surname.start - 12) : surname.start]
    opens = not before.strip(" \t") or OPENS.search(before) is not None
    return opens and text[given.end : given.end + 1] not in {",", ";"}
