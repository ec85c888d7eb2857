"""How words become what the index holds: small letters, no accents, English stems."""

from functools import cache, lru_cache
from typing import Final

from tantivy import Filter, TextAnalyzer, TextAnalyzerBuilder, Tokenizer

STEMMED_ANALYZER: Final = "stemmed"
PLAIN_ANALYZER: Final = "plain"
MAX_WORD_LENGTH: Final = 60
"""Letters; what is longer is a rule or a line that lost its blanks."""


@cache
def analyzers() -> dict[str, TextAnalyzer]:
    """Return the two analyzers by the names under which an index knows them."""
    return {
        PLAIN_ANALYZER: _plain_analyzer_builder().build(),
        STEMMED_ANALYZER: _plain_analyzer_builder().filter(Filter.stemmer("english")).build(),
    }


def _plain_analyzer_builder() -> TextAnalyzerBuilder:
    """Begin an analyzer: runs of letters and figures, small, without accents."""
    builder = TextAnalyzerBuilder(Tokenizer.simple())
    for step in (Filter.lowercase(), Filter.ascii_fold(), Filter.remove_long(MAX_WORD_LENGTH)):
        builder = builder.filter(step)
    return builder


@lru_cache(maxsize=20_000)
def stems(text: str) -> tuple[str, ...]:
    """Return the stems of a few words: `Six-Party Talks` is six, parti, talk."""
    return tuple(analyzers()[STEMMED_ANALYZER].analyze(text))


@lru_cache(maxsize=2_000)
def plain_words(text: str) -> tuple[str, ...]:
    """Return a few words in small letters without accents."""
    return tuple(analyzers()[PLAIN_ANALYZER].analyze(text))
