"""What makes a candidate a person: rules in the order in which they are trusted."""

import re
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from typing import Final, NamedTuple

from cables.names.recognition import shape
from cables.names.recognition.candidates import Candidate
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

OFTEN: Final = 3
"""So often a surname must speak that nobody introduced."""
LONG_ENOUGH: Final = 4
WIDEST_LINE: Final = 60
LETTERED: Final = "\n¶("
"""What stands before the letter of a list's item."""


MET: Final = re.compile(
    r"\b(?:(?:met|meets?|meetings?|spoke|speaking|talked|discussions?|conversations?|interview"
    r"|lunch|dinner|breakfast|consultations?)\s+(?:\w+ly\s+)?with|spoke\s+to|told|according\s+to"
    r"|arrested|sentenced|convicted|appointed|nominated|(?:signed|written|authored|hosted|chaired)\s+by|accompanied\s+by|headed\s+by"
    r"|replac(?:ed|ing)|succeed(?:ed|ing)|named\s+after|son\s+of|daughter\s+of|married\s+to)\s+$",
    re.IGNORECASE,
)
"""What stands before one whom somebody meets, names or appoints."""


class Detection(NamedTuple):
    """A candidate that is a person, and why."""

    candidate: Candidate
    title: str
    """As printed, before or behind the name."""
    rule: str


class Evidence(NamedTuple):
    """A full name without a title before it, and what stands behind."""

    text: str
    candidate: Candidate
    role: str
    """The role behind it, as printed; empty where there is none."""

    @property
    def needs_more_evidence(self) -> bool:
        """Tell whether a text of capitals, or a word known as another, asks for more."""
        return self.candidate.run.zone.all_caps or not shape.no_word_ruled_out(self.candidate)


EvidenceRule = tuple[str, Callable[[Evidence], bool]]
RULES: Final[Sequence[EvidenceRule]] = (
    ("name before a role", lambda it: bool(it.role) and shape.starts_with_given_name(it.candidate)),
    ("given name and surname", lambda it: shape.starts_with_given_name(it.candidate)),
    (
        "given name inside a name",
        lambda it: shape.has_inner_given_name(it.candidate) and _may_surround(it.candidate),
    ),
    ("initials and surname", lambda it: _initials(it.text, it.candidate)),
    ("name before a role", lambda it: bool(it.role) and shape.no_word_ruled_out(it.candidate)),
    (
        "name before a party",
        lambda it: not it.needs_more_evidence and is_followed_by_party(it.text, it.candidate),
    ),
    (
        "name before an age",
        lambda it: not it.needs_more_evidence and is_followed_by_age(it.text, it.candidate),
    ),
    (
        "name before a word of speech",
        lambda it: not it.needs_more_evidence and is_followed_by_speech(it.text, it.candidate),
    ),
    (
        "name of a case",
        lambda it: not it.needs_more_evidence and is_followed_by_case(it.text, it.candidate),
    ),
    (
        "name behind a word of meeting",
        lambda it: not it.needs_more_evidence and _is_met(it.text, it.candidate),
    ),
    (
        "name with a particle",
        lambda it: not it.needs_more_evidence and shape.has_arabic_article(it.candidate),
    ),
)
"""For full names without a title before them; the first that holds is told to readers."""


def detect_by_evidence(text: str, candidates: Sequence[Candidate]) -> Iterator[Detection]:
    """Yield the candidates that something beside them shows to be persons."""
    for candidate in candidates:
        if shape.is_part_of_institution(candidate) or is_thing_name(text, candidate):
            continue
        if shape.follows_thing_word(candidate):
            continue
        if found := _detect(text, candidate):
            yield found


def _detect(text: str, candidate: Candidate) -> Detection | None:
    """Return the find that a candidate is by what stands in and beside it."""
    title = title_before(text, candidate)
    if title.adjacent and _may_bear(text, candidate, title):
        return Detection(candidate, title.printed, "name after a title")
    if not shape.is_full_name(candidate):
        return _detect_single_word(candidate, title)
    if shape.starts_with_thing_word(candidate):
        return None
    if title is not NO_TITLE and (
        shape.starts_with_given_name(candidate) or shape.no_word_ruled_out(candidate)
    ):
        return Detection(candidate, title.printed, "name after a role")
    if follows_article(text, candidate) and not is_followed_by_case(text, candidate):
        return None
    evidence = Evidence(text, candidate, role_after(text, candidate))
    rule = next((name for name, holds in RULES if holds(evidence)), "")
    return Detection(candidate, evidence.role, rule) if rule else None


def _may_surround(candidate: Candidate) -> bool:
    """Tell whether words around a given name may be others of it; in capitals, if they are known.

    Example: `JSE ALBERTO ZAMBRANO`, where the first is misspelt.
    """
    surnames = [token for token in candidate.tokens if not token.kind & INITIAL]
    return not candidate.run.zone.all_caps or is_family_name(surnames[-1].word)


def _is_met(text: str, candidate: Candidate) -> bool:
    """Tell whether somebody is met, told or appointed who has a name of two words."""
    before = text[max(candidate.run.zone.start, candidate.start - 40) : candidate.start]
    plain = all(not token.word.isupper() for token in candidate.tokens)
    return plain and MET.search(before.replace(FILL, " ")) is not None


def _detect_single_word(candidate: Candidate, title: Title) -> Detection | None:
    """Return the find that a single word is, though no title touches it."""
    if title.strong and _distant(candidate, title):
        return Detection(candidate, title.printed, "name after a title")
    if shape.starts_with_particle(candidate) and not candidate.run.zone.all_caps:
        return Detection(candidate, "", "surname with a particle")
    return None


def _may_bear(text: str, candidate: Candidate, title: Title) -> bool:
    """Tell whether a candidate may be the bearer of the title that touches it."""
    if candidate.size > 1:
        if title.kin and not (
            shape.starts_with_given_name(candidate) or shape.no_word_ruled_out(candidate)
        ):
            return False
        return not shape.starts_with_thing_word(candidate) or bool(
            candidate.tokens[0].kind & PARTICLE
        )
    if title.kin or not shape.may_be_surname(candidate) or _is_cut_off(candidate):
        return False
    word = candidate.tokens[-1].kind
    if word & SURNAME and word & COMMON and not title.strong:  # Fugitive Hunt
        return False
    if not candidate.run.zone.all_caps:
        return not shape.is_part_of_phrase(candidate)
    return title.strong and _stands_alone(text, candidate)


def _is_cut_off(candidate: Candidate) -> bool:
    """Tell whether an initial ends what is left of a name: `William E. ("Kip") Doe`."""
    last = candidate.tokens[-1]
    return len(candidate.tokens) > 1 and bool(last.kind & INITIAL) and last.word.endswith(".")


def _stands_alone(text: str, candidate: Candidate) -> bool:
    """Tell whether no `OF` or `FOR` follows, as behind `CHIEF DEMOGRAPHER OF`."""
    behind = text[candidate.end : candidate.end + 8].split()[:1]
    return candidate.possessive or behind not in (["OF"], ["FOR"], ["IN"])


def _distant(candidate: Candidate, title: Title) -> bool:
    """Tell whether one word alone may be a name behind `Minister of Defense`."""
    word, before = candidate.tokens[-1], candidate.previous_token
    return (
        before is not None
        and (bool(before.kind & MODIFIER) or is_family_name(word.word))
        and " of " in f" {title.printed.lower()} "
        and not word.kind & NON_NAME_KINDS
        and not shape.starts_with_thing_word(candidate)
        and len(word.word) >= LONG_ENOUGH
        and (candidate.run.zone.all_caps or not word.word.isupper())
    )


def _initials(text: str, candidate: Candidate) -> bool:
    """Tell whether a name begins with initials, and not with the letter of a list's item."""
    first, zone = candidate.tokens[0], candidate.run.zone
    if not first.kind & INITIAL:
        return False
    if zone.all_caps:
        return _alone_in_line(text, candidate)
    before = text[max(zone.start, candidate.start - 3) : candidate.start].rstrip(" \t")
    return len(first.word) > len("A.") or bool(before and before[-1] not in LETTERED)


def _alone_in_line(text: str, candidate: Candidate) -> bool:
    """Tell whether an initial and a frequent surname fill a line, as in a list: `K. DEMPSEY`."""
    last = candidate.tokens[-1]
    known = last.kind & (GIVEN | SURNAME) and not last.kind & (NON_NAME_KINDS & ~COMMON)
    if not is_family_name(last.word) and not known:
        return False
    zone = candidate.run.zone
    before = text[max(zone.start, candidate.start - WIDEST_LINE) : candidate.start]
    behind = text[candidate.end : candidate.end + WIDEST_LINE]
    return not before.rpartition("\n")[2].strip() and not behind.partition("\n")[0].strip()


def detect_speakers(text: str, candidates: Sequence[Candidate]) -> Iterator[Detection]:
    """Yield single words that speak again and again as only persons do, though never titled."""
    speaking = [one for one in candidates if _may_speak(one)]
    speaking = [
        one
        for one in speaking
        if is_followed_by_speech(text, one) and not follows_article(text, one)
    ]
    counted = Counter(one.tokens[-1].word for one in speaking)
    for candidate in speaking:
        if counted[candidate.tokens[-1].word] >= OFTEN:
            yield Detection(candidate, "", "surname before words of speech")


def _may_speak(candidate: Candidate) -> bool:
    """Tell whether a single word may be a surname of which nothing is known."""
    word, before = candidate.tokens[-1], candidate.previous_token
    return (
        candidate.size == 1
        and candidate.next_token is None
        and (before is None or bool(before.kind & COMMON))
        and not word.kind & (NON_NAME_KINDS | GIVEN)
        and not word.word.isupper()
    )
