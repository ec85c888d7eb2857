"""Search: an index beside the database, asked by one function and kept by one other.

The index is derived, and may be missing, old or damaged at any time; `SearchUnavailableError` then
says so in a sentence, and the database answers what it can.
"""

from cables.search.excerpts import Excerpt, Excerpts, excerpts
from cables.search.finding import Asked, Found, facets, find
from cables.search.marking import Hit, Marker
from cables.search.reader import SearchUnavailableError, reader
from cables.search.store import IndexBusyError, IndexFailedError
from cables.search.suggestions import Suggestion, suggestion
from cables.search.translation import refused
from cables.search.updating import Step, catch_up, rebuild
from cables.search.words import Term, Words, read_words

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
