"""Text analysis of the index: lowercase, no accents, English stems."""

from functools import cache, lru_cache
from typing import Final

from tantivy import Filter, TextAnalyzer, TextAnalyzerBuilder, Tokenizer

STEMMED_ANALYZER: Final = "stemmed"
PLAIN_ANALYZER: Final = "plain"
MAX_WORD_LENGTH: Final = 60
"""Characters; longer words are ruled lines or lines that lost their spaces."""


@cache
def analyzers() -> dict[str, TextAnalyzer]:
    """Return the analyzers by the names that the index schema uses."""
    return {
        PLAIN_ANALYZER: _plain_analyzer_builder().build(),
        STEMMED_ANALYZER: _plain_analyzer_builder().filter(Filter.stemmer("english")).build(),
    }


def _plain_analyzer_builder() -> TextAnalyzerBuilder:
    """Return a builder that splits at anything but letters and digits."""
    builder = TextAnalyzerBuilder(Tokenizer.simple())
    filters = (Filter.lowercase(), Filter.ascii_fold(), Filter.remove_long(MAX_WORD_LENGTH))
    for word_filter in filters:
        builder = builder.filter(word_filter)
    return builder


@lru_cache(maxsize=20_000)
def stems(text: str) -> tuple[str, ...]:
    """Return the stems of a few words: `Six-Party Talks` gives six, parti, talk."""
    return tuple(analyzers()[STEMMED_ANALYZER].analyze(text))


@lru_cache(maxsize=2_000)
def plain_words(text: str) -> tuple[str, ...]:
    """Return a few words in lowercase without accents."""
    return tuple(analyzers()[PLAIN_ANALYZER].analyze(text))
