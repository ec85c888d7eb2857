"""Single names that no title introduces, and that are persons by what stands around them."""

import re
from collections.abc import Callable, Iterator, Sequence
from typing import Final

from cables.names.recognition import shape
from cables.names.recognition.candidates import Candidate, is_inflected
from cables.names.recognition.capitalized_runs import FILL
from cables.names.recognition.context_after import (
    SPEECH_ADVERBS,
    SPEECH_VERBS,
    is_followed_by_speech,
    is_thing_name,
)
from cables.names.recognition.evidence import Detection
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
"""Example: ` (UK) stated`, as reports of conferences write."""
COUNTRIES: Final = frozenset({"uk", "us", "usa", "eu", "un", "prc", "dprk", "rok", "uae", "roc"})
OFFICE: Final = re.compile(
    rf"[\s{FILL}]+ (?: (?P<own>administration|presidency|dictatorship|premiership|candidacy)"
    r" | government|regime|cabinet ) \b",
    re.VERBOSE | re.IGNORECASE,
)
"""What is called after the one who leads it. Example: ` administration`."""
ADJECTIVE: Final = re.compile(r"(?:an|ese|ish|ists?|ista|al|ic|ni|li|ese|ive|ary|er|ane|ed|ing)$")
"""How an adjective ends, or the name of a people or party, before `government`."""
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
WIDE: Final = 40
WINDOW: Final = 24
_NEWSPAPERS = "la le el los las"
ARTICLES: Final = frozenset(_NEWSPAPERS.split())
"""Particles with which newspapers begin: `La Croix said`."""
LEAST: Final = 3
GOVERNMENT: Final = "name of a government"

SurnameRule = tuple[str, Callable[[str, Candidate], bool]]


def detect_bare_surnames(text: str, candidates: Sequence[Candidate]) -> Iterator[Detection]:
    """Yield the single names that are persons though no title stands before them."""
    for candidate in candidates:
        if candidate.size != 1:
            continue
        rule = next((name for name, holds in RULES if holds(text, candidate)), "")
        if not rule or is_thing_name(text, candidate):
            continue
        called = rule == GOVERNMENT and candidate.run.zone.all_caps
        if called or not shape.is_part_of_institution(candidate):
            yield Detection(candidate, "", rule)


def _is_public_figure(_: str, candidate: Candidate) -> bool:
    """Tell whether a surname is one that names a public figure wherever it stands alone."""
    word, before = candidate.tokens[-1], candidate.previous_token
    if word.word.lower() not in public_surnames() or word.kind & ACRONYM:
        return False
    if candidate.next_token is not None and not candidate.run.zone.all_caps:
        return bool(candidate.next_token.kind & TITLE_OR_ROLE)  # Roosevelt Trail
    thing = before is not None and not before.possessive and before.kind & (ORGANIZATION | PLACE)
    return not thing or candidate.run.zone.all_caps


def _is_conference_delegate(text: str, candidate: Candidate) -> bool:
    """Tell whether a country in brackets and a word of speech follow: `Doe (UK) stated`."""
    found = DELEGATE.match(text, candidate.end)
    if found is None or candidate.tokens[-1].kind & ACRONYM:
        return False
    country = found["country"].lower().replace(".", "")
    return country in COUNTRIES or bool(KNOWN_WORDS.get(country.split()[0], 0) & PLACE)


def _leads_government(text: str, candidate: Candidate) -> bool:
    """Tell whether a government is called after somebody: `the Doe administration`."""
    found = OFFICE.match(text, candidate.end)
    if found is None or not _may_lead_government(candidate):
        return False
    word = candidate.tokens[-1]
    if candidate.run.zone.all_caps and is_inflected(word):
        return False
    return bool(found["own"]) or ADJECTIVE.search(word.word.lower()) is None


def _may_lead_government(candidate: Candidate) -> bool:
    """Tell whether a word of which nothing is known stands behind an article or nothing else."""
    word, before = candidate.tokens[-1], candidate.previous_token
    if before is not None and before.word.lower() != "the":
        return False
    if word.word.isupper() and not candidate.run.zone.all_caps:
        return False
    return not word.kind & (NON_NAME_KINDS | GIVEN) and not candidate.possessive


def _follows_kin_word(text: str, candidate: Candidate) -> bool:
    """Tell whether a given name alone stands behind a word of kinship: `her son Bero`."""
    word = candidate.tokens[-1]
    if not word.kind & GIVEN or word.kind & NON_NAME_KINDS or len(word.word) < LEAST:
        return False
    if candidate.next_token is not None and not candidate.run.zone.all_caps:
        return False
    before = text[max(candidate.run.zone.start, candidate.start - WINDOW) : candidate.start]
    return KIN_BEFORE.search(before.replace(FILL, " ")) is not None


def _is_introduced_by_name(text: str, candidate: Candidate) -> bool:
    """Tell whether a cable says who bears a name: `an officer named Doe`."""
    word = candidate.tokens[-1]
    if word.kind & NON_NAME_KINDS and not word.kind & SURNAME:
        return False
    before = text[max(candidate.run.zone.start, candidate.start - WIDE) : candidate.start]
    found = NAMED.search(before.replace(FILL, " "))
    if found is None or candidate.next_token is not None:
        return False
    who = found["who"].lower()
    return who in PEOPLE or bool(KNOWN_WORDS.get(who, 0) & (TITLE_OR_ROLE | KIN))


def _speaks_with_particle(text: str, candidate: Candidate) -> bool:
    """Tell whether a surname with a particle speaks: `De la Doe reported`."""
    first, last = candidate.tokens[0], candidate.tokens[-1]
    if not first.kind & PARTICLE or first.word.lower() in ARTICLES or len(candidate.tokens) == 1:
        return False
    plain = not last.kind & NON_NAME_KINDS or bool(last.kind & SURNAME)
    quiet = candidate.previous_token is None or bool(candidate.previous_token.kind & COMMON)
    return (
        quiet
        and plain
        and not candidate.run.zone.all_caps
        and is_followed_by_speech(text, candidate)
    )


RULES: Final[Sequence[SurnameRule]] = (
    (GOVERNMENT, _leads_government),
    ("surname of a public figure", _is_public_figure),
    ("surname before a country in brackets", _is_conference_delegate),
    ("somebody named", _is_introduced_by_name),
    ("given name after a word of kinship", _follows_kin_word),
    ("surname with a particle", _speaks_with_particle),
)
"""In the order in which they are trusted."""
