"""Titles before names: `Deputy Speaker of the National Assembly`, `spokesman`, `Gen.`.

Titles that differ usually belong to one person: a `CODEL` is a Senator, a minister was once an
ambassador. Only heads of state are not also aides, commanders or wives, so that only the highest
offices keep names apart: `President Arias` is not the commander Martin Arias.
"""

import re
from collections.abc import Collection, Sequence
from functools import lru_cache
from typing import Final, NamedTuple

from cables.names.recognition.capitalized_runs import FILL
from cables.names.recognition.values import Candidate
from cables.names.recognition.word_kinds import (
    ACRONYM,
    COMMON,
    DEMONYM,
    KIN,
    KNOWN_WORDS,
    MODIFIER,
    ORGANIZATION,
    PLACE,
    TITLE,
    TITLE_KINDS,
    TITLE_OR_ROLE,
    word_kind,
)

LONGEST: Final = 150
"""Characters before a name that are searched for its title."""
MOST_WORDS: Final = 12
CLAUSE: Final = re.compile(r"[.;:!?\"”]\s|--|\s-\s|\n[ \t]*\n")
"""What ends a title, except the period of an abbreviation."""
ABBREVIATED: Final = re.compile(
    r"""
    \b (?: [A-Z] | Mrs? | Ms | Dr | Gen | Col | Lt | Maj | Capt | Gov | Sen | Rep | Prof | Amb | Adm
      | Brig | Dep | Asst | Sec | Min | Hon | Rev | Messrs | Pres | Eng )
    \. \s? $
    """,
    re.VERBOSE | re.IGNORECASE,
)
CONNECTORS: Final = frozenset({"of", "for", "and", "the", "to", "on", "in", "at", "&"})
"""Small words inside titles."""
OFFICES: Final = frozenset({"fm", "ustr"})
"""Titles that in capitals mean a sender line or an office."""
OPENERS: Final = ("(", '"', "“")
"""Signs that begin something new."""
SIGNS: Final = re.compile(r"[^\w'’/&.\-]+")
OF_PLACES: Final = ORGANIZATION | PLACE | DEMONYM
LINKED: Final = OF_PLACES | MODIFIER | ACRONYM | COMMON
MOST_BETWEEN: Final = 2
"""Words between a title and a name without an `of`: `Director Middle East`."""
HIGHEST: Final = frozenset({"president", "king", "queen", "pope", "chancellor"})
PRIME: Final = frozenset({"pm", "premier", "prime"})
"""Heads of government, who may hold other offices too and so keep no names apart."""
KIN_WORDS: Final = frozenset(
    {"wife", "husband", "widow", "son", "daughter", "nephew", "niece", "cousin"}
)
"""Relations to an office holder: `wife of the President`. A brother may succeed."""
_OTHERS = """
    minister minster ambassador mayor governor senator deputy congressman dcm counselor mp secretary
    aide adviser advisor assistant spokesman spokeswoman spokesperson commander director executive
    manager officer analyst
"""
OTHER_OFFICES: Final = frozenset(_OTHERS.split()) | KIN_WORDS
DEPUTY: Final = re.compile(
    r"\b(?:vice|deputy)[ -](?:presidents?|premier|chancellor|pm|prime\s+minister)\b"
)
"""An office below the highest."""
OF_ANOTHER: Final = re.compile(
    rf"\b({'|'.join(sorted(KIN_WORDS))}) of .*"
    r"|\b(aide|advis[eo]r|assistant|spokes\w+|secretary|counselor) (?:to|for) .*"
)
"""Whose relative or aide a person is."""
NOT_TITLE: Final = re.compile(r"(?:(?i:by|lead-up to)|.*-DR\b[.)]*(?: to)?) (?=[A-Z])", re.DOTALL)
"""Words before a title that do not belong to it: `BY AMBASSADOR`, `CAFTA-DR to President`."""
NO_OFFICE: Final = re.compile(r"(?:\b(?:mrs?|ms|miss)\b|[\d\W])+|.*-dr\.", re.IGNORECASE)
"""What is not an office: `MRS.`, a number, `CAFTA-DR.`."""
THREE_LETTERS: Final = re.compile(r"[^\W\d_]{3}")
FAMILY: Final = re.compile(r"\bthe\s{1,3}([A-Z][a-z]{2,20})s\b(?!-)")
"""Several people of one surname: `the Chiracs`."""


class Title(NamedTuple):
    """A title before a name."""

    printed: str
    adjacent: bool
    """True if nothing separates it from the name."""
    strong: bool
    """True for titles proper (`Minister`), False for roles (`spokesman`) and kin (`son`)."""
    kin: bool = False
    """True if it is only a relation to another person."""


NO_TITLE: Final = Title("", adjacent=False, strong=False)


class TitleWord(NamedTuple):
    """A word before a name that may belong to its title."""

    printed: str
    kind: int

    @property
    def is_connector(self) -> bool:
        """True for `of` and similar words."""
        return strip_punctuation(self.printed).lower() in CONNECTORS

    @property
    def in_parentheses(self) -> bool:
        """True for an acronym in parentheses: `Director General of Police (DGP)`."""
        return self.printed.startswith("(")

    @property
    def can_head_title(self) -> bool:
        """True if the word can be the office that the title names."""
        return bool(self.kind & TITLE_OR_ROLE or (self.kind & KIN and self.printed[:1].islower()))


def title_before(text: str, candidate: Candidate) -> Title:
    """Return the title before a candidate, or `NO_TITLE`."""
    begin = max(candidate.run.zone.start, candidate.start - LONGEST)
    window = text[begin : candidate.start].replace(FILL, " ")
    words: list[TitleWord] = []
    for word in reversed(_clause(window).split()[-MOST_WORDS:]):
        flags = _title_kind(word, nearest=not words, capitals=candidate.run.zone.all_caps)
        if flags is None or (flags & KIN and any(later.kind & TITLE_OR_ROLE for later in words)):
            break  # `son of President`: the son is another person
        words.append(TitleWord(word, flags))
    if not words or (words[0].printed.endswith(",") and not _is_between_commas(text, candidate)):
        return NO_TITLE
    return _build_title(words)


def _clause(window: str) -> str:
    """Return the words after the last sign that ends a clause."""
    cut = 0
    for end in CLAUSE.finditer(window):
        if not ABBREVIATED.search(window, 0, min(end.end(), end.start() + 2)):
            cut = end.end()
    return window[cut:]


def _is_between_commas(text: str, candidate: Candidate) -> bool:
    """Return whether a full name is between commas: `Another journalist, Jane Doe, said`."""
    return candidate.size > 1 and text[candidate.end : candidate.end + 1] in {",", "."}


def _title_kind(printed: str, *, nearest: bool, capitals: bool) -> int | None:
    """Return the kinds of a word that a title may contain; None if the word ends the title."""
    word = strip_punctuation(printed)
    lower = word.lower()
    if nearest and printed.endswith("),"):
        return None  # (where Doe is Chairman), a bank
    if nearest and printed.endswith((",", ")")) and "(" not in printed:
        return _nearest_kind(word, printed[-1])
    in_parentheses = printed.startswith("(") and printed.endswith(")") and word.isupper()
    if in_parentheses or lower in CONNECTORS:
        return 0 if in_parentheses or not nearest else None
    if (
        printed.endswith((",", ")"))
        or printed.startswith(OPENERS)
        or (capitals and lower in OFFICES)
    ):
        return None
    if flags := KNOWN_WORDS.get(lower, 0) & TITLE_KINDS or _compound_kind(lower):
        return KNOWN_WORDS.get(lower, 0) | flags
    return _capital_kind(word, lower, capitals=capitals)


def _nearest_kind(word: str, sign: str) -> int | None:
    """Return the kinds of the word that a comma or parenthesis separates from a name."""
    flags = KNOWN_WORDS.get(word.lower(), 0)
    if flags & TITLE_OR_ROLE or (sign == ")" and flags & MODIFIER):
        return flags
    of_office = word[:1].isupper() and sign == ","  # Minister of Public Works, Jane Doe,
    return flags & LINKED or None if of_office else None


def _compound_kind(lower: str) -> int:
    """Return the kinds of a title with a slash or hyphen: `president/ceo`."""
    flags = 0
    if lower.endswith("-dr"):  # CAFTA-DR
        return flags
    if "/" in lower or "-" in lower:
        for part in lower.replace("/", "-").split("-"):
            flags |= KNOWN_WORDS.get(part, 0) & TITLE_KINDS
    return flags


def _capital_kind(word: str, lower: str, *, capitals: bool) -> int | None:
    """Return the kinds of a name of an office or country inside a title; None for others."""
    if not word[:1].isupper():
        return None
    if lower.endswith(("'s", "’s")):
        return ORGANIZATION
    flags = KNOWN_WORDS.get(lower, 0)
    if capitals and not flags & OF_PLACES:  # in capitals names look like verbs
        return word_kind(word) & ACRONYM or None
    return flags & (OF_PLACES | COMMON) or word_kind(word) & ACRONYM


def _build_title(words: Sequence[TitleWord]) -> Title:
    """Return the title that words before a name make up, given nearest first."""
    for index, word in enumerate(words):
        if word.can_head_title and (not index or _connects_title_to_name(words[:index])):
            first = max(
                position
                for position, other in enumerate(words)
                if _may_begin(other) or other.can_head_title
            )
            printed = [title_word.printed for title_word in reversed(words[: first + 1])]
            printed[-1] = printed[-1].rstrip("," if printed[-1].startswith("(") else ",)")
            return Title(
                " ".join(printed),
                adjacent=not index,
                strong=bool(word.kind & TITLE),
                kin=not word.kind & TITLE_OR_ROLE,
            )
    return NO_TITLE


def _connects_title_to_name(between: Sequence[TitleWord]) -> bool:
    """Return whether the words between a title and a name belong to the title: `of Defense`."""
    nearest = between[0]
    if nearest.in_parentheses:
        return True
    if any(word.is_connector for word in between):
        return bool(nearest.kind & LINKED)
    return bool(nearest.kind & (MODIFIER | ACRONYM)) and len(between) <= MOST_BETWEEN


def _may_begin(word: TitleWord) -> bool:
    return bool(word.kind & (TITLE_KINDS | OF_PLACES | ACRONYM)) and not word.is_connector


def strip_punctuation(word: str) -> str:
    """Return a word without the punctuation around and in it."""
    return SIGNS.sub("", word).rstrip(".")


def titles_conflict(titles: Collection[str], title: str, *, surname_only: bool) -> bool:
    """Return whether a title before a surname speaks against a person of that surname.

    Args:
        titles: Titles of the person so far.
        title: As printed before the surname.
        surname_only: Whether no full name of the person is known.
    """
    if is_highest_office(title):
        known = frozenset[str]().union(*map(_office_words, titles))
        return bool(known & OTHER_OFFICES) and not known & (HIGHEST | PRIME)
    words = _office_words(title)
    if not surname_only or "minister" not in words or words & (PRIME | {"former"}):
        return False
    return bool(titles) and all(map(is_highest_office, titles))


def is_highest_office(title: str) -> bool:
    """Return whether a title is one of the highest offices, of which a country has one each."""
    words = _office_words(title)
    return bool(words & HIGHEST) and not words & (PRIME | {"vice", "second"})


@lru_cache(maxsize=4096)
def _office_words(title: str) -> frozenset[str]:
    """Return the words of a title in lower case, omitting whose relative or aide a person is."""
    lower = DEPUTY.sub("second", " ".join(title.lower().split()))
    return frozenset(OF_ANOTHER.sub(r"\1\2", lower).replace(",", " ").split())


def shared_surnames(text: str) -> frozenset[str]:
    """Return the surnames, in lower case, that a cable uses in the plural."""
    return frozenset(match[1].lower() for match in FAMILY.finditer(text))


def clean_title(printed: str) -> str:
    """Return a title without words that do not belong to it; empty if it names no office.

    A title without three consecutive letters must be a known one: `PM`, `A/S`.
    """
    prefix = NOT_TITLE.match(printed)
    title = printed[prefix.end() :] if prefix else printed
    if NO_OFFICE.fullmatch(title):
        return ""
    known = THREE_LETTERS.search(title) or any(
        KNOWN_WORDS.get(word.strip(".,").lower(), 0) & TITLE_OR_ROLE for word in title.split()
    )
    return title if known else ""
