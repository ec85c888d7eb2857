"""Rules for names in the lines that say for whom a cable is: `DEPT FOR EUR/WE (MENNUTI)`."""

import re
from collections.abc import Iterator, Sequence
from typing import Final

from cables.names.recognition import filters
from cables.names.recognition.values import Candidate, Detection, Evidence, Rule, first_rule
from cables.names.recognition.word_kinds import GIVEN, NON_NAME_KINDS, SURNAME, is_family_name
from cables.parser.values import PartKind

RULE: Final = "name in an attention line"
ZONES: Final = frozenset({PartKind.ATTENTION, PartKind.OTHER})
OFFICE: Final = re.compile(
    r"(?:[A-Z]{1,5}/[A-Z/]{1,12}|\bFOR|\bNSC|\bATTN:?|\bATTENTION:?)\s{0,3}[-–(:]?\s?$"
)
"""What precedes a name in parentheses. Example: `EUR/WE (`."""
FOR: Final = re.compile(
    r"(?:\bFOR:?|\bATTN:?|\bATTENTION:?|\bFROM)\s{1,3}$|[A-Z]{2,5}(?:/[A-Z]{1,6}){0,4}\s?[-–(/:]\s?$"
)
"""What precedes a recipient. Examples: `NSC FOR `, `EUR/WE - `."""
GAP: Final = re.compile(r"\s{0,2}(?:,|;|/|&|\bAND\b|\band\b|,\s?AND\b)\s{0,3}")
"""What separates two recipients."""
MIN_LETTERS: Final = 4
WINDOW: Final = 30


def detect_in_attention_lines(
    text: str, candidates: Sequence[Candidate], detections: Sequence[Detection]
) -> Iterator[Detection]:
    """Yield the recipients named in lines above a cable's text.

    Args:
        text: With page marks filled.
        candidates: In text order.
        detections: Persons that other rules found; names beside them may be recipients too.
    """
    known = {detection.candidate.start for detection in detections}
    last: Candidate | None = None
    for candidate in candidates:
        zone = candidate.run.zone
        if zone.part_kind not in ZONES or zone.paragraph:
            continue
        if candidate.start in known:
            last = candidate
            continue
        beside = last is not None and GAP.fullmatch(text, last.end, candidate.start) is not None
        if first_rule(RECIPIENT_RULES, Evidence(text, candidate, beside_name=beside)):
            last = candidate
            yield Detection(candidate, "", RULE)


def _follows_office(evidence: Evidence) -> bool:
    """Return whether a word in parentheses follows an office."""
    text, candidate = evidence.text, evidence.candidate
    token = candidate.tokens[-1]
    if candidate.size != 1 or (token.kind & NON_NAME_KINDS and not token.kind & SURNAME):
        return False
    if (
        len(token.word) < MIN_LETTERS
        or not filters.is_pronounceable(token.word)
        or len(candidate.run.tokens) > len(candidate.tokens)
    ):
        return False
    before = text[max(0, candidate.start - WINDOW) : candidate.start]
    in_parentheses = before.endswith("(") and text[candidate.end : candidate.end + 1] == ")"
    return in_parentheses and bool(OFFICE.search(before))


def _is_full_name_or_surname(evidence: Evidence) -> bool:
    candidate = evidence.candidate
    known = candidate.size > 1 or is_family_name(candidate.tokens[-1].word)
    return known and _is_addressed(evidence)


def _is_unknown_word_in_list(evidence: Evidence) -> bool:
    """Return whether an unknown word follows another recipient and is not a user name."""
    text, candidate = evidence.text, evidence.candidate
    token = candidate.tokens[-1]
    if token.kind or candidate.size > 1 or not evidence.beside_name:
        return False
    names_office = text[candidate.end : candidate.end + 2].strip()[:1] in {":", "-", "–"}
    return (
        not names_office
        and len(token.word) >= MIN_LETTERS
        and not filters.is_user_name(token.word)
        and _line_says_for(text, candidate)
        and _is_addressed(evidence)
    )


def _is_given_name_alone(evidence: Evidence) -> bool:
    candidate = evidence.candidate
    following = candidate.next_token
    if following and not following.starts_line and following.word.lower() != "and":
        return False
    kinds = GIVEN | SURNAME if evidence.beside_name else GIVEN
    return bool(candidate.tokens[-1].kind & kinds) and _is_addressed(evidence)


def _is_addressed(evidence: Evidence) -> bool:
    """Return whether `FOR` or an office precedes a name, or another recipient."""
    text, candidate = evidence.text, evidence.candidate
    if not filters.no_word_ruled_out(candidate):
        return False
    if _is_joined_to_office(text, candidate) and not is_family_name(candidate.tokens[-1].word):
        return False
    before = text[max(0, candidate.start - WINDOW) : candidate.start]
    return evidence.beside_name or FOR.search(before) is not None


def _is_joined_to_office(text: str, candidate: Candidate) -> bool:
    """Return whether a slash joins a word to something other than surnames: `EUR/WE`."""
    token = candidate.run.tokens[candidate.first_index]
    has_surname = any(is_family_name(part) for part in token.word.split("/"))
    return text.startswith("/", candidate.end) and not has_surname


def _line_says_for(text: str, candidate: Candidate) -> bool:
    zone = candidate.run.zone
    return (
        zone.part_kind is PartKind.ATTENTION and "FOR" in text[zone.start : candidate.start].split()
    )


RECIPIENT_RULES: Final[Sequence[Rule]] = (
    Rule(RULE, _follows_office, "DEPT FOR EUR/WE (KHLOPKOV), EUR/PGI, DRL", "96ANKARA12278"),
    Rule(RULE, _is_full_name_or_surname, "DEPT FOR EUR/WE - DEMPSEY", "08LONDON1933"),
    Rule(RULE, _is_unknown_word_in_list, "NSC FOR DEMPSEY/KHLOPKOV", "06BARCELONA169"),
    Rule(RULE, _is_given_name_alone, "NSC FOR WEINSTEIN AND ALICE", "09JERUSALEM1080"),
)
"""For candidates above the text that other rules did not accept."""
