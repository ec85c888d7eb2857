"""Full-text search: queries, the index, results and highlights.

The index is derived from the database and may be missing, outdated or damaged at any time;
`find_cables` then raises `SearchUnavailableError`, and callers fall back to the database.
"""

from cables.search.highlight import Highlighter, Hit
from cables.search.index_files import IndexBusyError, IndexFailedError
from cables.search.index_reader import SearchUnavailableError, reader
from cables.search.indexing import IndexingProgress, rebuild_index, update_index
from cables.search.query import ParsedQuery, SearchTerm, parse_query
from cables.search.run import SearchPage, SearchQuery, count_facets, find_cables
from cables.search.snippets import Snippet, Snippets, best_snippets
from cables.search.spelling import SpellingSuggestion, suggest_spelling
from cables.search.tantivy_query import with_reference_remarks

__all__ = [
    "Highlighter",
    "Hit",
    "IndexBusyError",
    "IndexFailedError",
    "IndexingProgress",
    "ParsedQuery",
    "SearchPage",
    "SearchQuery",
    "SearchTerm",
    "SearchUnavailableError",
    "Snippet",
    "Snippets",
    "SpellingSuggestion",
    "best_snippets",
    "count_facets",
    "find_cables",
    "parse_query",
    "reader",
    "rebuild_index",
    "suggest_spelling",
    "update_index",
    "with_reference_remarks",
]
