"""Bring the index to what the database holds: the difference, or all of it anew.

The index is derived from the database and never the other way round. What must be done is found by
comparing keys, so that a run that was killed is simply run again.
"""

import shutil
from collections.abc import Generator, Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from django.db.models import Count, Max
from tantivy import Index, Query

from cables.models import Cable
from cables.search import index_files
from cables.search.documents import BATCH_SIZE, build_documents, withheld_checksum
from cables.search.index_fields import INDEX_FORMAT, create_index, index_schema, open_index
from cables.search.index_files import IndexFailedError, IndexState

WRITER_HEAP_BYTES: Final = 256_000_000
"""Bytes for documents before they go to disk, all threads together."""
MAX_INCREMENTAL_SHARE: Final = 0.5
"""Of the cables: where more of them changed, a new index is built beside the old one."""


@dataclass(frozen=True, slots=True, kw_only=True)
class IndexingProgress:
    """Some cables indexed."""

    done: int
    """Of all, so far."""
    total: int


def update_index() -> Generator[IndexingProgress]:
    """Index the cables that are new, forget those that are gone; build it where there is none.

    Yields:
        What is done; nothing where nothing was to do.

    Raises:
        IndexBusyError: Another process is writing the index.
        IndexFailedError: The library that keeps it could not write.
        OSError: Its folder cannot be written.
    """
    with index_files.write_lock():
        folder = index_files.current_folder()
        held = _database_checksums()
        indexed = indexed_checksums(folder) if folder else None
        if folder is None or indexed is None:
            yield from _build_index(held.keys())
            return
        fresh = {pk for pk, mark in held.items() if indexed.get(pk) != mark}
        stale = {pk for pk, mark in indexed.items() if held.get(pk) != mark}
        if len(fresh) > MAX_INCREMENTAL_SHARE * len(held):
            yield from _build_index(held.keys())
        elif fresh or stale:
            yield from _apply_changes(folder, fresh, stale)


def rebuild_index() -> Generator[IndexingProgress]:
    """Build the index anew beside the one in use, then put it in its place.

    Yields:
        What is done.

    Raises:
        IndexBusyError: Another process is writing the index.
        IndexFailedError: The library that keeps it could not write.
        OSError: Its folder cannot be written.
    """
    with index_files.write_lock():
        yield from _build_index(_database_checksums().keys())


def _build_index(held: Iterable[int]) -> Iterator[IndexingProgress]:
    """Build an index of cables in a new folder and put it into use."""
    folder = index_files.new_folder()
    try:
        yield from _write_documents(create_index(folder), sorted(held))
        _database_state().write(folder)
        index_files.activate(folder)
    finally:
        if index_files.current_folder() != folder:
            shutil.rmtree(folder, ignore_errors=True)


def _apply_changes(folder: Path, fresh: set[int], stale: set[int]) -> Iterator[IndexingProgress]:
    """Add and take away documents of the index in use; readers see all of it at its end."""
    index = open_index(folder)
    yield from _write_documents(index, sorted(fresh), sorted(stale))
    _database_state().write(folder)


def _write_documents(
    index: Index, added: Sequence[int], gone: Sequence[int] = ()
) -> Iterator[IndexingProgress]:
    """Write documents in one commit.

    Raises:
        IndexFailedError: The library that keeps the index could not.
    """
    try:
        writer = index.writer(WRITER_HEAP_BYTES, 1)
        if gone:  # by query: deletion by term takes a number for a signed one, and finds none
            writer.delete_documents_by_query(Query.term_set_query(index_schema(), "pk", list(gone)))
        for done, one in enumerate(build_documents(added), start=1):
            writer.add_document(one)
            if done % BATCH_SIZE == 0:
                yield IndexingProgress(done=done, total=len(added))
        writer.commit()
        writer.wait_merging_threads()
    except ValueError as error:
        raise IndexFailedError(str(error).rstrip(".")) from error
    yield IndexingProgress(done=len(added), total=len(added))


def _database_state() -> IndexState:
    """Return what an index holds that has all of the room's cables."""
    found = Cable.objects.aggregate(cables=Count("pk"), highest=Max("pk"))
    return IndexState(cables=found["cables"], highest=found["highest"] or 0)


def _database_checksums() -> dict[int, int]:
    """Return the keys of all cables in the database, each with the mark of its withheld names."""
    held = dict.fromkeys(Cable.objects.order_by().values_list("pk", flat=True).iterator(), 0)
    withholding = Cable.objects.exclude(withheld=[]).order_by().values_list("pk", "withheld")
    return held | {pk: withheld_checksum(names) for pk, names in withholding.iterator()}


def indexed_checksums(folder: Path) -> dict[int, int] | None:
    """Return the same of an index; None where it is of another format or damaged."""
    state = IndexState.read(folder)
    if state is None or state.format != INDEX_FORMAT:
        return None
    try:
        searcher = open_index(folder).searcher()
        if not searcher.num_docs:
            return {}
        hits = searcher.search(Query.all_query(), limit=searcher.num_docs, count=False).hits
        addresses = [address for _, address in hits]
        keys = searcher.fast_field_values("pk", addresses)
        marks = searcher.fast_field_values("withheld", addresses)
        return {int(pk or 0): int(mark or 0) for pk, mark in zip(keys, marks, strict=True)}
    except (ValueError, OSError):
        return None
