"""A reader's words as a small value: what must occur, what may, what must not, and in which field.

Plain Python, and total: any text at all gives a value. What could not be used is told in a remark,
never answered with an error.
"""

import re
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Final, Literal

LONGEST: Final = 300
"""Characters of a question that are read."""
MOST_TERMS: Final = 16
"""Terms of a question that are searched for."""
SHORTEST_PREFIX: Final = 3
"""Letters before the star: with fewer, half the words of the index would be gone through."""

Field = Literal["", "subject", "origin", "tag", "from", "class", "ref", "portion"]
Kind = Literal["word", "phrase", "prefix"]
FIELDS: Final[dict[str, Field]] = {
    "subject": "subject",
    "origin": "origin",
    "tag": "tag",
    "tags": "tag",
    "from": "from",
    "class": "class",
    "ref": "ref",
    "portion": "portion",
}

QUOTES: Final = str.maketrans(dict.fromkeys("“”„‟«»＂″", '"'))
UNIT: Final = re.compile(
    r"""
    [(\[{]* (?P<minus> [-\u2212] )?
    (?: (?P<field> [A-Za-z]{2,12} ) : (?=\S) )?
    (?: " (?P<phrase> [^"]* ) (?P<closed> " )?
      | (?P<word> [^\s"]+ )
    )
    """,
    re.VERBOSE,
)
"""One piece of a question. Examples: `gas`, `-tag:PREL`, `subject:"human rights"`, `minist*`."""
FIELD_AND_BLANK: Final = re.compile(
    rf"(?<![^\s(\-\u2212])((?:{'|'.join(FIELDS)}):) (?=\S)", re.IGNORECASE
)
"""A field as one writes a label: `subject: visit` is `subject:visit`."""
OPERATORS: Final = frozenset({"OR", "AND", "NOT", "|"})
CHARACTER: Final = re.compile(r"[^\W_]")


@dataclass(frozen=True, slots=True, kw_only=True)
class Term:
    """One thing to look for."""

    text: str
    """As typed, without quotation marks, field, minus and star."""
    kind: Kind = "word"
    field: Field = ""
    """Empty for the text and the subject."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Words:
    """A question as read."""

    text: str = ""
    """As typed, blanks joined."""
    wanted: tuple[tuple[Term, ...], ...] = ()
    """Each must be met; one of several terms (OR) meets it."""
    unwanted: tuple[Term, ...] = ()
    remarks: tuple[str, ...] = ()
    """Sentences on what could not be used."""

    def __bool__(self) -> bool:
        return bool(self.wanted or self.unwanted)

    @property
    def terms(self) -> Iterator[Term]:
        """All terms that may be met, in the order typed."""
        return (term for group in self.wanted for term in group)


def read_words(typed: str) -> Words:
    """Read a question.

    Args:
        typed: Any text. Words must all occur; `"a phrase"` as it stands; `-word` must not occur;
            `this OR that` either; `minist*` any ending; `field:word` in a field of `FIELDS`.
    """
    text = in_one_line(typed)
    remarks: list[str] = []
    if len(text) > LONGEST:
        text = text[:LONGEST]
        remarks.append(f"Only the first {LONGEST} characters of the question were used.")
    groups: list[list[Term]] = []
    unwanted: list[Term] = []
    either = negated = False
    for unit in UNIT.finditer(FIELD_AND_BLANK.sub(r"\1", text.translate(QUOTES))):
        if operator := operator_of(unit):
            either = either or operator in {"OR", "|"}
            negated = negated or operator == "NOT"
            continue
        for term in terms_of(unit, remarks):
            if unit["minus"] or negated:
                unwanted.append(term)
            elif either and groups:
                groups[-1].append(term)
            else:
                groups.append([term])
            either = False
        negated = False
    remarks += unused(text, ends_with_or=either, ends_with_not=negated)
    return bounded(text, groups, unwanted, remarks)


def in_one_line(typed: str) -> str:
    """Return a question in one line, each accent one with its letter.

    Characters that are not seen, such as those that turn the direction of writing, are left out.
    """
    seen = (
        " " if (kind := unicodedata.category(one)) == "Cc" else "" if kind == "Cf" else one
        for one in unicodedata.normalize("NFC", typed)
    )
    return " ".join("".join(seen).split())


def unused(text: str, *, ends_with_or: bool, ends_with_not: bool) -> Iterator[str]:
    """Yield a sentence for each sign between words that joins nothing."""
    words = text.split()
    if words and words[0] in {"OR", "|"} and len(words) > 1:
        yield "OR stands at the beginning, with nothing before it; it was left out."
    if ends_with_or:
        yield "OR stands at the end, with nothing behind it; it was left out."
    if ends_with_not:
        yield "NOT stands at the end, with nothing behind it; it was left out."
    if "OR" in words and re.search(r"(?:^|\s)-?\(", text):
        yield "Brackets were passed over: OR joins the words right before and behind it."


def operator_of(unit: re.Match[str]) -> str:
    """Return OR, AND or NOT where a piece is one, else nothing."""
    plain = unit["word"] if not (unit["minus"] or unit["field"]) else ""
    return plain if plain in OPERATORS else ""


def terms_of(unit: re.Match[str], remarks: list[str]) -> Iterator[Term]:
    """Yield the terms of one piece: mostly one, none where it has no letter and no figure."""
    name = (unit["field"] or "").lower()
    field = FIELDS.get(name, "")
    if name and not field:
        remarks.append(
            f"“{unit['field']}:” is no field, so it was searched for as a word. The fields are "
            f"{', '.join(dict.fromkeys(FIELDS.values()))}."
        )
        yield Term(text=name)
    if unit["phrase"] is not None:
        if not unit["closed"]:
            remarks.append("A quotation mark had no partner; the phrase was taken to the end.")
        remarks += stars_inside(unit["phrase"])
        yield from worded(Term(text=unit["phrase"].strip(), kind="phrase", field=field), remarks)
        return
    word = unit["word"].strip("()[]{}.,;!?")
    remarks += stars_inside(word.rstrip("*"))
    if word.endswith("*") and word.strip("*"):
        yield from worded(prefix(word.rstrip("*"), field, remarks), remarks)
    else:
        yield from worded(Term(text=word, field=field), remarks)


def stars_inside(text: str) -> Iterator[str]:
    """Yield a sentence where a star stands that is not at a word's end."""
    if "*" in text:
        yield f"A star counts at the end of a word alone; in “{text}” it was passed over."


def prefix(word: str, field: Field, remarks: list[str]) -> Term:
    """Return a prefix; a word where it is too short to be one."""
    letters = len(CHARACTER.findall(word))
    if 0 < letters < SHORTEST_PREFIX and field not in {"tag", "portion"}:
        remarks.append(
            f"“{word}*” is too short: a star needs {SHORTEST_PREFIX} letters before it. "
            f"“{word}” was searched for as a word."
        )
        return Term(text=word, field=field)
    return Term(text=word, kind="prefix", field=field)


def worded(term: Term, remarks: list[str]) -> Iterator[Term]:
    """Yield a term that has a letter or a figure; say so of one that has none."""
    if CHARACTER.search(term.text):
        yield term
    elif term.text:
        remarks.append(f"“{term.text}” has neither a letter nor a figure, and was left out.")


def bounded(
    text: str, groups: Iterable[list[Term]], unwanted: list[Term], remarks: list[str]
) -> Words:
    """Return the value, with as many terms as are searched for."""
    kept: list[tuple[Term, ...]] = []
    left = MOST_TERMS
    for group in groups:
        kept += [tuple(group[:left])] if left > 0 else []
        left -= len(group)
    if left < len(unwanted):
        remarks.append(f"Only the first {MOST_TERMS} words of the question were used.")
    return Words(
        text=text,
        wanted=tuple(kept),
        unwanted=tuple(unwanted[: max(left, 0)]),
        remarks=tuple(dict.fromkeys(remarks)),
    )
