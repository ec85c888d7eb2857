"""Names in the lines that say for whom a cable is: `DEPT FOR EUR/WE (MENNUTI)`."""

import re
from collections.abc import Container, Iterator, Sequence
from typing import Final

from cables.names.recognition import shape
from cables.names.recognition.candidates import Candidate
from cables.names.recognition.evidence import Detection
from cables.names.recognition.word_kinds import (
    GIVEN,
    NON_NAME_KINDS,
    SURNAME,
    is_family_name,
    word_kind,
)
from cables.parser.values import PartKind

ATTENTION: Final = frozenset({PartKind.ATTENTION, PartKind.OTHER})
OFFICE: Final = re.compile(
    r"(?:[A-Z]{1,5}/[A-Z/]{1,12}|\bFOR|\bNSC|\bATTN:?|\bATTENTION:?)\s{0,3}[-–(:]?\s?$"
)
FOR: Final = re.compile(
    r"(?:\bFOR:?|\bATTN:?|\bATTENTION:?|\bFROM)\s{1,3}$|[A-Z]{2,5}(?:/[A-Z]{1,6}){0,4}\s?[-–(/:]\s?$"
)
"""What stands before somebody whom a cable is for. Examples: `NSC FOR `, `EUR/WE - `."""
GAP: Final = re.compile(r"\s{0,2}(?:,|;|/|&|\bAND\b|\band\b|,\s?AND\b)\s{0,3}")
"""What stands between two of them."""
SPOKEN: Final = re.compile(
    r"[AEIOUY]|[B-DF-HJ-NP-TV-XZ](?:[AEIOUYHL]|(?<!R)R|(?<=S)[CKMNPQTVW]|(?<=[DT])[WZ]|(?<=K)[NW])"
    r"|CZ|MC"
)
"""How a name that can be spoken begins; `RREITER` and `MBITTRICK` are log-in names."""
LEAST: Final = 4
"""Letters of such a name."""
WINDOW: Final = 30


def detect_in_attention_lines(
    text: str, candidates: Sequence[Candidate], known: Container[int] = ()
) -> Iterator[Detection]:
    """Yield those whom a line above a cable's text is for, by surname or by full name.

    Args:
        text: With page marks filled.
        candidates: In the order of the text.
        known: Where persons begin that other rules found, whom others may stand beside.
    """
    last: Candidate | None = None
    for candidate in candidates:
        zone = candidate.run.zone
        if zone.part_kind not in ATTENTION or zone.paragraph:
            continue
        if candidate.start in known:
            last = candidate
        elif _is_addressed(text, candidate, last):
            last = candidate
            yield Detection(candidate, "", "name in an attention line")


def _is_addressed(text: str, candidate: Candidate, last: Candidate | None) -> bool:
    """Tell whether a name stands where somebody is addressed, or beside one who is."""
    if candidate.size == 1 and _follows_office(text, candidate):
        return True
    surname = is_family_name(candidate.tokens[-1].word)
    if not shape.no_word_ruled_out(candidate) or (
        _is_joined_to_office(text, candidate) and not surname
    ):
        return False
    beside = last is not None and GAP.fullmatch(text, last.end, candidate.start) is not None
    before = text[max(0, candidate.start - WINDOW) : candidate.start]
    if not beside and FOR.search(before) is None:
        return False
    word = candidate.tokens[-1]
    if candidate.size > 1 or surname:
        return True
    if not word.kind:
        office = text[candidate.end : candidate.end + 2].strip()[:1] in {":", "-", "–"}
        listed = beside and not office and _names_recipient(text, candidate)
        return listed and len(word.word) >= LEAST and not is_user_name(word.word)
    behind = candidate.next_token
    closed = behind is None or behind.starts_line or behind.word.lower() == "and"
    return closed and bool(word.kind & (GIVEN if not beside else GIVEN | SURNAME))


def _names_recipient(text: str, candidate: Candidate) -> bool:
    """Tell whether a line says before a name for whom the cable is."""
    zone = candidate.run.zone
    words = text[zone.start : candidate.start].split()
    return zone.part_kind is PartKind.ATTENTION and "FOR" in words


def _is_joined_to_office(text: str, candidate: Candidate) -> bool:
    """Tell whether a stroke joins a word to what is no list of surnames: `EUR/WE`."""
    whole = candidate.run.tokens[candidate.first_index]
    listed = any(is_family_name(part) for part in whole.word.split("/"))
    return text.startswith("/", candidate.end) and not listed


def is_user_name(word: str) -> bool:
    """Tell whether a word is an initial and a surname run together: `JIZZO`, `FCORNEILLE`."""
    rest = word[1:]
    known = bool(word_kind(rest) & (GIVEN | SURNAME)) or is_family_name(rest)
    return known or SPOKEN.match(word) is None


def _follows_office(text: str, candidate: Candidate) -> bool:
    """Tell whether a word in brackets stands for somebody in an office."""
    word = candidate.tokens[-1]
    if word.kind & NON_NAME_KINDS and not word.kind & SURNAME:
        return False
    if (
        len(word.word) < LEAST
        or not SPOKEN.match(word.word)
        or len(candidate.run.tokens) > len(candidate.tokens)
    ):
        return False
    before = text[max(0, candidate.start - WINDOW) : candidate.start]
    behind = text[candidate.end : candidate.end + 1]
    bracketed = before.endswith("(") and behind == ")"
    return bracketed and bool(OFFICE.search(before))
