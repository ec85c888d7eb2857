"""A reader's words as a small value: what must occur, what may, what must not, and in which field.

Plain Python, and total: any text at all gives a value. What could not be used is told in a remark,
never answered with an error.
"""

import re
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Final, Literal

MAX_QUERY_LENGTH: Final = 300
"""Characters of a question that are read."""
MAX_TERMS: Final = 16
"""Terms of a question that are searched for."""
MIN_PREFIX_LENGTH: Final = 3
"""Letters before the star: with fewer, half the words of the index would be gone through."""

SearchField = Literal["", "subject", "origin", "tag", "from", "class", "ref", "portion"]
TermKind = Literal["word", "phrase", "prefix"]
SEARCH_FIELDS: Final[dict[str, SearchField]] = {
    "subject": "subject",
    "origin": "origin",
    "tag": "tag",
    "tags": "tag",
    "from": "from",
    "class": "class",
    "ref": "ref",
    "portion": "portion",
}

QUOTATION_MARKS: Final = str.maketrans(dict.fromkeys("“”„‟«»＂″", '"'))
QUERY_PIECE: Final = re.compile(
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
FIELD_AND_SPACE: Final = re.compile(
    rf"(?<![^\s(\-\u2212])((?:{'|'.join(SEARCH_FIELDS)}):) (?=\S)", re.IGNORECASE
)
"""A field as one writes a label: `subject: visit` is `subject:visit`."""
OPERATORS: Final = frozenset({"OR", "AND", "NOT", "|"})
LETTER_OR_DIGIT: Final = re.compile(r"[^\W_]")


@dataclass(frozen=True, slots=True, kw_only=True)
class SearchTerm:
    """One thing to look for."""

    text: str
    """As typed, without quotation marks, field, minus and star."""
    kind: TermKind = "word"
    field: SearchField = ""
    """Empty for the text and the subject."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ParsedQuery:
    """A question as read."""

    text: str = ""
    """As typed, blanks joined."""
    required: tuple[tuple[SearchTerm, ...], ...] = ()
    """Each must be met; one of several terms (OR) meets it."""
    excluded: tuple[SearchTerm, ...] = ()
    remarks: tuple[str, ...] = ()
    """Sentences on what could not be used."""

    def __bool__(self) -> bool:
        return bool(self.required or self.excluded)

    @property
    def terms(self) -> Iterator[SearchTerm]:
        """All terms that may be met, in the order typed."""
        return (term for group in self.required for term in group)


def parse_query(typed: str) -> ParsedQuery:
    """Read a question.

    Args:
        typed: Any text. Words must all occur; `"a phrase"` as it stands; `-word` must not occur;
            `this OR that` either; `minist*` any ending; `field:word` in a field of `FIELDS`.
    """
    text = _normalize_query(typed)
    remarks: list[str] = []
    if len(text) > MAX_QUERY_LENGTH:
        text = text[:MAX_QUERY_LENGTH]
        remarks.append(f"Only the first {MAX_QUERY_LENGTH} characters of the question were used.")
    groups: list[list[SearchTerm]] = []
    unwanted: list[SearchTerm] = []
    either = negated = False
    for unit in QUERY_PIECE.finditer(FIELD_AND_SPACE.sub(r"\1", text.translate(QUOTATION_MARKS))):
        if operator := _operator_of(unit):
            either = either or operator in {"OR", "|"}
            negated = negated or operator == "NOT"
            continue
        for term in _terms_of(unit, remarks):
            if unit["minus"] or negated:
                unwanted.append(term)
            elif either and groups:
                groups[-1].append(term)
            else:
                groups.append([term])
            either = False
        negated = False
    remarks += _operator_remarks(text, ends_with_or=either, ends_with_not=negated)
    return _limited_query(text, groups, unwanted, remarks)


def _normalize_query(typed: str) -> str:
    """Return a question in one line, each accent one with its letter.

    Characters that are not seen, such as those that turn the direction of writing, are left out.
    """
    seen = (
        " " if (kind := unicodedata.category(one)) == "Cc" else "" if kind == "Cf" else one
        for one in unicodedata.normalize("NFC", typed)
    )
    return " ".join("".join(seen).split())


def _operator_remarks(text: str, *, ends_with_or: bool, ends_with_not: bool) -> Iterator[str]:
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


def _operator_of(unit: re.Match[str]) -> str:
    """Return OR, AND or NOT where a piece is one, else nothing."""
    plain = unit["word"] if not (unit["minus"] or unit["field"]) else ""
    return plain if plain in OPERATORS else ""


def _terms_of(unit: re.Match[str], remarks: list[str]) -> Iterator[SearchTerm]:
    """Yield the terms of one piece: mostly one, none where it has no letter and no figure."""
    name = (unit["field"] or "").lower()
    field = SEARCH_FIELDS.get(name, "")
    if name and not field:
        remarks.append(
            f"“{unit['field']}:” is no field, so it was searched for as a word. The fields are "
            f"{', '.join(dict.fromkeys(SEARCH_FIELDS.values()))}."
        )
        yield SearchTerm(text=name)
    if unit["phrase"] is not None:
        if not unit["closed"]:
            remarks.append("A quotation mark had no partner; the phrase was taken to the end.")
        remarks += _wildcard_remarks(unit["phrase"])
        yield from _searchable_terms(
            SearchTerm(text=unit["phrase"].strip(), kind="phrase", field=field), remarks
        )
        return
    word = unit["word"].strip("()[]{}.,;!?")
    remarks += _wildcard_remarks(word.rstrip("*"))
    if word.endswith("*") and word.strip("*"):
        yield from _searchable_terms(_prefix_term(word.rstrip("*"), field, remarks), remarks)
    else:
        yield from _searchable_terms(SearchTerm(text=word, field=field), remarks)


def _wildcard_remarks(text: str) -> Iterator[str]:
    """Yield a sentence where a star stands that is not at a word's end."""
    if "*" in text:
        yield f"A star counts at the end of a word alone; in “{text}” it was passed over."


def _prefix_term(word: str, field: SearchField, remarks: list[str]) -> SearchTerm:
    """Return a prefix; a word where it is too short to be one."""
    letters = len(LETTER_OR_DIGIT.findall(word))
    if 0 < letters < MIN_PREFIX_LENGTH and field not in {"tag", "portion"}:
        remarks.append(
            f"“{word}*” is too short: a star needs {MIN_PREFIX_LENGTH} letters before it. "
            f"“{word}” was searched for as a word."
        )
        return SearchTerm(text=word, field=field)
    return SearchTerm(text=word, kind="prefix", field=field)


def _searchable_terms(term: SearchTerm, remarks: list[str]) -> Iterator[SearchTerm]:
    """Yield a term that has a letter or a figure; say so of one that has none."""
    if LETTER_OR_DIGIT.search(term.text):
        yield term
    elif term.text:
        remarks.append(f"“{term.text}” has neither a letter nor a figure, and was left out.")


def _limited_query(
    text: str, groups: Iterable[list[SearchTerm]], unwanted: list[SearchTerm], remarks: list[str]
) -> ParsedQuery:
    """Return the value, with as many terms as are searched for."""
    kept: list[tuple[SearchTerm, ...]] = []
    left = MAX_TERMS
    for group in groups:
        kept += [tuple(group[:left])] if left > 0 else []
        left -= len(group)
    if left < len(unwanted):
        remarks.append(f"Only the first {MAX_TERMS} words of the question were used.")
    return ParsedQuery(
        text=text,
        required=tuple(kept),
        excluded=tuple(unwanted[: max(left, 0)]),
        remarks=tuple(dict.fromkeys(remarks)),
    )
