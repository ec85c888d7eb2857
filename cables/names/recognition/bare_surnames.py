"""Rules that accept a single name that no title introduces."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from typing import Final

from cables.names.recognition import filters
from cables.names.recognition.candidates import is_inflected
from cables.names.recognition.capitalized_runs import FILL
from cables.names.recognition.context_after import (
    SPEECH_ADVERBS,
    SPEECH_VERBS,
    follows_article,
    is_followed_by_speech,
    is_thing_name,
)
from cables.names.recognition.values import Candidate, Detection, Evidence, Rule, first_rule
from cables.names.recognition.word_kinds import (
    ACRONYM,
    COMMON,
    GIVEN,
    KIN,
    KNOWN_WORDS,
    NON_NAME_KINDS,
    ORGANIZATION,
    PARTICLE,
    PLACE,
    SURNAME,
    TITLE_OR_ROLE,
)
from cables.names.tables import public_surnames

DELEGATE: Final = re.compile(
    rf"""
    [\s{FILL}]+ \( (?P<country>[A-Z][A-Za-z.]{{1,14}}(?:[ ][A-Z][a-z]{{2,14}})?) \)
    \s?,?[\s{FILL}]+ {SPEECH_ADVERBS}{{0,2}} {SPEECH_VERBS}
    """,
    re.VERBOSE,
)
"""Example: ` (UK) stated`, in reports on conferences."""
COUNTRIES: Final = frozenset({"uk", "us", "usa", "eu", "un", "prc", "dprk", "rok", "uae", "roc"})
OFFICE: Final = re.compile(
    rf"[\s{FILL}]+ (?: (?P<own>administration|presidency|dictatorship|premiership|candidacy)"
    r" | government|regime|cabinet ) \b",
    re.VERBOSE | re.IGNORECASE,
)
"""What is named after its leader. Example: ` administration`."""
ADJECTIVE: Final = re.compile(r"(?:an|ese|ish|ists?|ista|al|ic|ni|li|ese|ive|ary|er|ane|ed|ing)$")
"""Endings of adjectives and of peoples and parties, before `government`."""
KIN_BEFORE: Final = re.compile(
    r"\b(?:son|daughter|wife|husband|brother|sister|mother|father|nephew|niece|cousin|uncle|aunt"
    r"|grandson|granddaughter|girl|boy|widow|fianc[eé]e?)(?:[ \t]{1,2}|,\s{1,3}|\s{1,3})$",
    re.IGNORECASE,
)
"""Example: `his wife, `."""
NAMED: Final = re.compile(r"\b(?P<who>\w+)\s+(?:named|by\s+the\s+name\s+of)\s+$", re.IGNORECASE)
"""Example: `a counselor named `."""
_PEOPLE = "man woman guy person official citizen student boy girl fellow gentleman lady worker"
PEOPLE: Final = frozenset(_PEOPLE.split())
NAMED_WINDOW: Final = 40
KIN_WINDOW: Final = 24
_ARTICLES = "la le el los las"
ARTICLES: Final = frozenset(_ARTICLES.split())
"""Particles with which names of newspapers begin: `La Croix said`."""
MIN_GIVEN_NAME: Final = 3
MIN_SPEECHES: Final = 3
"""Speech verbs that must follow an unknown surname in a cable."""


def detect_speakers(
    text: str, candidates: Sequence[Candidate], _: Sequence[Detection] = ()
) -> Iterator[Detection]:
    """Yield unknown single words that speech verbs follow several times in the cable."""
    speakers = [
        candidate
        for candidate in candidates
        if _may_speak(candidate)
        and is_followed_by_speech(Evidence(text, candidate))
        and not follows_article(text, candidate)
    ]
    counts = Counter(speaker.tokens[-1].word for speaker in speakers)
    for speaker in speakers:
        if counts[speaker.tokens[-1].word] >= MIN_SPEECHES:
            yield Detection(speaker, "", "surname before speech verbs")


def _may_speak(candidate: Candidate) -> bool:
    token, previous = candidate.tokens[-1], candidate.previous_token
    return (
        candidate.size == 1
        and candidate.next_token is None
        and (previous is None or bool(previous.kind & COMMON))
        and not token.kind & (NON_NAME_KINDS | GIVEN)
        and not token.word.isupper()
    )


def detect_bare_surnames(
    text: str, candidates: Sequence[Candidate], _: Sequence[Detection] = ()
) -> Iterator[Detection]:
    """Yield the single names that one of the rules accepts."""
    for candidate in candidates:
        if candidate.size != 1:
            continue
        rule = first_rule(SURNAME_RULES, Evidence(text, candidate))
        if not rule or is_thing_name(text, candidate):
            continue
        # In capitals the word GOVERNMENT would make any name part of an institution.
        leads = rule.holds is _leads_government and candidate.run.zone.all_caps
        if leads or not filters.is_part_of_institution(candidate):
            yield Detection(candidate, "", rule.name)


def _leads_government(evidence: Evidence) -> bool:
    candidate = evidence.candidate
    office = OFFICE.match(evidence.text, candidate.end)
    if office is None or not _may_lead_government(candidate):
        return False
    token = candidate.tokens[-1]
    if candidate.run.zone.all_caps and is_inflected(token):
        return False
    return bool(office["own"]) or ADJECTIVE.search(token.word.lower()) is None


def _may_lead_government(candidate: Candidate) -> bool:
    """Return whether a word is unknown, and the run holds nothing before it but an article."""
    token, previous = candidate.tokens[-1], candidate.previous_token
    if previous is not None and previous.word.lower() != "the":
        return False
    if token.word.isupper() and not candidate.run.zone.all_caps:
        return False
    return not token.kind & (NON_NAME_KINDS | GIVEN) and not candidate.possessive


def _is_public_figure(evidence: Evidence) -> bool:
    candidate = evidence.candidate
    token, previous = candidate.tokens[-1], candidate.previous_token
    if token.word.lower() not in public_surnames() or token.kind & ACRONYM:
        return False
    all_caps = candidate.run.zone.all_caps
    if candidate.next_token is not None and not all_caps:
        return bool(candidate.next_token.kind & TITLE_OR_ROLE)  # Roosevelt Trail
    thing = (
        previous is not None and not previous.possessive and previous.kind & (ORGANIZATION | PLACE)
    )
    return not thing or all_caps


def _is_conference_delegate(evidence: Evidence) -> bool:
    candidate = evidence.candidate
    match = DELEGATE.match(evidence.text, candidate.end)
    if match is None or candidate.tokens[-1].kind & ACRONYM:
        return False
    country = match["country"].lower().replace(".", "")
    return country in COUNTRIES or bool(KNOWN_WORDS.get(country.split()[0], 0) & PLACE)


def _is_introduced_by_name(evidence: Evidence) -> bool:
    candidate = evidence.candidate
    token = candidate.tokens[-1]
    if token.kind & NON_NAME_KINDS and not token.kind & SURNAME:
        return False
    introduction = NAMED.search(_before(evidence, NAMED_WINDOW))
    if introduction is None or candidate.next_token is not None:
        return False
    who = introduction["who"].lower()
    return who in PEOPLE or bool(KNOWN_WORDS.get(who, 0) & (TITLE_OR_ROLE | KIN))


def _follows_kin_word(evidence: Evidence) -> bool:
    candidate = evidence.candidate
    token = candidate.tokens[-1]
    if not token.kind & GIVEN or token.kind & NON_NAME_KINDS or len(token.word) < MIN_GIVEN_NAME:
        return False
    if candidate.next_token is not None and not candidate.run.zone.all_caps:
        return False
    return KIN_BEFORE.search(_before(evidence, KIN_WINDOW)) is not None


def _before(evidence: Evidence, width: int) -> str:
    """Return the characters of the zone before a candidate."""
    candidate = evidence.candidate
    start = max(candidate.run.zone.start, candidate.start - width)
    return evidence.text[start : candidate.start].replace(FILL, " ")


def _speaks_with_particle(evidence: Evidence) -> bool:
    candidate = evidence.candidate
    first, last = candidate.tokens[0], candidate.tokens[-1]
    if not first.kind & PARTICLE or first.word.lower() in ARTICLES or len(candidate.tokens) == 1:
        return False
    previous = candidate.previous_token
    return (
        (previous is None or bool(previous.kind & COMMON))
        and (not last.kind & NON_NAME_KINDS or bool(last.kind & SURNAME))
        and not candidate.run.zone.all_caps
        and is_followed_by_speech(evidence)
    )


SURNAME_RULES: Final[Sequence[Rule]] = (
    Rule(
        "name of a government",
        _leads_government,
        "It happened under the Khlopkov administration.",
        "08SANJOSE444",
    ),
    Rule(
        "surname of a public figure",
        _is_public_figure,
        "He compared it to what Gorbachev did.",
        "96ANKARA12278",
    ),
    Rule(
        "surname before a country in parentheses",
        _is_conference_delegate,
        "Khlopkov (UK) stated that it was late.",
        "09LONDON2617",
    ),
    Rule(
        "name after the word named",
        _is_introduced_by_name,
        "It came from a counselor named Khlopkov, they said.",
        "09CHISINAU694",
    ),
    Rule(
        "given name after a kinship term",
        _follows_kin_word,
        "He came with his wife, Alice, by train.",
        "97WELLINGTON1656",
    ),
    Rule(
        "surname with a particle",
        _speaks_with_particle,
        "In the end, De la Khlopkov agreed.",
        "10THEHAGUE88",
    ),
)
"""For single names without a title, most reliable first."""
