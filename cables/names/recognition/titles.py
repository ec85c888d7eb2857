"""The title before a name: `Deputy Speaker of the National Assembly`, `spokesman`, `Gen.`."""

import re
from collections.abc import Sequence
from typing import Final, NamedTuple

from cables.names.recognition.candidates import Candidate
from cables.names.recognition.capitalized_runs import FILL
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
"""Characters before a name in which its title is looked for."""
MOST_WORDS: Final = 12
CLAUSE: Final = re.compile(r"[.;:!?\"”]\s|--|\s-\s|\n[ \t]*\n")
"""What a title does not run over, but for the full stop of an abbreviation."""
ABBREVIATED: Final = re.compile(
    r"""
    \b (?: [A-Z] | Mrs? | Ms | Dr | Gen | Col | Lt | Maj | Capt | Gov | Sen | Rep | Prof | Amb | Adm
      | Brig | Dep | Asst | Sec | Min | Hon | Rev | Messrs | Pres | Eng )
    \. \s? $
    """,
    re.VERBOSE | re.IGNORECASE,
)
LONGEST_ABBREVIATION: Final = len("Messrs.")
CONNECTORS: Final = frozenset({"of", "for", "and", "the", "to", "on", "in", "at", "&"})
"""Small words inside titles."""
OFFICES: Final = frozenset({"fm", "ustr"})
"""Titles that in texts of capitals are the line of a sender, or an office."""
PARTED: Final = ("(", '"', "“")
"""Signs with which what stands behind begins anew."""
SIGNS: Final = re.compile(r"[^\w'’/&.\-]+")
OF_PLACES: Final = ORGANIZATION | PLACE | DEMONYM
LINKED: Final = OF_PLACES | MODIFIER | ACRONYM | COMMON
MOST_BETWEEN: Final = 2
"""Words that may stand between a title and a name without an `of`: `Director Middle East`."""


class Title(NamedTuple):
    """A title before a name."""

    printed: str
    adjacent: bool
    """True where a word of it touches the name."""
    strong: bool
    """True for titles proper (`Minister`), False for roles (`spokesman`) and kin (`son`)."""
    kin: bool = False
    """True where it only says what somebody is to another."""


NO_TITLE: Final = Title("", adjacent=False, strong=False)


class TitleWord(NamedTuple):
    """A word before a name that may belong to its title."""

    printed: str
    kind: int

    @property
    def is_connector(self) -> bool:
        """Tell whether it is an `of` or its like."""
        return strip_punctuation(self.printed).lower() in CONNECTORS

    @property
    def bracketed(self) -> bool:
        """Tell whether it is an acronym in brackets: `Director General of Police (DGP)`."""
        return self.printed.startswith("(")

    @property
    def can_head_title(self) -> bool:
        """Tell whether it may be what the title says that somebody is."""
        return bool(self.kind & TITLE_OR_ROLE or (self.kind & KIN and self.printed[:1].islower()))


def title_before(text: str, candidate: Candidate) -> Title:
    """Return the title that stands before a candidate; `NO_TITLE` where none does."""
    begin = max(candidate.run.zone.start, candidate.start - LONGEST)
    window = text[begin : candidate.start].replace(FILL, " ")
    taken: list[TitleWord] = []
    for word in reversed(_clause(window).split()[-MOST_WORDS:]):
        flags = _title_kind(word, nearest=not taken, capitals=candidate.run.zone.all_caps)
        if flags is None or (flags & KIN and any(one.kind & TITLE_OR_ROLE for one in taken)):
            break  # `son of President`: the son is somebody else
        taken.append(TitleWord(word, flags))
    if not taken or (taken[0].printed.endswith(",") and not _is_between_commas(text, candidate)):
        return NO_TITLE
    return _build_title(taken)


def _clause(window: str) -> str:
    """Return the words behind the last sign that ends a clause."""
    for end in reversed(list(CLAUSE.finditer(window))):
        floor = max(0, end.start() - LONGEST_ABBREVIATION)
        if not ABBREVIATED.search(window, floor, min(end.end(), end.start() + 2)):
            return window[end.end() :]
    return window


def _is_between_commas(text: str, candidate: Candidate) -> bool:
    """Tell whether a full name stands between commas: `Another journalist, Jane Doe, said`."""
    return candidate.size > 1 and text[candidate.end : candidate.end + 1] in {",", "."}


def _title_kind(printed: str, *, nearest: bool, capitals: bool) -> int | None:
    """Return the flags of a word that a title may hold; None where the title has begun."""
    word = strip_punctuation(printed)
    lower = word.lower()
    if nearest and printed.endswith("),"):
        return None  # (where Doe is Chairman), a bank
    if nearest and printed.endswith((",", ")")) and "(" not in printed:
        return _nearest_kind(word, printed[-1])
    bracketed = printed.startswith("(") and printed.endswith(")") and word.isupper()
    if bracketed or lower in CONNECTORS:
        return 0 if bracketed or not nearest else None
    if (
        printed.endswith((",", ")"))
        or printed.startswith(PARTED)
        or (capitals and lower in OFFICES)
    ):
        return None
    if flags := KNOWN_WORDS.get(lower, 0) & TITLE_KINDS or _compound_kind(lower):
        return KNOWN_WORDS.get(lower, 0) | flags
    return _capital_kind(word, lower, capitals=capitals)


def _nearest_kind(word: str, sign: str) -> int | None:
    """Return the flags of the word before a name that a comma or a bracket parts from it."""
    flags = KNOWN_WORDS.get(word.lower(), 0)
    if flags & TITLE_OR_ROLE or (sign == ")" and flags & MODIFIER):
        return flags
    of_office = word[:1].isupper() and sign == ","  # Minister of Public Works, Jane Doe,
    return flags & LINKED or None if of_office else None


def _compound_kind(lower: str) -> int:
    """Return the flags of a title that is joined by a stroke or hyphen: `president/ceo`."""
    flags = 0
    if lower.endswith("-dr"):  # CAFTA-DR
        return flags
    if "/" in lower or "-" in lower:
        for part in lower.replace("/", "-").split("-"):
            flags |= KNOWN_WORDS.get(part, 0) & TITLE_KINDS
    return flags


def _capital_kind(word: str, lower: str, *, capitals: bool) -> int | None:
    """Return the flags of a name inside a title, of an office or a country; None for others."""
    if not word[:1].isupper():
        return None
    if lower.endswith(("'s", "’s")):
        return ORGANIZATION
    flags = KNOWN_WORDS.get(lower, 0)
    if capitals and not flags & OF_PLACES:  # in capitals nothing tells a name from a verb
        return word_kind(word) & ACRONYM or None
    return flags & (OF_PLACES | COMMON) or word_kind(word) & ACRONYM


def _build_title(taken: Sequence[TitleWord]) -> Title:
    """Return the title that words before a name make up, the nearest word first."""
    for at, word in enumerate(taken):
        if word.can_head_title and (not at or _connects_title_to_name(taken[:at])):
            last = max(
                at for at, word in enumerate(taken) if _may_begin(word) or word.can_head_title
            )
            words = [word.printed for word in reversed(taken[: last + 1])]
            words[-1] = words[-1].rstrip("," if words[-1].startswith("(") else ",)")
            return Title(
                " ".join(words),
                adjacent=not at,
                strong=bool(word.kind & TITLE),
                kin=not word.kind & TITLE_OR_ROLE,
            )
    return NO_TITLE


def _connects_title_to_name(between: Sequence[TitleWord]) -> bool:
    """Tell whether the words between a title and a name belong to the title: `of Defense`."""
    nearest = between[0]
    if nearest.bracketed:
        return True
    if any(word.is_connector for word in between):
        return bool(nearest.kind & LINKED)
    return bool(nearest.kind & (MODIFIER | ACRONYM)) and len(between) <= MOST_BETWEEN


def _may_begin(word: TitleWord) -> bool:
    """Tell whether a title may begin with a word."""
    return bool(word.kind & (TITLE_KINDS | OF_PLACES | ACRONYM)) and not word.is_connector


def strip_punctuation(word: str) -> str:
    """Return a word without the signs around and in it."""
    return SIGNS.sub("", word).rstrip(".")
