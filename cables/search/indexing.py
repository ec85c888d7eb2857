"""Update the index from the database, or rebuild it.

What to change is found by comparing keys, so an update that was killed can simply be run again.
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
"""Memory for documents before they are written to disk."""
MAX_INCREMENTAL_SHARE: Final = 0.5
"""If a larger share of the cables changed, the index is rebuilt."""


@dataclass(frozen=True, slots=True, kw_only=True)
class IndexingProgress:
    """How far the indexing is."""

    done: int
    """Cables indexed so far."""
    total: int


def update_index() -> Generator[IndexingProgress]:
    """Add new cables to the index and remove deleted ones; build the index if there is none.

    Yields:
        The progress; nothing if the index is up to date.

    Raises:
        IndexBusyError: Another process is writing the index.
        IndexFailedError: The search library could not write the index.
        OSError: The index folder is not writable.
    """
    with index_files.write_lock():
        folder = index_files.current_folder()
        stored = _database_checksums()
        indexed = indexed_checksums(folder) if folder else None
        if folder is None or indexed is None:
            yield from _build_index(stored.keys())
            return
        new = {pk for pk, checksum in stored.items() if indexed.get(pk) != checksum}
        stale = {pk for pk, checksum in indexed.items() if stored.get(pk) != checksum}
        if len(new) > MAX_INCREMENTAL_SHARE * len(stored):
            yield from _build_index(stored.keys())
        elif new or stale:
            yield from _apply_changes(folder, new, stale)


def rebuild_index() -> Generator[IndexingProgress]:
    """Build a new index beside the one in use, then replace it.

    Yields:
        The progress.

    Raises:
        IndexBusyError: Another process is writing the index.
        IndexFailedError: The search library could not write the index.
        OSError: The index folder is not writable.
    """
    with index_files.write_lock():
        yield from _build_index(_database_checksums().keys())


def _build_index(pks: Iterable[int]) -> Iterator[IndexingProgress]:
    """Build an index in a new folder and switch to it."""
    folder = index_files.new_folder()
    try:
        yield from _write_documents(create_index(folder), sorted(pks))
        _database_state().write(folder)
        index_files.activate(folder)
    finally:
        if index_files.current_folder() != folder:
            shutil.rmtree(folder, ignore_errors=True)


def _apply_changes(folder: Path, new: set[int], stale: set[int]) -> Iterator[IndexingProgress]:
    """Change the index in use in one commit, so that readers see all changes at once."""
    index = open_index(folder)
    yield from _write_documents(index, sorted(new), sorted(stale))
    _database_state().write(folder)


def _write_documents(
    index: Index, added: Sequence[int], deleted: Sequence[int] = ()
) -> Iterator[IndexingProgress]:
    """Add and delete documents in one commit.

    Raises:
        IndexFailedError: The search library could not write the index.
    """
    try:
        writer = index.writer(WRITER_HEAP_BYTES, 1)
        if deleted:  # by query: deletion by term takes keys for signed numbers, and finds none
            query = Query.term_set_query(index_schema(), "pk", list(deleted))
            writer.delete_documents_by_query(query)
        for done, document in enumerate(build_documents(added), start=1):
            writer.add_document(document)
            if done % BATCH_SIZE == 0:
                yield IndexingProgress(done=done, total=len(added))
        writer.commit()
        writer.wait_merging_threads()
    except ValueError as error:
        raise IndexFailedError(str(error).rstrip(".")) from error
    yield IndexingProgress(done=len(added), total=len(added))


def _database_state() -> IndexState:
    """Return the state of an index that contains all cables."""
    totals = Cable.objects.aggregate(cables=Count("pk"), highest=Max("pk"))
    return IndexState(cables=totals["cables"], highest=totals["highest"] or 0)


def _database_checksums() -> dict[int, int]:
    """Return the checksum of each cable's withheld names in the database, by primary key."""
    pks = Cable.objects.order_by().values_list("pk", flat=True)
    withheld = Cable.objects.exclude(withheld=[]).order_by().values_list("pk", "withheld")
    return dict.fromkeys(pks.iterator(), 0) | {
        pk: withheld_checksum(names) for pk, names in withheld.iterator()
    }


def indexed_checksums(folder: Path) -> dict[int, int] | None:
    """Return the same for an index; None if it is of another format or damaged."""
    state = IndexState.read(folder)
    if state is None or state.format != INDEX_FORMAT:
        return None
    try:
        searcher = open_index(folder).searcher()
        if not searcher.num_docs:
            return {}
        hits = searcher.search(Query.all_query(), limit=searcher.num_docs, count=False).hits
        addresses = [address for _, address in hits]
        pks = searcher.fast_field_values("pk", addresses)
        checksums = searcher.fast_field_values("withheld", addresses)
        return {
            int(pk or 0): int(checksum or 0) for pk, checksum in zip(pks, checksums, strict=True)
        }
    except (ValueError, OSError):
        return None
