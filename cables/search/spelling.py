"""Suggest spellings for words that the index does not contain."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from rapidfuzz import process
from rapidfuzz.distance import DamerauLevenshtein
from tantivy import Searcher

from cables.search.analysis import plain_words
from cables.search.fold import fold_text
from cables.search.index_reader import reader
from cables.search.query import ParsedQuery, SearchTerm

WORD: Final = re.compile(r"[^\W_]+")
PREFIX_LENGTH: Final = 1
"""Letters assumed to be right: typos in the first letter are rare, and it saves much work."""
MAX_CANDIDATES: Final = 400_000
"""Words with the same first letter that are compared."""
MIN_LENGTH_FOR_TWO_TYPOS: Final = 7
"""Letters of a word that may have two typos instead of one."""
MIN_WORD_LENGTH: Final = 4
MIN_CABLES: Final = 2
"""A word in fewer cables may be a typo itself, and is suggested only if nothing else is near."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SpellingSuggestion:
    """A query whose unknown words are replaced with words of the index."""

    query_text: str
    replacements: tuple[str, ...]
    """The new words, in the order of the query."""


def suggest_spelling(parsed_query: ParsedQuery) -> SpellingSuggestion | None:
    """Return a better spelling of a query; None if there is none.

    Raises:
        SearchUnavailableError: The index cannot answer.
    """
    typed = dict.fromkeys(
        word
        for term in parsed_query.terms
        if _is_text_term(term)
        for word in plain_words(term.text)
    )
    nearest = reader.run(lambda searcher: {word: _nearest_word(searcher, word) for word in typed})
    replacements = {word: nearest_word for word, nearest_word in nearest.items() if nearest_word}
    query_text = _replace_words(parsed_query.text, replacements)
    if query_text == parsed_query.text:  # also if a typed letter is decomposed in the index
        return None
    return SpellingSuggestion(query_text=query_text, replacements=tuple(replacements.values()))


def _is_text_term(term: SearchTerm) -> bool:
    """Return whether a term is searched in the text and the subject."""
    return term.field in {"", "subject"} and term.kind != "prefix"


def _nearest_word(searcher: Searcher, word: str) -> str:
    """Return the most likely intended word; empty if there is none or the index has the word."""
    if len(word) < MIN_WORD_LENGTH or searcher.doc_freq("words", word):
        return ""
    cable_counts = dict(
        searcher.terms_with_prefix("words", word[:PREFIX_LENGTH], limit=MAX_CANDIDATES)
    )
    matches = process.extract(
        word,
        cable_counts.keys(),
        scorer=DamerauLevenshtein.distance,
        score_cutoff=2 if len(word) >= MIN_LENGTH_FOR_TWO_TYPOS else 1,
        limit=50,
    )
    if not matches:
        return ""
    nearest, _, _ = min(
        matches,
        key=lambda match: (
            cable_counts[match[0]] < MIN_CABLES,
            match[1],  # typos
            -cable_counts[match[0]],
        ),
    )
    return nearest


def _replace_words(text: str, replacements: Mapping[str, str]) -> str:
    """Replace words regardless of their capitals and accents."""
    return WORD.sub(lambda match: replacements.get(fold_text(match[0]), match[0]), text)
