"""What makes a candidate a person: rules in the order in which they are trusted."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import Final, NamedTuple

from cables.text.people import context
from cables.text.people.candidates import Candidate
from cables.text.people.context import NO_TITLE, Title
from cables.text.people.words import (
    ANY_TITLE,
    COMMON,
    DEMONYM,
    GIVEN,
    INITIAL,
    MODIFIER,
    NO_NAME,
    ORGANISATION,
    PARTICLE,
    PLACE,
    SURNAME,
)

NO_FIRST_NAMES: Final = frozenset(
    "dar beit bayt jaysh jaish ansar umm hizb jund ahl ahrar asaib kata'ib dawa sharq quds qaeda qaida al-qaeda "
    "al-qaida al-aqsa jemaah lashkar harakat hizbul jamaat jamiat tehrik madrassa masjid wadi jebel jabal tell "
    "deir ain ayn ras khan port fort mount lake saint st san santa sao são los las el la le new nova novo novi "
    "rio rue calle avenida plaza villa casa grupo banco banca banque societe société compagnie groupe alianza "
    "partido movimiento frente union unión union's asociacion federacion confederacion instituto universidad "
    "colegio centro ministerio secretaria petro gaz nord sud stara stary velika krasny al-jazeera".split()
)
"""Words that begin names of places, bands and firms, though nothing else is known of them."""
MISTER: Final = frozenset("mr mrs ms dr miss mme messrs mr. mrs. ms. dr.".split())
LIST_GAP: Final = re.compile(
    r"\s?(?:\([^()]{1,80}\)\s?)?(?:,|;|\band\b|&|,\s+and\b|\bor\b)\s{1,4}(?:and\s+)?"
)


NUMBERS: Final = frozenset("II III IV V VI VII VIII IX X XI XII XIV XV XVI XXIII".split())


SURE_PARTICLES: Final = frozenset({"van", "von", "bin", "ibn"})
"""Particles that in small letters before a capital make a surname, whatever else is known."""


LONGEST_GAP: Final = 90
PLURAL: Final = frozenset(
    "presidents ex-presidents ministers senators representatives ambassadors generals governors "
    "deputies congressmen secretaries messrs mps judges directors kings princes colonels".split()
)


SUBJECT_BEFORE: Final = re.compile(r"(?:SUBJ(?:ECT)?:?|\n|\d[.)]|-)[ \t]*$")


class Find(NamedTuple):
    """A candidate that is a person, and why."""

    candidate: Candidate
    title: str
    """As printed, before or behind the name."""
    rule: str


class Weighed(NamedTuple):
    """A candidate with the title before it."""

    candidate: Candidate
    title: Title


def fresh_finds(text: str, candidates: Sequence[Candidate]) -> Iterator[Find]:
    """Yield the candidates that something beside them shows to be persons."""
    for candidate in candidates:
        if found := fresh(text, candidate):
            yield found


def fresh(text: str, candidate: Candidate) -> Find | None:
    """Return the find that a candidate is by what stands in and beside it."""
    if part_of_more(candidate):
        return None
    title = context.title_before(text, candidate)
    if title.near and (rule := titled(text, candidate, title)):
        return Find(candidate, title.printed, rule)
    size = candidate.size
    initials = candidate.tokens[0].kind & INITIAL
    if size < 2 and not (initials and size) and not numbered(candidate):  # noqa: PLR2004
        if title is not NO_TITLE and title.strong and distant(candidate, title):
            return Find(candidate, title.printed, "name after a title")
        return Find(candidate, "", "surname with a particle") if with_particle(candidate) else None
    if candidate.tokens[0].word.lower() in NO_FIRST_NAMES:
        return None
    given = given_name(candidate) or numbered(candidate)
    if title is not NO_TITLE and (given or unknown(candidate)):
        return Find(candidate, title.printed, "name after a role")
    if context.follows_the(text, candidate):
        return None
    role = context.role_behind(text, candidate)
    if given:
        return Find(candidate, role, "name before a role" if role else "given name and surname")
    if given_inside(candidate):
        return Find(candidate, role, "given name inside a name")
    if initials and not candidate.run.zone.capitals and not lettered(text, candidate):
        return Find(candidate, role, "initials and surname")
    if candidate.run.zone.capitals or not unknown(candidate):
        return None
    if role:
        return Find(candidate, role, "name before a role")
    if context.AGE.match(text, candidate.end):
        return Find(candidate, "", "name before an age")
    if context.speaks(text, candidate):
        return Find(candidate, "", "name before a word of speech")
    if particled(candidate):
        return Find(candidate, "", "name with a particle")
    return None


def lettered(text: str, candidate: Candidate) -> bool:
    """Tell whether an initial is the letter of a list's item."""
    before = text[max(candidate.run.zone.start, candidate.start - 3) : candidate.start].rstrip(
        " \t"
    )
    return len(candidate.tokens[0].word) < 3 and (not before or before[-1] in "\n¶(")  # noqa: PLR2004


def part_of_more(candidate: Candidate) -> bool:
    """Tell whether a name is only part of an institution's: `Konrad Adenauer Foundation`."""
    behind = candidate.behind
    if behind is None:
        return False
    flags = behind.kind
    if flags == -1:
        return False
    if flags & ANY_TITLE or candidate.run.zone.capitals:
        return bool(flags & ORGANISATION) and not flags & ANY_TITLE
    return bool(flags & (ORGANISATION | PLACE))


def titled(text: str, candidate: Candidate, title: Title) -> str:
    """Return the rule by which a title that touches a name makes it a person's, or nothing."""
    size = candidate.size
    first = candidate.tokens[0]
    if title.kin and (size < 2 or not (given_name(candidate) or unknown(candidate))):  # noqa: PLR2004
        return ""
    if size == 1:
        word = max(candidate.tokens, key=lambda token: len(token.word))
        if candidate.run.zone.capitals and not (title.strong and stands_alone(text, candidate)):
            return ""
        if len(word.word) < 3 and word.kind != GIVEN:  # noqa: PLR2004
            return ""
        if word.word.lower() in NO_FIRST_NAMES or (
            word.word.isupper() and not candidate.run.zone.capitals and len(word.word) < 4
        ):  # noqa: PLR2004
            return ""
        if word.kind & NO_NAME and not word.kind & (SURNAME | GIVEN):
            return ""
        if word.kind & PLACE and candidate.run.zone.capitals:
            return ""
        return "name after a title"
    if first.word.lower() in NO_FIRST_NAMES and not first.kind & PARTICLE:
        return ""
    return "name after a title"


def stands_alone(text: str, candidate: Candidate) -> bool:
    """Tell whether no `OF` or `FOR` follows, as behind `CHIEF DEMOGRAPHER OF`."""
    behind = text[candidate.end : candidate.end + 8].split()[:1]
    return candidate.owns or behind not in (["OF"], ["FOR"], ["IN"])


def distant(candidate: Candidate, title: Title) -> bool:
    """Tell whether one word alone may be a name behind `Minister of Defense`."""
    word = candidate.tokens[-1]
    before = candidate.before
    return (
        before is not None
        and bool(before.kind & (ORGANISATION | PLACE | DEMONYM | MODIFIER))
        and " of " in f" {title.printed} "
        and not word.kind & NO_NAME
        and word.word.lower() not in NO_FIRST_NAMES
        and len(word.word) > 3  # noqa: PLR2004
        and not (word.word.isupper() and not candidate.run.zone.capitals)
        and bool(before.kind & MODIFIER)
    )


def given_name(candidate: Candidate) -> bool:
    """Tell whether a name begins with a given name and has a surname behind it."""
    words = [token for token in candidate.tokens if not token.kind & INITIAL]
    first, last = words[0], words[-1]
    if not first.kind & GIVEN or len(words) < 2:  # noqa: PLR2004
        return False
    if first.kind & (NO_NAME & ~COMMON) and not last.kind & SURNAME and last.kind & NO_NAME:
        return False
    if candidate.run.zone.capitals:
        return not last.kind & (NO_NAME & ~SURNAME) or bool(last.kind & SURNAME)
    return True


def with_particle(candidate: Candidate) -> bool:
    """Tell whether a surname has a particle in small letters before it: `van Gogh`, `bin Laden`."""
    first, last = candidate.tokens[0], candidate.tokens[-1]
    return (
        first.word in SURE_PARTICLES
        and not last.kind & (NO_NAME | PARTICLE)
        and not (last.word.isupper() or candidate.run.zone.capitals)
        and len(last.word) > 2  # noqa: PLR2004
    )


def given_inside(candidate: Candidate) -> bool:
    """Tell whether a given name stands between words of which nothing is known."""
    inside = candidate.tokens[1:-1]
    return (
        not candidate.run.zone.capitals
        and unknown(candidate)
        and any(token.kind == GIVEN for token in inside)
    )


def numbered(candidate: Candidate) -> bool:
    """Tell whether a name is a given name with a number, as popes and kings have: `Pius XII`."""
    first, *rest = candidate.tokens
    number = rest[-1].word if rest else ""
    return bool(first.kind & GIVEN) and number.isupper() and number in NUMBERS


def unknown(candidate: Candidate) -> bool:
    """Tell whether no word of a name is known as anything but a name."""
    return all(
        not token.kind & NO_NAME or token.kind & (SURNAME | GIVEN) for token in candidate.tokens
    )


def particled(candidate: Candidate) -> bool:
    """Tell whether a name holds an Arabic particle: `Nouri al-Maliki`."""
    return any(
        token.word.lower().startswith(
            ("al-", "el-", "as-", "ar-", "ad-", "ul-", "abdul", "abdel", "abu")
        )
        or (token.word.lower() in {"bin", "ibn", "ould"} and token.word.islower())
        for token in candidate.tokens[1:]
    )


def listed(text: str, candidates: Sequence[Candidate], finds: Sequence[Find]) -> Iterator[Find]:
    """Yield the candidates that stand in a list beside persons found.

    Args:
        text: With page marks filled.
        candidates: In the order of the text.
        finds: What other rules found.
    """
    known = {find.candidate.start: find for find in finds}
    for direction in (1, -1):
        before: Find | None = None
        for candidate in candidates[::direction]:
            if found := known.get(candidate.start):
                before = found
            elif (
                before
                and beside(text, before.candidate, candidate, direction)
                and list_worthy(candidate, before.title if direction > 0 else "")
            ):
                title = before.title if direction > 0 and is_plural(before.title) else ""
                before = Find(candidate, title, "name in a list of names")
                known[candidate.start] = before
                yield before
            else:
                before = None


def beside(text: str, one: Candidate, other: Candidate, direction: int) -> bool:
    """Tell whether nothing but a comma, an `and` or a bracket stands between two names."""
    first, second = (one, other) if direction > 0 else (other, one)
    if second.run.zone is not first.run.zone or second.start - first.end > LONGEST_GAP:
        return False
    return second.start > first.end and bool(LIST_GAP.fullmatch(text, first.end, second.start))


def list_worthy(candidate: Candidate, title: str) -> bool:
    """Tell whether a candidate in a list is likely to be a person as its neighbours are."""
    if (
        not unknown(candidate)
        or part_of_more(candidate)
        or candidate.tokens[0].word.lower() in NO_FIRST_NAMES
        or len(candidate.tokens) < len(candidate.run.tokens)
    ):
        return False
    if is_plural(title):
        return len(candidate.tokens[-1].word) > 2  # noqa: PLR2004
    return candidate.size > 1 and not candidate.run.zone.capitals


def is_plural(title: str) -> bool:
    """Tell whether a title is that of several: `Senators`, in front of a list of surnames."""
    last = title.lower().split()[-1:]
    return bool(last) and last[0] in PLURAL


def inverted(text: str, candidates: Sequence[Candidate]) -> Iterator[Find]:
    """Yield names that a subject or a list writes surname first: `DOUGLAS, ROBERT`."""
    for one, other in pairwise(candidates):
        if (
            one.size == 1
            and one.run.zone is other.run.zone
            and one.run.zone.capitals
            and text[one.end : other.start] in {", ", ","}
            and not one.tokens[-1].kind & (NO_NAME | GIVEN)
            and all(token.kind & (GIVEN | INITIAL) for token in other.tokens)
            and other.tokens[0].kind & GIVEN
            and alone_on_line(text, one, other)
        ):
            tokens = (*one.tokens, *other.tokens)
            yield Find(Candidate(tokens, one.run, one.first), "", "surname first")


def alone_on_line(text: str, one: Candidate, other: Candidate) -> bool:
    """Tell whether an inverted name opens a line or subject, and no list of names goes on."""
    before = text[max(one.run.zone.start, one.start - 12) : one.start]
    opens = not before.strip(" \t") or SUBJECT_BEFORE.search(before) is not None
    return opens and text[other.end : other.end + 1] not in {",", ";"}


def spoken(text: str, candidates: Sequence[Candidate]) -> Iterator[Find]:
    """Yield single words that speak again and again as only persons do, though never titled."""
    counted: Counter[str] = Counter()
    waiting: list[Candidate] = []
    for candidate in candidates:
        word = candidate.tokens[-1]
        if (
            candidate.size == 1
            and not word.kind & NO_NAME
            and not word.kind & GIVEN
            and not candidate.run.zone.capitals
            and not word.word.isupper()
            and len(candidate.run.tokens) == len(candidate.tokens)
            and context.speaks(text, candidate)
            and not context.follows_the(text, candidate)
        ):
            counted[word.word] += 1
            waiting.append(candidate)
    for candidate in waiting:
        if counted[candidate.tokens[-1].word] > 2:  # noqa: PLR2004
            yield Find(candidate, "", "surname before words of speech")
