"""Other spellings of a word that the index does not hold, from the words that it does hold."""

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
"""Letters that are taken to be right: slips of the first letter are rare, and it saves the work."""
MAX_CANDIDATES: Final = 400_000
"""Words of one beginning that are gone through."""
MIN_LENGTH_FOR_TWO_TYPOS: Final = 7
"""Letters from which on two slips are forgiven instead of one."""
MIN_WORD_LENGTH: Final = 4
MIN_CABLES: Final = 2
"""A word of one cable alone may be a slip itself; it is offered only where nothing else is."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SpellingSuggestion:
    """A question with words of the index in the place of those that it does not hold."""

    query_text: str
    replacements: tuple[str, ...]
    """The words put in, in the order of the question."""


def suggest_spelling(parsed_query: ParsedQuery) -> SpellingSuggestion | None:
    """Return a better spelling of a question; None where none is near.

    Raises:
        SearchUnavailableError: The index cannot answer.
    """
    typed = dict.fromkeys(
        word
        for term in parsed_query.terms
        if _is_text_term(term)
        for word in plain_words(term.text)
    )
    meant = reader.run(lambda searcher: {word: _nearest_word(searcher, word) for word in typed})
    better = {word: other for word, other in meant.items() if other}
    if not better:
        return None
    question = _replace_words(parsed_query.text, better)
    if question == parsed_query.text:  # a letter that the index takes apart stands in no word of it
        return None
    return SpellingSuggestion(query_text=question, replacements=tuple(better.values()))


def _is_text_term(term: SearchTerm) -> bool:
    """Tell whether a term's words are looked for in text and subject."""
    return term.field in {"", "subject"} and term.kind != "prefix"


def _nearest_word(searcher: Searcher, word: str) -> str:
    """Return the word of the index that is most likely meant; nothing where it has the word."""
    if len(word) < MIN_WORD_LENGTH or searcher.doc_freq("words", word):
        return ""
    known = dict(searcher.terms_with_prefix("words", word[:PREFIX_LENGTH], limit=MAX_CANDIDATES))
    slips = 2 if len(word) >= MIN_LENGTH_FOR_TWO_TYPOS else 1
    near = process.extract(
        word,
        known.keys(),
        scorer=DamerauLevenshtein.distance,
        score_cutoff=slips,
        limit=50,
    )
    ranked = sorted(near, key=lambda one: (known[one[0]] < MIN_CABLES, one[1], -known[one[0]]))
    return ranked[0][0] if ranked else ""


def _replace_words(question: str, better: Mapping[str, str]) -> str:
    """Put words in others' places, whatever their capitals and accents were."""

    def put(found: re.Match[str]) -> str:
        return better.get(fold_text(found[0]), found[0])

    return WORD.sub(put, question)
