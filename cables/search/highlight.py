"""Find the words of a query in a text, as the index matched them.

A quick pattern finds words that begin like a stem; each is then stemmed as in the index, which
decides whether it matches.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Final, Literal

from cables.parser.blocks import REDACTION
from cables.parser.markings import normalize_marking
from cables.parser.values import Span
from cables.search.analysis import plain_words, stems
from cables.search.fold import fold_text
from cables.search.query import ParsedQuery, SearchTerm, TermKind

WORD: Final = r"[^\W_]"
WORD_SEPARATOR: Final = r"[\W_]+"
HIGHLIGHTED_FIELDS: Final = frozenset({"", "subject"})
"""Fields whose words occur in the text; the others search codes and names."""

LinePiece = tuple[str, Literal["", "mark", "redaction"]]
"""A part of a line, and how it is drawn."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Hit(Span):
    """A match of a term in a text."""

    term_index: int
    """Index of the term among the highlighter's terms."""


class Highlighter:
    """Finds the words of one query in texts; false if there are none to find."""

    def __init__(self, parsed_query: ParsedQuery) -> None:
        terms = dict.fromkeys(
            term for term in parsed_query.terms if term.field in HIGHLIGHTED_FIELDS
        )
        self.term_patterns: tuple[_TermPattern, ...] = tuple(
            pattern for term in terms if (pattern := _term_pattern(term))
        )
        self.markings: tuple[tuple[str, TermKind], ...] = tuple(
            (normalize_marking(term.text), term.kind)
            for term in parsed_query.terms
            if term.field == "portion"
        )
        """Portion markings that are searched for, or their beginnings."""

    def __bool__(self) -> bool:
        return bool(self.term_patterns or self.markings)

    def matches_marking(self, printed: str) -> bool:
        """Return whether a paragraph's marking is searched for."""
        return any(
            printed.startswith(marking) if kind == "prefix" else printed == marking
            for marking, kind in self.markings
        )

    def hits(self, text: str) -> list[Hit]:
        """Return the hits in a text, in order and without overlaps."""
        return self.hits_in_folded(fold_text(text), 0, len(text))

    def hits_in_folded(self, folded: str, start: int, end: int) -> list[Hit]:
        """Return the hits in a part of a text that was folded by `fold_text`."""
        hits = [
            Hit(start=match.start(), end=match.end(), term_index=index)
            for index, term_pattern in enumerate(self.term_patterns)
            for match in term_pattern.pattern.finditer(folded, start, end)
            if term_pattern.matches(match)
        ]
        hits.sort(key=lambda hit: (hit.start, -hit.end))
        return list(_without_overlaps(hits))


@dataclass(frozen=True, slots=True)
class _TermPattern:
    """The compiled form of one term."""

    pattern: re.Pattern[str]
    """Finds candidates in a folded text, each word in a group."""
    stems: tuple[str, ...]
    """The stems that the words of a candidate must have."""
    is_prefix: bool
    """Whether any candidate matches."""

    def matches(self, candidate: re.Match[str]) -> bool:
        return self.is_prefix or _stem_to(candidate.groups(), self.stems)


@lru_cache(maxsize=20_000)
def _stem_to(words: tuple[str, ...], expected: tuple[str, ...]) -> bool:
    """Return whether the words stem to the given stems."""
    return all(stems(word) == (stem,) for word, stem in zip(words, expected, strict=True))


def _term_pattern(term: SearchTerm) -> _TermPattern | None:
    """Compile a term; None if it has no words."""
    if term.kind == "prefix":
        words = plain_words(term.text)
        if not words:
            return None
        parts = [*words[:-1], f"{words[-1]}{WORD}*"]
        return _TermPattern(_word_sequence_pattern(words, parts), (), is_prefix=True)
    words = stems(term.text)
    if not words:
        return None
    leads = [word[: max(2, len(word) - 1)] for word in words]
    parts = [f"({lead}{WORD}*)" for lead in leads]
    return _TermPattern(_word_sequence_pattern(leads, parts), words, is_prefix=False)


def _word_sequence_pattern(leads: Sequence[str], parts: Sequence[str]) -> re.Pattern[str]:
    """Return a pattern for whole words that follow each other.

    The check that no letter comes before the first word is placed after that word's first letters:
    `re` searches quickly for a pattern that begins with a literal, and slowly for any other.

    Args:
        leads: The first letters of each word, as literals.
        parts: A pattern for each word.
    """
    lookbehind = rf"(?<!{WORD}[\s\S]{{{len(leads[0])}}})"
    first = parts[0].replace(leads[0], f"{leads[0]}{lookbehind}", 1)
    return re.compile(rf"{WORD_SEPARATOR.join((first, *parts[1:]))}(?!{WORD})")


def _without_overlaps(hits: Sequence[Hit]) -> Iterator[Hit]:
    """Yield hits that do not overlap, preferring the first, then the longer one."""
    end = 0
    for hit in hits:
        if hit.start >= end:
            yield hit
            end = hit.end


def line_pieces(
    text: str, hits: Sequence[Hit], start: int = 0, end: int | None = None
) -> Iterator[LinePiece]:
    """Yield a part of a line in pieces: hits, redactions, and the text between them."""
    end = len(text) if end is None else end
    drawn: list[tuple[int, int, Literal["mark", "redaction"]]] = [
        (hit.start, hit.end, "mark") for hit in hits
    ]
    drawn += [
        (match.start(), match.end(), "redaction") for match in REDACTION.finditer(text, start, end)
    ]
    position = start
    for piece_start, piece_end, kind in sorted(drawn):
        if position <= piece_start and piece_end <= end:
            if position < piece_start:
                yield text[position:piece_start], ""
            yield text[piece_start:piece_end], kind
            position = piece_end
    if position < end:
        yield text[position:end], ""
