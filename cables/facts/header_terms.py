"""Terms and codes of a telegram: routing, precedence, procedural words, offices."""

import re
from dataclasses import dataclass
from functools import cache
from typing import Final

from cables.facts.tables import read_table

REMARK: Final = re.compile(r"(?<=\S) \([^)]*\)$")
"""A remark after a term that is not part of it. Example: `OO, PP, RR, ZZ (line 2)`."""

DIGITS: Final = re.compile(r"\d+")
"""Digits differ from cable to cable: `SECTION 01 OF 02` explains `SECTION 03 OF 11` too."""


@dataclass(frozen=True, slots=True, kw_only=True)
class HeaderTerm:
    """A term, or several that mean the same."""

    term: str
    """As listed in the table: `FM`, `QTE, QUOTE`, `RUEHxx`."""
    meaning: str
    """One sentence for a reader."""
    source: str
    """Source of the meaning."""


@cache
def all_terms() -> tuple[HeaderTerm, ...]:
    """Return all entries, in the order in which a telegram prints them."""
    return tuple(
        HeaderTerm(term=row["term"], meaning=row["meaning"], source=row["source"])
        for row in read_table("header_terms")
    )


def find_term(word: str) -> HeaderTerm | None:
    """Return the entry for a word of a telegram, or None.

    Args:
        word: As printed, any case: `FM`, `QUOTE`, `SECTION 02 OF 03`, `RUEHMO`, `VZCZCXRO4549`.
    """
    key = _key(word)
    exact = _terms_by_key().get(key)
    return exact or next((entry for form, entry in _forms() if form.fullmatch(key)), None)


def _key(word: str) -> str:
    return DIGITS.sub("0", " ".join(word.upper().split()))


@cache
def _terms_by_key() -> dict[str, HeaderTerm]:
    entries = [(_key(spelling), entry) for entry in all_terms() for spelling in _spellings(entry)]
    return dict(reversed(entries))


def _spellings(entry: HeaderTerm) -> list[str]:
    return [entry.term, *re.split(r", | \.\.\. ", REMARK.sub("", entry.term))]


@cache
def _forms() -> tuple[tuple[re.Pattern[str], HeaderTerm], ...]:
    """Entries that match many words: `RUEHxx`, `RUCNxxx` (any letters for x) and `VZCZ...`."""
    forms = []
    for entry in all_terms():
        if re.fullmatch(r"[A-Z]+x+", entry.term):
            stem = entry.term.rstrip("x")
            forms.append((re.compile(rf"{stem}[A-Z]{{1,4}}"), entry))
        elif entry.term.endswith("..."):
            forms.append((re.compile(rf"{entry.term.rstrip('.')}\w+"), entry))
    return tuple(forms)
