"""Search: an index beside the database, asked by one function and kept by one other.

The index is derived, and may be missing, old or damaged at any time; `SearchUnavailableError` then
says so in a sentence, and the database answers what it can.
"""

from cables.search.highlight import Hit, Marker
from cables.search.index_files import IndexBusyError, IndexFailedError
from cables.search.index_reader import SearchUnavailableError, reader
from cables.search.indexing import Step, catch_up, rebuild
from cables.search.query import Term, Words, read_words
from cables.search.run import Asked, Found, facets, find
from cables.search.snippets import Excerpt, Excerpts, excerpts
from cables.search.spelling import Suggestion, suggestion
from cables.search.tantivy_query import refused

__all__ = [
    "Asked",
    "Excerpt",
    "Excerpts",
    "Found",
    "Hit",
    "IndexBusyError",
    "IndexFailedError",
    "Marker",
    "SearchUnavailableError",
    "Step",
    "Suggestion",
    "Term",
    "Words",
    "catch_up",
    "excerpts",
    "facets",
    "find",
    "read_words",
    "reader",
    "rebuild",
    "refused",
    "suggestion",
]
