"""Other spellings of a word that the index does not hold, from the words that it does hold."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from rapidfuzz import process
from rapidfuzz.distance import DamerauLevenshtein
from tantivy import Searcher

from cables.search.analysis import plain_words
from cables.search.fold import fold
from cables.search.index_reader import reader
from cables.search.query import Term, Words

WORD: Final = re.compile(r"[^\W_]+")
BEGINNING: Final = 1
"""Letters that are taken to be right: slips of the first letter are rare, and it saves the work."""
MOST_WORDS: Final = 400_000
"""Words of one beginning that are gone through."""
LONG: Final = 7
"""Letters from which on two slips are forgiven instead of one."""
SHORTEST: Final = 4
FEWEST_CABLES: Final = 2
"""A word of one cable alone may be a slip itself; it is offered only where nothing else is."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Suggestion:
    """A question with words of the index in the place of those that it does not hold."""

    question: str
    meant: tuple[str, ...]
    """The words put in, in the order of the question."""


def suggestion(words: Words) -> Suggestion | None:
    """Return a better spelling of a question; None where none is near.

    Raises:
        SearchUnavailableError: The index cannot answer.
    """
    typed = dict.fromkeys(
        word for term in words.terms if searched(term) for word in plain_words(term.text)
    )
    meant = reader.ask(lambda searcher: {word: nearest(searcher, word) for word in typed})
    better = {word: other for word, other in meant.items() if other}
    if not better:
        return None
    question = replaced(words.text, better)
    if question == words.text:  # a letter that the index takes apart stands in no word of it
        return None
    return Suggestion(question=question, meant=tuple(better.values()))


def searched(term: Term) -> bool:
    """Tell whether a term's words are looked for in text and subject."""
    return term.field in {"", "subject"} and term.kind != "prefix"


def nearest(searcher: Searcher, word: str) -> str:
    """Return the word of the index that is most likely meant; nothing where it has the word."""
    if len(word) < SHORTEST or searcher.doc_freq("words", word):
        return ""
    known = dict(searcher.terms_with_prefix("words", word[:BEGINNING], limit=MOST_WORDS))
    slips = 2 if len(word) >= LONG else 1
    near = process.extract(
        word,
        known.keys(),
        scorer=DamerauLevenshtein.distance,
        score_cutoff=slips,
        limit=50,
    )
    ranked = sorted(near, key=lambda one: (known[one[0]] < FEWEST_CABLES, one[1], -known[one[0]]))
    return ranked[0][0] if ranked else ""


def replaced(question: str, better: Mapping[str, str]) -> str:
    """Put words in others' places, whatever their capitals and accents were."""

    def put(found: re.Match[str]) -> str:
        return better.get(fold(found[0]), found[0])

    return WORD.sub(put, question)
