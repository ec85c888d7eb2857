"""Whether a title speaks against a person: `President Arias` is not the commander Martin Arias.

Two titles that differ are most often one person's: a `CODEL` is a Senator, a minister an
Ambassador once, and a cable brings in by the whole name whom it has called by office and surname
before. Only who leads a country or wears a crown is not an aide, a commander or a wife as well, so
that the highest offices alone part names.
"""

import re
from collections.abc import Collection
from functools import lru_cache
from typing import Final

from cables.names.recognition.word_kinds import KNOWN_WORDS, TITLE_OR_ROLE

HIGHEST: Final = frozenset({"president", "king", "queen", "pope", "chancellor"})
PRIME: Final = frozenset({"pm", "premier", "prime"})
"""Who may have been another minister, and may be a president one day: part no names."""
KIN: Final = frozenset({"wife", "husband", "widow", "son", "daughter", "nephew", "niece", "cousin"})
"""Whose title may hold another's office: `wife of the President`. A brother may succeed."""
_OTHERS = """
    minister minster ambassador mayor governor senator deputy congressman dcm counselor mp secretary
    aide adviser advisor assistant spokesman spokeswoman spokesperson commander director executive
    manager officer analyst
"""
OTHER_OFFICES: Final = frozenset(_OTHERS.split()) | KIN
SECOND: Final = re.compile(
    r"\b(?:vice|deputy)[ -](?:presidents?|premier|chancellor|pm|prime\s+minister)\b"
)
"""An office below the highest."""
OF_ANOTHER: Final = re.compile(
    rf"\b({'|'.join(sorted(KIN))}) of .*"
    r"|\b(aide|advis[eo]r|assistant|spokes\w+|secretary|counselor) (?:to|for) .*"
)
"""Whose kin or aide somebody is."""
BEFORE: Final = re.compile(r"(?:(?i:by|lead-up to)|.*-DR\b[.)]*(?: to)?) (?=[A-Z])", re.DOTALL)
"""What is read before a title and is none of it: `BY AMBASSADOR`, `CAFTA-DR to President`."""
NO_OFFICE: Final = re.compile(r"(?:\b(?:mrs?|ms|miss)\b|[\d\W])+|.*-dr\.", re.IGNORECASE)
"""What says nothing of what somebody is: `MRS.`, a number, `CAFTA-DR.`."""
WORD: Final = re.compile(r"[^\W\d_]{3}")
FAMILY: Final = re.compile(r"\bthe\s{1,3}([A-Z][a-z]{2,20})s\b(?!-)")
"""Two of one surname at least: `the Chiracs`."""


def titles_conflict(titles: Collection[str], title: str, *, surname_only: bool) -> bool:
    """Tell whether a title before a bare surname speaks against somebody of that surname.

    Args:
        titles: What the person is called so far.
        title: As printed before the surname.
        surname_only: Whether no whole name of the person is known.
    """
    if is_highest_office(title):
        known = frozenset[str]().union(*map(_office_words, titles))
        return bool(known & OTHER_OFFICES) and not known & (HIGHEST | PRIME)
    words = _office_words(title)
    if not surname_only or "minister" not in words or words & (PRIME | {"former"}):
        return False
    return bool(titles) and all(map(is_highest_office, titles))


def is_highest_office(title: str) -> bool:
    """Tell whether a title is of one of the highest offices, of which a country has one each."""
    words = _office_words(title)
    return bool(words & HIGHEST) and not words & (PRIME | {"vice", "second"})


@lru_cache(maxsize=4096)
def _office_words(title: str) -> frozenset[str]:
    """Return the words of a title in small letters, whose kin or aide somebody is left out."""
    lower = SECOND.sub("second", " ".join(title.lower().split()))
    return frozenset(OF_ANOTHER.sub(r"\1\2", lower).replace(",", " ").split())


def shared_surnames(text: str) -> frozenset[str]:
    """Return the surnames, in small letters, that a cable uses of more than one at once."""
    return frozenset(found[1].lower() for found in FAMILY.finditer(text))


def clean_title(printed: str) -> str:
    """Return a title without what is none of it; nothing where it says nothing of anybody.

    What has no three letters on end is a title if it is known as one: `PM`, `A/S`.
    """
    before = BEFORE.match(printed)
    title = printed[before.end() :] if before else printed
    if NO_OFFICE.fullmatch(title):
        return ""
    known = WORD.search(title) or any(
        KNOWN_WORDS.get(word.strip(".,").lower(), 0) & TITLE_OR_ROLE for word in title.split()
    )
    return title if known else ""
