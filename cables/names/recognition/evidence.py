"""Rules that accept a candidate as a person because of its words or the words beside it."""

import re
from collections.abc import Iterator, Sequence
from typing import Final

from cables.names.recognition import filters
from cables.names.recognition.capitalized_runs import FILL
from cables.names.recognition.context_after import (
    follows_article,
    is_followed_by_age,
    is_followed_by_case,
    is_followed_by_party,
    is_followed_by_speech,
    is_thing_name,
    role_after,
)
from cables.names.recognition.titles import NO_TITLE, Title, title_before
from cables.names.recognition.values import Candidate, Detection, Evidence, Rule, first_rule
from cables.names.recognition.word_kinds import (
    COMMON,
    GIVEN,
    INITIAL,
    MODIFIER,
    NON_NAME_KINDS,
    PARTICLE,
    SURNAME,
    is_family_name,
)

MIN_LETTERS: Final = 4
"""Letters of a surname that a title may be separated from."""
MAX_LINE: Final = 60
BEFORE_LIST_LETTER: Final = "\n¶("
"""Characters before the letter of a list item: `A. Khlopkov` may be item A."""
MET: Final = re.compile(
    r"\b(?:(?:met|meets?|meetings?|spoke|speaking|talked|discussions?|conversations?|interview"
    r"|lunch|dinner|breakfast|consultations?)\s+(?:\w+ly\s+)?with|spoke\s+to|told|according\s+to"
    r"|arrested|sentenced|convicted|appointed|nominated|(?:signed|written|authored|hosted|chaired)\s+by|accompanied\s+by|headed\s+by"
    r"|replac(?:ed|ing)|succeed(?:ed|ing)|named\s+after|son\s+of|daughter\s+of|married\s+to)\s+$",
    re.IGNORECASE,
)
"""Words before a person who is met, named or appointed. Example: `signed by `."""


def detect_by_evidence(
    text: str, candidates: Sequence[Candidate], _: Sequence[Detection] = ()
) -> Iterator[Detection]:
    """Yield the candidates whose own words or neighboring words show that they are persons."""
    for candidate in candidates:
        if filters.is_part_of_institution(candidate) or is_thing_name(text, candidate):
            continue
        if filters.follows_thing_word(candidate):
            continue
        if detection := _detect(text, candidate):
            yield detection


def _detect(text: str, candidate: Candidate) -> Detection | None:
    title = title_before(text, candidate)
    if title.adjacent and _may_bear_title(text, candidate, title):
        return Detection(candidate, title.printed, "name after a title")
    if not filters.is_full_name(candidate):
        return _detect_single_word(candidate, title)
    if filters.starts_with_thing_word(candidate):
        return None
    if title is not NO_TITLE and (
        filters.starts_with_given_name(candidate) or filters.no_word_ruled_out(candidate)
    ):
        return Detection(candidate, title.printed, "name after a role")
    evidence = Evidence(text, candidate)
    if follows_article(text, candidate) and not is_followed_by_case(evidence):
        return None
    evidence = evidence._replace(title=role_after(text, candidate))
    rule = first_rule(FULL_NAME_RULES, evidence)
    if rule is None and _only_unknown_words(candidate):
        rule = first_rule(UNKNOWN_NAME_RULES, evidence)
    return Detection(candidate, evidence.title, rule.name) if rule else None


def _detect_single_word(candidate: Candidate, title: Title) -> Detection | None:
    """Accept a single word although no title touches it."""
    if title.strong and _may_follow_distant_title(candidate, title):
        return Detection(candidate, title.printed, "name after a title")
    if filters.starts_with_particle(candidate) and not candidate.run.zone.all_caps:
        return Detection(candidate, "", "surname with a particle")
    return None


def _may_bear_title(text: str, candidate: Candidate, title: Title) -> bool:
    if candidate.size > 1:
        if title.kin and not (
            filters.starts_with_given_name(candidate) or filters.no_word_ruled_out(candidate)
        ):
            return False
        return not filters.starts_with_thing_word(candidate) or bool(
            candidate.tokens[0].kind & PARTICLE
        )
    if title.kin or not filters.may_be_surname(candidate) or _is_cut_off(candidate):
        return False
    kind = candidate.tokens[-1].kind
    if kind & SURNAME and kind & COMMON and not title.strong:  # Fugitive Hunt
        return False
    if not candidate.run.zone.all_caps:
        return not filters.is_part_of_phrase(candidate)
    return title.strong and _has_no_complement(text, candidate)


def _is_cut_off(candidate: Candidate) -> bool:
    """Return whether only an initial is left of a name: `William E. ("Kip") Doe`."""
    last = candidate.tokens[-1]
    return len(candidate.tokens) > 1 and bool(last.kind & INITIAL) and last.word.endswith(".")


def _has_no_complement(text: str, candidate: Candidate) -> bool:
    """Return whether no `OF` or `FOR` follows, as in `CHIEF DEMOGRAPHER OF`."""
    following = text[candidate.end : candidate.end + 8].split()[:1]
    return candidate.possessive or following not in (["OF"], ["FOR"], ["IN"])


def _may_follow_distant_title(candidate: Candidate, title: Title) -> bool:
    """Return whether a single word may be a name after `Minister of Defense`."""
    token, previous = candidate.tokens[-1], candidate.previous_token
    return (
        previous is not None
        and (bool(previous.kind & MODIFIER) or is_family_name(token.word))
        and " of " in f" {title.printed.lower()} "
        and not token.kind & NON_NAME_KINDS
        and not filters.starts_with_thing_word(candidate)
        and len(token.word) >= MIN_LETTERS
        and (candidate.run.zone.all_caps or not token.word.isupper())
    )


def _only_unknown_words(candidate: Candidate) -> bool:
    """Return whether weak evidence suffices: mixed case, and no word with another meaning."""
    return not candidate.run.zone.all_caps and filters.no_word_ruled_out(candidate)


def _has_inner_given_name(evidence: Evidence) -> bool:
    """Return whether a given name is in the middle; in capitals the surname must be known.

    Example: `JSE ALBERTO ZAMBRANO`, whose first word is misspelled.
    """
    candidate = evidence.candidate
    if not filters.has_inner_given_name(candidate):
        return False
    last = [token for token in candidate.tokens if not token.kind & INITIAL][-1]
    return not candidate.run.zone.all_caps or is_family_name(last.word)


def _starts_with_initials(evidence: Evidence) -> bool:
    """Return whether a name begins with initials rather than the letter of a list item."""
    text, candidate = evidence.text, evidence.candidate
    first, zone = candidate.tokens[0], candidate.run.zone
    if not first.kind & INITIAL:
        return False
    if zone.all_caps:
        return _fills_line(text, candidate)
    before = text[max(zone.start, candidate.start - 3) : candidate.start].rstrip(" \t")
    return len(first.word) > len("A.") or bool(before and before[-1] not in BEFORE_LIST_LETTER)


def _fills_line(text: str, candidate: Candidate) -> bool:
    """Return whether initials and a frequent surname fill a line, as in a list: `K. DEMPSEY`."""
    last = candidate.tokens[-1]
    known = last.kind & (GIVEN | SURNAME) and not last.kind & (NON_NAME_KINDS & ~COMMON)
    if not is_family_name(last.word) and not known:
        return False
    zone = candidate.run.zone
    before = text[max(zone.start, candidate.start - MAX_LINE) : candidate.start]
    after = text[candidate.end : candidate.end + MAX_LINE]
    return not before.rpartition("\n")[2].strip() and not after.partition("\n")[0].strip()


def _is_met(evidence: Evidence) -> bool:
    """Return whether a person is met, told or appointed."""
    text, candidate = evidence.text, evidence.candidate
    before = text[max(candidate.run.zone.start, candidate.start - 40) : candidate.start]
    mixed_case = all(not token.word.isupper() for token in candidate.tokens)
    return mixed_case and MET.search(before.replace(FILL, " ")) is not None


FULL_NAME_RULES: Final[Sequence[Rule]] = (
    Rule(
        "name before a role",
        lambda it: bool(it.title) and filters.starts_with_given_name(it.candidate),
        "Sergey Khlopkov, an adviser, agreed.",
        "07MOSCOW849",
    ),
    Rule(
        "given name and surname",
        lambda it: filters.starts_with_given_name(it.candidate),
        "Sergey Khlopkov agreed.",
        "07MOSCOW849",
    ),
    Rule(
        "given name inside a name",
        _has_inner_given_name,
        "Bero Abdel Khlopkov agreed.",
        "09CAIRO1182",
    ),
    Rule("initials and surname", _starts_with_initials, "Then A.K. Khlopkov left.", "05MUMBAI1931"),
    Rule(
        "name before a role",
        lambda it: bool(it.title) and filters.no_word_ruled_out(it.candidate),
        "Bero Khlopkov, an adviser, agreed.",
        "08BARCELONA86",
    ),
)
"""For full names without a title, most reliable first."""

UNKNOWN_NAME_RULES: Final[Sequence[Rule]] = (
    Rule(
        "name before a party",
        is_followed_by_party,
        "Bero Khlopkov (PSDB-SP) was there.",
        "06BRASILIA2277",
    ),
    Rule("name before an age", is_followed_by_age, "Bero Khlopkov, 57, was there.", ""),
    Rule(
        "name before a speech verb",
        is_followed_by_speech,
        "Bero Khlopkov told us that rain fell.",
        "06CALCUTTA389",
    ),
    Rule(
        "name of a case",
        is_followed_by_case,
        "She recalled the Bero Khlopkov case.",
        "08BUENOSAIRES62",
    ),
    Rule("name after a meeting verb", _is_met, "It was signed by Bero Khlopkov.", "09STATE86845"),
    Rule(
        "name with a particle",
        lambda it: filters.has_arabic_article(it.candidate),
        "She recalled Bero al-Khlopkov.",
        "10CAIRO328",
    ),
)
"""For full names in mixed case in which no word has another meaning."""
