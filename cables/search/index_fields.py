"""The schema of the index: one document per cable."""

from datetime import date
from functools import cache
from pathlib import Path
from typing import Final

from tantivy import Index, Schema, SchemaBuilder

from cables.search.analysis import PLAIN_ANALYZER, STEMMED_ANALYZER, analyzers

INDEX_FORMAT: Final = 1
"""Raise it when fields or analyzers change; an index of another format counts as missing."""
FACET_FIELDS: Final = ("origin", "tag", "classification", "caption")
"""Fields whose values are counted for a result; `month` is counted too."""


@cache
def index_schema() -> Schema:
    """Return the fields of a document.

    `subject` and `text` contain stems with their positions, for words and phrases; `words` has the
    same words unstemmed, for prefixes and spelling. `place`, `sender` and `level` contain the words
    of the origin, the FM line and the classification. Fields used for counts, sorting and ranges
    are fast fields.
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


def day_number(day: date) -> int:
    """Return a date as the `day` and `released` fields store it: 20070228."""
    return day.year * 10_000 + day.month * 100 + day.day


def create_index(folder: Path) -> Index:
    """Create an empty index in an empty folder."""
    return _register_analyzers(Index(index_schema(), path=str(folder), reuse=False))


def open_index(folder: Path) -> Index:
    """Open the index in a folder.

    Raises:
        ValueError: The index is damaged or missing.
    """
    return _register_analyzers(Index.open(str(folder)))


def _register_analyzers(index: Index) -> Index:
    """Register the analyzers, which an index does not store."""
    for name, analyzer in analyzers().items():
        index.register_tokenizer(name, analyzer)
    return index
