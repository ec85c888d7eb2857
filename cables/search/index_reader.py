"""The index as the web process reads it: opened once, and again when another takes its place."""

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

Answer = TypeVar("Answer")

TIMEOUT_SECONDS: Final = 3.0
"""Seconds that a question may take; the slowest on 250,000 cables takes a thirtieth of it."""
MAX_CONCURRENT_QUERIES: Final = 4
"""Questions under way in a process; one that ran over its time goes on among them to its end."""


class SearchUnavailableError(Exception):
    """The index cannot answer; the message is a sentence for the reader."""


@dataclass(frozen=True, slots=True, kw_only=True)
class OpenIndex:
    """An index in use."""

    folder: Path
    index: Index
    commit_stamp: tuple[int, int]
    """Of the file that each commit replaces."""
    state: IndexState


class IndexReader:
    """Keeps the index of this process open, and notices by itself when it has changed."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._opened: OpenIndex | None = None
        self._pool: ThreadPoolExecutor | None = None

    def current_index(self) -> OpenIndex:
        """Return the index in use, as it is now.

        Raises:
            SearchUnavailableError: There is none, it is of another version, or it is damaged.
        """
        folder = index_files.current_folder()
        if folder is None:
            raise SearchUnavailableError(
                "No search index has been made yet, so words cannot be looked for."
            )
        with self._lock:
            held = self._opened
            if (
                held is None
                or held.folder != folder
                or held.commit_stamp != _read_commit_stamp(folder)
            ):
                self._opened = held = _load_index(folder)
        return held

    def run(self, question: Callable[[Searcher], Answer]) -> Answer:
        """Put a question to the index.

        Args:
            question: Is called in a thread of its own.

        Raises:
            SearchUnavailableError: The index cannot be read, or the time was used up.
        """
        searcher = self.current_index().index.searcher()
        future = self.pool().submit(_call_guarded, question, searcher)
        try:
            return future.result(timeout=TIMEOUT_SECONDS)
        except TimeoutError:
            future.cancel()
            raise SearchUnavailableError(
                "That search took too long and was given up. Fewer or longer words are quicker."
            ) from None

    def pool(self) -> ThreadPoolExecutor:
        """Return the threads; made in the process that uses them, as a fork takes none along."""
        with self._lock:
            if self._pool is None:
                self._pool = ThreadPoolExecutor(MAX_CONCURRENT_QUERIES, thread_name_prefix="search")
            return self._pool


def _read_commit_stamp(folder: Path) -> tuple[int, int]:
    """Return what changes with each commit of an index.

    Raises:
        SearchUnavailableError: The file is gone.
    """
    try:
        found = (folder / "meta.json").stat()
    except OSError:
        raise _damaged_index_error() from None
    return found.st_mtime_ns, found.st_ino


def _load_index(folder: Path) -> OpenIndex:
    """Open an index."""
    state = IndexState.read(folder)
    if state is None or state.format != INDEX_FORMAT:
        raise SearchUnavailableError(
            "The search index is of another version of this room, so words cannot be looked for."
        )
    stamped = _read_commit_stamp(folder)
    return OpenIndex(
        folder=folder,
        index=_call_guarded(open_index, folder),
        commit_stamp=stamped,
        state=state,
    )


Given = TypeVar("Given")


def _call_guarded(do: Callable[[Given], Answer], given: Given) -> Answer:
    """Do something with an index, and turn what a damaged one raises into one sentence."""
    try:
        return do(given)
    except (ValueError, OSError) as error:
        raise _damaged_index_error() from error
    except BaseException as error:
        # What the index's own language calls a panic arrives as no Exception, under this name.
        if type(error).__name__ != "PanicException":
            raise
        raise _damaged_index_error() from error


def _damaged_index_error() -> SearchUnavailableError:
    """Say that the index is damaged."""
    return SearchUnavailableError("The search index is damaged, so words cannot be looked for.")


reader: Final = IndexReader()
"""Of this process."""
