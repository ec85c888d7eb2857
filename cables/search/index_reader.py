"""Read access to the index for the web process, which reopens it when it changes."""

import threading
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path
from typing import Final, TypeVar

from tantivy import Index, Searcher

from cables.search import index_files
from cables.search.index_fields import INDEX_FORMAT, open_index
from cables.search.index_files import IndexState

Argument = TypeVar("Argument")
Result = TypeVar("Result")

TIMEOUT_SECONDS: Final = 3.0
"""The slowest query on 250,000 cables takes a thirtieth of it."""
MAX_CONCURRENT_QUERIES: Final = 4
"""Per process; a query that timed out counts until it ends."""


class SearchUnavailableError(Exception):
    """The index cannot answer; the message is a sentence for readers."""


@dataclass(frozen=True, slots=True, kw_only=True)
class OpenIndex:
    """An open index."""

    folder: Path
    index: Index
    commit_stamp: tuple[int, int]
    """Time and inode of the file that each commit replaces."""
    state: IndexState


class IndexReader:
    """Keeps the index open for this process, and reopens it when it has changed."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._opened: OpenIndex | None = None
        self._pool: ThreadPoolExecutor | None = None

    def current_index(self) -> OpenIndex:
        """Return the index in use.

        Raises:
            SearchUnavailableError: It is missing, damaged or of another version.
        """
        folder = index_files.current_folder()
        if folder is None:
            raise SearchUnavailableError(
                "Search is not available yet: the index has not been built."
            )
        with self._lock:
            opened = self._opened
            if (
                opened is None
                or opened.folder != folder
                or opened.commit_stamp != _read_commit_stamp(folder)
            ):
                self._opened = opened = _load_index(folder)
        return opened

    def run(self, search: Callable[[Searcher], Result]) -> Result:
        """Run a search on the index.

        Args:
            search: Called in a thread of its own.

        Raises:
            SearchUnavailableError: The index cannot be read, or the search timed out.
        """
        searcher = self.current_index().index.searcher()
        future = self._thread_pool().submit(_call_guarded, search, searcher)
        try:
            return future.result(timeout=TIMEOUT_SECONDS)
        except TimeoutError:
            future.cancel()
            raise SearchUnavailableError(
                "That search timed out. Try fewer or longer words."
            ) from None

    def _thread_pool(self) -> ThreadPoolExecutor:
        """Return the threads, which are started on first use because a fork does not copy them."""
        with self._lock:
            if self._pool is None:
                self._pool = ThreadPoolExecutor(MAX_CONCURRENT_QUERIES, thread_name_prefix="search")
            return self._pool


def _read_commit_stamp(folder: Path) -> tuple[int, int]:
    """Return a value that changes with each commit of an index.

    Raises:
        SearchUnavailableError: The file is missing.
    """
    try:
        status = (folder / "meta.json").stat()
    except OSError:
        raise _damaged_index_error() from None
    return status.st_mtime_ns, status.st_ino


def _load_index(folder: Path) -> OpenIndex:
    state = IndexState.read(folder)
    if state is None or state.format != INDEX_FORMAT:
        raise SearchUnavailableError(
            "The search index was built by a different version of this site."
        )
    commit_stamp = _read_commit_stamp(folder)  # before opening, so that a later commit is noticed
    return OpenIndex(
        folder=folder,
        index=_call_guarded(open_index, folder),
        commit_stamp=commit_stamp,
        state=state,
    )


def _call_guarded(function: Callable[[Argument], Result], argument: Argument) -> Result:
    """Call a function, and replace what a damaged index raises with one sentence."""
    try:
        return function(argument)
    except (ValueError, OSError) as error:
        raise _damaged_index_error() from error
    except BaseException as error:
        # A Rust panic has this type, which is not an Exception and cannot be imported.
        if type(error).__name__ != "PanicException":
            raise
        raise _damaged_index_error() from error


def _damaged_index_error() -> SearchUnavailableError:
    return SearchUnavailableError("Search is not available: the index is damaged.")


reader: Final = IndexReader()
"""The reader of this process."""
