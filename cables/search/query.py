"""Parse a search query: required and excluded words, phrases, prefixes and fields.

Any text can be parsed. A remark explains what could not be used; there are no errors.
"""

import re
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Final, Literal

MAX_QUERY_LENGTH: Final = 300
"""Characters of a query that are parsed."""
MAX_TERMS: Final = 16
"""Terms of a query that are searched for."""
MIN_PREFIX_LENGTH: Final = 3
"""Letters before the `*`; with fewer, half the words of the index would match."""

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
QUERY_TOKEN: Final = re.compile(
    r"""
    [(\[{]* (?P<minus> [-\u2212] )?
    (?: (?P<field> [A-Za-z]{2,12} ) : (?=\S) )?
    (?: " (?P<phrase> [^"]* ) (?P<closed> " )?
      | (?P<word> [^\s"]+ )
    )
    """,
    re.VERBOSE,
)
"""One token of a query. Examples: `gas`, `-tag:PREL`, `subject:"human rights"`, `minist*`."""
FIELD_AND_SPACE: Final = re.compile(
    rf"(?<![^\s(\-\u2212])((?:{'|'.join(SEARCH_FIELDS)}):) (?=\S)", re.IGNORECASE
)
"""A space after a field is ignored: `subject: visit` means `subject:visit`."""
OPERATORS: Final = frozenset({"OR", "AND", "NOT", "|"})
LETTER_OR_DIGIT: Final = re.compile(r"[^\W_]")


@dataclass(frozen=True, slots=True, kw_only=True)
class SearchTerm:
    """One word, phrase or prefix to search for."""

    text: str
    """As typed, without quotation marks, field, minus sign and `*`."""
    kind: TermKind = "word"
    field: SearchField = ""
    """Empty for both the text and the subject."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ParsedQuery:
    """A parsed query; false if it has nothing to search for."""

    text: str = ""
    """As typed, with single spaces."""
    required: tuple[tuple[SearchTerm, ...], ...] = ()
    """Each group must match; any one of its terms is enough (OR)."""
    excluded: tuple[SearchTerm, ...] = ()
    remarks: tuple[str, ...] = ()
    """Sentences about what could not be used."""

    def __bool__(self) -> bool:
        return bool(self.required or self.excluded)

    @property
    def terms(self) -> Iterator[SearchTerm]:
        """All terms that may match, in the order typed."""
        return (term for group in self.required for term in group)


def parse_query(typed: str) -> ParsedQuery:
    """Parse a query.

    Args:
        typed: Any text. All words must occur; `"a phrase"` must occur as it is; `-word` must not
            occur; `this OR that` needs either; `minist*` matches any ending; `field:word` searches
            one of `SEARCH_FIELDS`.
    """
    text = _normalize_query(typed)
    remarks: list[str] = []
    if len(text) > MAX_QUERY_LENGTH:
        text = text[:MAX_QUERY_LENGTH]
        remarks.append(f"Only the first {MAX_QUERY_LENGTH} characters of the query were used.")
    groups: list[list[SearchTerm]] = []
    excluded: list[SearchTerm] = []
    after_or = after_not = False
    for token in QUERY_TOKEN.finditer(FIELD_AND_SPACE.sub(r"\1", text.translate(QUOTATION_MARKS))):
        if operator := _operator_of(token):
            after_or = after_or or operator in {"OR", "|"}
            after_not = after_not or operator == "NOT"
            continue
        for term in _terms_of(token, remarks):
            if token["minus"] or after_not:
                excluded.append(term)
            elif after_or and groups:
                groups[-1].append(term)
            else:
                groups.append([term])
            after_or = False
        after_not = False
    remarks += _operator_remarks(text, ends_with_or=after_or, ends_with_not=after_not)
    return _limited_query(text, groups, excluded, remarks)


def _normalize_query(typed: str) -> str:
    """Return a query on one line, with composed accents and without invisible characters."""
    visible = (
        " "
        if (category := unicodedata.category(char)) == "Cc"
        else ""
        if category == "Cf"
        else char
        for char in unicodedata.normalize("NFC", typed)
    )
    return " ".join("".join(visible).split())


def _operator_of(token: re.Match[str]) -> str:
    """Return OR, |, AND or NOT if the token is one; otherwise nothing."""
    word = token["word"] if not (token["minus"] or token["field"]) else ""
    return word if word in OPERATORS else ""


def _terms_of(token: re.Match[str], remarks: list[str]) -> Iterator[SearchTerm]:
    """Yield the terms of a token: usually one, none if it has no letters or digits."""
    name = (token["field"] or "").lower()
    field = SEARCH_FIELDS.get(name, "")
    if name and not field:
        remarks.append(
            f"“{token['field']}:” is not a search field, so it was treated as a word. "
            f"Search fields are {', '.join(dict.fromkeys(SEARCH_FIELDS.values()))}."
        )
        yield SearchTerm(text=name)
    if token["phrase"] is not None:
        if not token["closed"]:
            remarks.append(
                "A closing quotation mark is missing; everything after the opening one was "
                "searched as a phrase."
            )
        remarks += _wildcard_remarks(token["phrase"])
        yield from _searchable_terms(
            SearchTerm(text=token["phrase"].strip(), kind="phrase", field=field), remarks
        )
        return
    word = token["word"].strip("()[]{}.,;!?")
    remarks += _wildcard_remarks(word.rstrip("*"))
    if word.endswith("*") and word.strip("*"):
        yield from _searchable_terms(_prefix_term(word.rstrip("*"), field, remarks), remarks)
    else:
        yield from _searchable_terms(SearchTerm(text=word, field=field), remarks)


def _wildcard_remarks(text: str) -> Iterator[str]:
    """Yield a sentence if there is a `*` anywhere but at the end of a word."""
    if "*" in text:
        yield f"* works only at the end of a word; it was ignored in “{text}”."


def _prefix_term(word: str, field: SearchField, remarks: list[str]) -> SearchTerm:
    """Return a prefix, or a word if it is too short for a prefix."""
    letters = len(LETTER_OR_DIGIT.findall(word))
    if 0 < letters < MIN_PREFIX_LENGTH and field not in {"tag", "portion"}:
        remarks.append(
            f"“{word}*” is too short: * needs at least {MIN_PREFIX_LENGTH} letters before it. "
            f"“{word}” was searched as a word."
        )
        return SearchTerm(text=word, field=field)
    return SearchTerm(text=word, kind="prefix", field=field)


def _searchable_terms(term: SearchTerm, remarks: list[str]) -> Iterator[SearchTerm]:
    """Yield the term if it has a letter or digit."""
    if LETTER_OR_DIGIT.search(term.text):
        yield term
    elif term.text:
        remarks.append(f"“{term.text}” has no letters or digits and was ignored.")


def _operator_remarks(text: str, *, ends_with_or: bool, ends_with_not: bool) -> Iterator[str]:
    """Yield a sentence for each operator that was ignored."""
    words = text.split()
    if words and words[0] in {"OR", "|"} and len(words) > 1:
        yield "OR was ignored because nothing comes before it."
    if ends_with_or:
        yield "OR was ignored because nothing comes after it."
    if ends_with_not:
        yield "NOT was ignored because nothing comes after it."
    if "OR" in words and re.search(r"(?:^|\s)-?\(", text):
        yield "Parentheses are not supported; OR joins the words on either side of it."


def _limited_query(
    text: str, groups: Iterable[list[SearchTerm]], excluded: list[SearchTerm], remarks: list[str]
) -> ParsedQuery:
    """Return the parsed query with at most `MAX_TERMS` terms."""
    required: list[tuple[SearchTerm, ...]] = []
    remaining = MAX_TERMS
    for group in groups:
        required += [tuple(group[:remaining])] if remaining > 0 else []
        remaining -= len(group)
    if remaining < len(excluded):
        remarks.append(f"Only the first {MAX_TERMS} words of the query were used.")
    return ParsedQuery(
        text=text,
        required=tuple(required),
        excluded=tuple(excluded[: max(remaining, 0)]),
        remarks=tuple(dict.fromkeys(remarks)),
    )
