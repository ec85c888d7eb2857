"""What makes a candidate a person: rules in the order in which they are trusted."""

import re
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from typing import Final, NamedTuple

from cables.names.recognition import shape
from cables.names.recognition.candidates import Candidate
from cables.names.recognition.capitalized_runs import FILL
from cables.names.recognition.context_after import (
    follows_the,
    has_age,
    has_party,
    is_case,
    names_a_thing,
    role_behind,
    speaks,
)
from cables.names.recognition.titles import NO_TITLE, Title, title_before
from cables.names.recognition.word_kinds import (
    COMMON,
    GIVEN,
    INITIAL,
    MODIFIER,
    NO_NAME,
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


class Find(NamedTuple):
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
    def open_to_doubt(self) -> bool:
        """Tell whether a text of capitals, or a word known as another, asks for more."""
        return self.candidate.run.zone.capitals or not shape.unknown(self.candidate)


Rule = tuple[str, Callable[[Evidence], bool]]
RULES: Final[Sequence[Rule]] = (
    ("name before a role", lambda it: bool(it.role) and shape.given_name(it.candidate)),
    ("given name and surname", lambda it: shape.given_name(it.candidate)),
    (
        "given name inside a name",
        lambda it: shape.given_inside(it.candidate) and may_surround(it.candidate),
    ),
    ("initials and surname", lambda it: initials(it.text, it.candidate)),
    ("name before a role", lambda it: bool(it.role) and shape.unknown(it.candidate)),
    (
        "name before a party",
        lambda it: not it.open_to_doubt and has_party(it.text, it.candidate),
    ),
    (
        "name before an age",
        lambda it: not it.open_to_doubt and has_age(it.text, it.candidate),
    ),
    (
        "name before a word of speech",
        lambda it: not it.open_to_doubt and speaks(it.text, it.candidate),
    ),
    (
        "name of a case",
        lambda it: not it.open_to_doubt and is_case(it.text, it.candidate),
    ),
    (
        "name behind a word of meeting",
        lambda it: not it.open_to_doubt and is_met(it.text, it.candidate),
    ),
    (
        "name with a particle",
        lambda it: not it.open_to_doubt and shape.with_article(it.candidate),
    ),
)
"""For full names without a title before them; the first that holds is told to readers."""


def fresh_finds(text: str, candidates: Sequence[Candidate]) -> Iterator[Find]:
    """Yield the candidates that something beside them shows to be persons."""
    for candidate in candidates:
        if shape.part_of_more(candidate) or names_a_thing(text, candidate):
            continue
        if shape.follows_thing(candidate):
            continue
        if found := fresh(text, candidate):
            yield found


def fresh(text: str, candidate: Candidate) -> Find | None:
    """Return the find that a candidate is by what stands in and beside it."""
    title = title_before(text, candidate)
    if title.near and may_bear(text, candidate, title):
        return Find(candidate, title.printed, "name after a title")
    if not shape.full(candidate):
        return alone(candidate, title)
    if shape.begins_otherwise(candidate):
        return None
    if title is not NO_TITLE and (shape.given_name(candidate) or shape.unknown(candidate)):
        return Find(candidate, title.printed, "name after a role")
    if follows_the(text, candidate) and not is_case(text, candidate):
        return None
    evidence = Evidence(text, candidate, role_behind(text, candidate))
    rule = next((name for name, holds in RULES if holds(evidence)), "")
    return Find(candidate, evidence.role, rule) if rule else None


def may_surround(candidate: Candidate) -> bool:
    """Tell whether words around a given name may be others of it; in capitals, if they are known.

    Example: `JSE ALBERTO ZAMBRANO`, where the first is misspelt.
    """
    surnames = [token for token in candidate.tokens if not token.kind & INITIAL]
    return not candidate.run.zone.capitals or is_family_name(surnames[-1].word)


def is_met(text: str, candidate: Candidate) -> bool:
    """Tell whether somebody is met, told or appointed who has a name of two words."""
    before = text[max(candidate.run.zone.start, candidate.start - 40) : candidate.start]
    plain = all(not token.word.isupper() for token in candidate.tokens)
    return plain and MET.search(before.replace(FILL, " ")) is not None


def alone(candidate: Candidate, title: Title) -> Find | None:
    """Return the find that a single word is, though no title touches it."""
    if title.strong and distant(candidate, title):
        return Find(candidate, title.printed, "name after a title")
    if shape.with_particle(candidate) and not candidate.run.zone.capitals:
        return Find(candidate, "", "surname with a particle")
    return None


def may_bear(text: str, candidate: Candidate, title: Title) -> bool:
    """Tell whether a candidate may be the bearer of the title that touches it."""
    if candidate.size > 1:
        if title.kin and not (shape.given_name(candidate) or shape.unknown(candidate)):
            return False
        return not shape.begins_otherwise(candidate) or bool(candidate.tokens[0].kind & PARTICLE)
    if title.kin or not shape.surname_like(candidate) or is_cut_off(candidate):
        return False
    word = candidate.tokens[-1].kind
    if word & SURNAME and word & COMMON and not title.strong:  # Fugitive Hunt
        return False
    if not candidate.run.zone.capitals:
        return not shape.part_of_phrase(candidate)
    return title.strong and stands_alone(text, candidate)


def is_cut_off(candidate: Candidate) -> bool:
    """Tell whether an initial ends what is left of a name: `William E. ("Kip") Doe`."""
    last = candidate.tokens[-1]
    return len(candidate.tokens) > 1 and bool(last.kind & INITIAL) and last.word.endswith(".")


def stands_alone(text: str, candidate: Candidate) -> bool:
    """Tell whether no `OF` or `FOR` follows, as behind `CHIEF DEMOGRAPHER OF`."""
    behind = text[candidate.end : candidate.end + 8].split()[:1]
    return candidate.owns or behind not in (["OF"], ["FOR"], ["IN"])


def distant(candidate: Candidate, title: Title) -> bool:
    """Tell whether one word alone may be a name behind `Minister of Defense`."""
    word, before = candidate.tokens[-1], candidate.before
    return (
        before is not None
        and (bool(before.kind & MODIFIER) or is_family_name(word.word))
        and " of " in f" {title.printed.lower()} "
        and not word.kind & NO_NAME
        and not shape.begins_otherwise(candidate)
        and len(word.word) >= LONG_ENOUGH
        and (candidate.run.zone.capitals or not word.word.isupper())
    )


def initials(text: str, candidate: Candidate) -> bool:
    """Tell whether a name begins with initials, and not with the letter of a list's item."""
    first, zone = candidate.tokens[0], candidate.run.zone
    if not first.kind & INITIAL:
        return False
    if zone.capitals:
        return alone_in_line(text, candidate)
    before = text[max(zone.start, candidate.start - 3) : candidate.start].rstrip(" \t")
    return len(first.word) > len("A.") or bool(before and before[-1] not in LETTERED)


def alone_in_line(text: str, candidate: Candidate) -> bool:
    """Tell whether an initial and a frequent surname fill a line, as in a list: `K. DEMPSEY`."""
    last = candidate.tokens[-1]
    known = last.kind & (GIVEN | SURNAME) and not last.kind & (NO_NAME & ~COMMON)
    if not is_family_name(last.word) and not known:
        return False
    zone = candidate.run.zone
    before = text[max(zone.start, candidate.start - WIDEST_LINE) : candidate.start]
    behind = text[candidate.end : candidate.end + WIDEST_LINE]
    return not before.rpartition("\n")[2].strip() and not behind.partition("\n")[0].strip()


def spoken(text: str, candidates: Sequence[Candidate]) -> Iterator[Find]:
    """Yield single words that speak again and again as only persons do, though never titled."""
    speaking = [one for one in candidates if may_speak(one)]
    speaking = [one for one in speaking if speaks(text, one) and not follows_the(text, one)]
    counted = Counter(one.tokens[-1].word for one in speaking)
    for candidate in speaking:
        if counted[candidate.tokens[-1].word] >= OFTEN:
            yield Find(candidate, "", "surname before words of speech")


def may_speak(candidate: Candidate) -> bool:
    """Tell whether a single word may be a surname of which nothing is known."""
    word, before = candidate.tokens[-1], candidate.before
    return (
        candidate.size == 1
        and candidate.behind is None
        and (before is None or bool(before.kind & COMMON))
        and not word.kind & (NO_NAME | GIVEN)
        and not word.word.isupper()
    )
