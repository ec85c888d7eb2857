"""The index: one document a cable, and which of its fields answer which question."""

from functools import cache
from pathlib import Path
from typing import Final

from tantivy import Index, Schema, SchemaBuilder

from cables.search.analysis import PLAIN_ANALYZER, STEMMED_ANALYZER, analyzers

INDEX_FORMAT: Final = 1
"""Raised when fields or analyzers change: an index of another format counts as missing."""
FACET_FIELDS: Final = ("origin", "tag", "classification", "caption")
"""Fields that are counted for a result, as stored; `month` is counted too."""


@cache
def index_schema() -> Schema:
    """Return the fields of a document.

    Words are looked for in `subject` and `text`, stems with their places; in `words`, the same
    without stemming, for prefixes and for spelling. `place`, `sender` and `level` hold the words
    of origin, FM line and classification. What is counted, sorted by or bounded is a fast field.
    """
    builder = SchemaBuilder()
    builder.add_unsigned_field("pk", indexed=True, fast=True)
    builder.add_text_field("subject", tokenizer_name=STEMMED_ANALYZER)
    builder.add_text_field("text", tokenizer_name=STEMMED_ANALYZER)
    builder.add_text_field("words", tokenizer_name=PLAIN_ANALYZER, index_option="basic")
    for name in ("place", "sender", "level"):
        builder.add_text_field(name, tokenizer_name=PLAIN_ANALYZER, index_option="basic")
    for name in FACET_FIELDS:
        builder.add_text_field(name, tokenizer_name="raw", index_option="basic", fast=True)
    for name in ("portion", "cites"):
        builder.add_text_field(name, tokenizer_name="raw", index_option="basic")
    for name in ("day", "released", "refers"):
        builder.add_unsigned_field(name, indexed=True, fast=True)
    for name in ("month", "newest", "oldest", "loaded", "withheld"):
        builder.add_unsigned_field(name, fast=True)
    return builder.build()


def create_index(folder: Path) -> Index:
    """Make an empty index in an empty folder."""
    return _register_analyzers(Index(index_schema(), path=str(folder), reuse=False))


def open_index(folder: Path) -> Index:
    """Open the index of a folder.

    Raises:
        ValueError: It is damaged, or none.
    """
    return _register_analyzers(Index.open(str(folder)))


def _register_analyzers(index: Index) -> Index:
    """Tell an index our analyzers, which no file keeps."""
    for name, analyzer in analyzers().items():
        index.register_tokenizer(name, analyzer)
    return index
