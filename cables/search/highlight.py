"""Where the words of a question stand in a text: the same words that the index matched.

A text is first gone through for words that begin as a stem does, which is quick; each of them is
then stemmed as the index stems, which decides.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from cables.parser.markings import normalize_marking
from cables.parser.values import Span
from cables.search.analysis import plain_words, stems
from cables.search.fold import fold_text
from cables.search.query import ParsedQuery, SearchTerm, TermKind

WORD: Final = r"[^\W_]"
WORD_SEPARATOR: Final = r"[\W_]+"
HIGHLIGHTED_FIELDS: Final = frozenset({"", "subject"})
"""Fields whose words are marked where they stand; the others are no words of the text."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Hit(Span):
    """A stretch of a text that answers a term."""

    term_index: int
    """Which of the marker's terms."""


@dataclass(frozen=True, slots=True)
class TermPattern:
    """One term, made ready."""

    pattern: re.Pattern[str]
    """Finds candidates in a folded text, each word in a group."""
    words: tuple[str, ...]
    """What the candidate's words must be once stemmed; for a prefix, how they begin."""
    stemmed: bool

    def matches(self, candidate: re.Match[str]) -> bool:
        """Tell whether a candidate is what was asked for."""
        return not self.stemmed or _stem_to(candidate.groups(), self.words)


@lru_cache(maxsize=20_000)
def _stem_to(words: tuple[str, ...], stemmed: tuple[str, ...]) -> bool:
    """Tell whether words are those stems once they are stemmed."""
    return all(stems(word) == (stem,) for word, stem in zip(words, stemmed, strict=True))


class Highlighter:
    """Finds the words of one question in texts."""

    def __init__(self, words: ParsedQuery) -> None:
        terms = dict.fromkeys(term for term in words.terms if term.field in HIGHLIGHTED_FIELDS)
        self.term_patterns: tuple[TermPattern, ...] = tuple(
            one for term in terms if (one := _term_pattern(term))
        )
        self.markings: tuple[tuple[str, TermKind], ...] = tuple(
            (normalize_marking(term.text), term.kind)
            for term in words.terms
            if term.field == "portion"
        )
        """Portion markings that were asked for, or how they begin."""

    def __bool__(self) -> bool:
        return bool(self.term_patterns or self.markings)

    def matches_marking(self, printed: str) -> bool:
        """Tell whether a paragraph's marking was asked for."""
        return any(
            printed.startswith(wanted) if kind == "prefix" else printed == wanted
            for wanted, kind in self.markings
        )

    def hits(self, text: str, start: int = 0, end: int | None = None) -> list[Hit]:
        """Return where the terms stand in a stretch of a text, in order; none overlap.

        Args:
            text: Any text.
            start: Where to begin.
            end: Where to stop; None for the text's end.
        """
        return self.hits_in_folded(fold_text(text), start, len(text) if end is None else end)

    def hits_in_folded(self, folded: str, start: int, end: int) -> list[Hit]:
        """Return the same for a text that is folded already."""
        found = [
            Hit(start=one.start(), end=one.end(), term_index=term)
            for term, wanted in enumerate(self.term_patterns)
            for one in wanted.pattern.finditer(folded, start, end)
            if wanted.matches(one)
        ]
        found.sort(key=lambda hit: (hit.start, -hit.end))
        return list(_without_overlaps(found))


def _term_pattern(term: SearchTerm) -> TermPattern | None:
    """Make a term ready; None where the index can hold nothing of it."""
    if term.kind == "prefix":
        words = plain_words(term.text)
        if not words:
            return None
        parts = [*words[:-1], f"{words[-1]}{WORD}*"]
        return TermPattern(_word_sequence_pattern(words, parts), words, stemmed=False)
    words = stems(term.text)
    leads = [word[: max(2, len(word) - 1)] for word in words]
    parts = [f"({lead}{WORD}*)" for lead in leads]
    return TermPattern(_word_sequence_pattern(leads, parts), words, stemmed=True) if words else None


def _word_sequence_pattern(leads: Sequence[str], parts: Sequence[str]) -> re.Pattern[str]:
    """Return a pattern for words that stand one behind the other, whole.

    That no letter stands before the first is looked at behind its letters: a pattern that begins
    with letters is searched for by leaps, else every place of the text is tried.

    Args:
        leads: How the words begin: letters and figures.
        parts: A pattern for each of them.
    """
    before = rf"(?<!{WORD}[\s\S]{{{len(leads[0])}}})"
    first = parts[0].replace(leads[0], f"{leads[0]}{before}", 1)
    return re.compile(rf"{WORD_SEPARATOR.join((first, *parts[1:]))}(?!{WORD})")


def _without_overlaps(hits: Sequence[Hit]) -> Iterator[Hit]:
    """Yield hits that do not overlap: of two, the one that begins first, then the longer."""
    at = 0
    for hit in hits:
        if hit.start >= at:
            yield hit
            at = hit.end
