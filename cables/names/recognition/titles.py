"""The title before a name: `Deputy Speaker of the National Assembly`, `spokesman`, `Gen.`."""

import re
from collections.abc import Sequence
from typing import Final, NamedTuple

from cables.names.recognition.candidates import Candidate
from cables.names.recognition.capitalized_runs import FILL
from cables.names.recognition.word_kinds import (
    ACRONYM,
    ANY_TITLE,
    COMMON,
    DEMONYM,
    KIN,
    KNOWN,
    MODIFIER,
    OF_A_TITLE,
    ORGANISATION,
    PLACE,
    TITLE,
    kind,
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
CONNECTORS: Final = frozenset({"of", "for", "and", "the", "to", "on", "in", "at", "&"})
"""Small words inside titles."""
OFFICES: Final = frozenset({"fm", "ustr"})
"""Titles that in texts of capitals are the line of a sender, or an office."""
PARTED: Final = ("(", '"', "“")
"""Signs with which what stands behind begins anew."""
SIGNS: Final = re.compile(r"[^\w'’/&.\-]+")
OF_PLACES: Final = ORGANISATION | PLACE | DEMONYM
LINKED: Final = OF_PLACES | MODIFIER | ACRONYM | COMMON
MOST_BETWEEN: Final = 2
"""Words that may stand between a title and a name without an `of`: `Director Middle East`."""


class Title(NamedTuple):
    """A title before a name."""

    printed: str
    near: bool
    """True where a word of it touches the name."""
    strong: bool
    """True for titles proper (`Minister`), False for roles (`spokesman`) and kin (`son`)."""
    kin: bool = False
    """True where it only says what somebody is to another."""


NO_TITLE: Final = Title("", near=False, strong=False)


class Word(NamedTuple):
    """A word before a name that may belong to its title."""

    printed: str
    kind: int

    @property
    def connects(self) -> bool:
        """Tell whether it is an `of` or its like."""
        return bare(self.printed).lower() in CONNECTORS

    @property
    def bracketed(self) -> bool:
        """Tell whether it is an acronym in brackets: `Director General of Police (DGP)`."""
        return self.printed.startswith("(")

    @property
    def heads(self) -> bool:
        """Tell whether it may be what the title says that somebody is."""
        return bool(self.kind & ANY_TITLE or (self.kind & KIN and self.printed[:1].islower()))


def title_before(text: str, candidate: Candidate) -> Title:
    """Return the title that stands before a candidate; `NO_TITLE` where none does."""
    begin = max(candidate.run.zone.start, candidate.start - LONGEST)
    window = text[begin : candidate.start].replace(FILL, " ")
    taken: list[Word] = []
    for word in reversed(clause(window).split()[-MOST_WORDS:]):
        flags = title_kind(word, nearest=not taken, capitals=candidate.run.zone.capitals)
        if flags is None or (flags & KIN and any(one.kind & ANY_TITLE for one in taken)):
            break  # `son of President`: the son is somebody else
        taken.append(Word(word, flags))
    if not taken or (taken[0].printed.endswith(",") and not encloses(text, candidate)):
        return NO_TITLE
    return read_title(taken)


def clause(window: str) -> str:
    """Return the words behind the last sign that ends a clause."""
    cut = 0
    for end in CLAUSE.finditer(window):
        if not ABBREVIATED.search(window, 0, min(end.end(), end.start() + 2)):
            cut = end.end()
    return window[cut:]


def encloses(text: str, candidate: Candidate) -> bool:
    """Tell whether a full name stands between commas: `Another journalist, Jane Doe, said`."""
    return candidate.size > 1 and text[candidate.end : candidate.end + 1] in {",", "."}


def title_kind(printed: str, *, nearest: bool, capitals: bool) -> int | None:
    """Return the flags of a word that a title may hold; None where the title has begun."""
    word = bare(printed)
    lower = word.lower()
    if nearest and printed.endswith("),"):
        return None  # (where Doe is Chairman), a bank
    if nearest and printed.endswith((",", ")")) and "(" not in printed:
        return nearest_kind(word, printed[-1])
    bracketed = printed.startswith("(") and printed.endswith(")") and word.isupper()
    if bracketed or lower in CONNECTORS:
        return 0 if bracketed or not nearest else None
    if (
        printed.endswith((",", ")"))
        or printed.startswith(PARTED)
        or (capitals and lower in OFFICES)
    ):
        return None
    if flags := KNOWN.get(lower, 0) & OF_A_TITLE or stroked_kind(lower):
        return KNOWN.get(lower, 0) | flags
    return capital_kind(word, lower, capitals=capitals)


def nearest_kind(word: str, sign: str) -> int | None:
    """Return the flags of the word before a name that a comma or a bracket parts from it."""
    flags = KNOWN.get(word.lower(), 0)
    if flags & ANY_TITLE or (sign == ")" and flags & MODIFIER):
        return flags
    of_office = word[:1].isupper() and sign == ","  # Minister of Public Works, Jane Doe,
    return flags & LINKED or None if of_office else None


def stroked_kind(lower: str) -> int:
    """Return the flags of a title that is joined by a stroke or hyphen: `president/ceo`."""
    flags = 0
    if lower.endswith("-dr"):  # CAFTA-DR
        return flags
    if "/" in lower or "-" in lower:
        for part in lower.replace("/", "-").split("-"):
            flags |= KNOWN.get(part, 0) & OF_A_TITLE
    return flags


def capital_kind(word: str, lower: str, *, capitals: bool) -> int | None:
    """Return the flags of a name inside a title, of an office or a country; None for others."""
    if not word[:1].isupper():
        return None
    if lower.endswith(("'s", "’s")):
        return ORGANISATION
    flags = KNOWN.get(lower, 0)
    if capitals and not flags & OF_PLACES:  # in capitals nothing tells a name from a verb
        return kind(word) & ACRONYM or None
    return flags & (OF_PLACES | COMMON) or kind(word) & ACRONYM


def read_title(taken: Sequence[Word]) -> Title:
    """Return the title that words before a name make up, the nearest word first."""
    for at, word in enumerate(taken):
        if word.heads and (not at or leads_on(taken[:at])):
            last = max(at for at, word in enumerate(taken) if may_begin(word) or word.heads)
            words = [word.printed for word in reversed(taken[: last + 1])]
            words[-1] = words[-1].rstrip("," if words[-1].startswith("(") else ",)")
            return Title(
                " ".join(words),
                near=not at,
                strong=bool(word.kind & TITLE),
                kin=not word.kind & ANY_TITLE,
            )
    return NO_TITLE


def leads_on(between: Sequence[Word]) -> bool:
    """Tell whether the words between a title and a name belong to the title: `of Defense`."""
    nearest = between[0]
    if nearest.bracketed:
        return True
    if any(word.connects for word in between):
        return bool(nearest.kind & LINKED)
    return bool(nearest.kind & (MODIFIER | ACRONYM)) and len(between) <= MOST_BETWEEN


def may_begin(word: Word) -> bool:
    """Tell whether a title may begin with a word."""
    return bool(word.kind & (OF_A_TITLE | OF_PLACES | ACRONYM)) and not word.connects


def bare(word: str) -> str:
    """Return a word without the signs around and in it."""
    return SIGNS.sub("", word).rstrip(".")
