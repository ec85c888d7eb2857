"""Bring the index to what the database holds: the difference, or all of it anew.

The index is derived from the database and never the other way round. What must be done is found by
comparing keys, so that a run that was killed is simply run again.
"""

import shutil
from collections.abc import Generator, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from django.db.models import Count, Max
from tantivy import Index, Query

from cables.models import Cable
from cables.search import store
from cables.search.documents import CHUNK, documents
from cables.search.schema import FORMAT, create, open_index, schema
from cables.search.store import IndexFailedError, State

HEAP: Final = 256_000_000
"""Bytes for documents before they go to disk, all threads together."""
MOST_BY_DIFFERENCE: Final = 0.5
"""Of the cables: where more of them changed, a new index is built beside the old one."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """Some cables indexed."""

    done: int
    """Of all, so far."""
    total: int


def catch_up() -> Generator[Step]:
    """Index the cables that are new, forget those that are gone; build it where there is none.

    Yields:
        What is done; nothing where nothing was to do.

    Raises:
        IndexBusyError: Another process is writing the index.
        IndexFailedError: The library that keeps it could not write.
        OSError: Its folder cannot be written.
    """
    with store.writing():
        folder = store.current()
        held = keys_held()
        indexed = keys_indexed(folder) if folder else None
        missing = held if indexed is None else held - indexed
        if folder is None or indexed is None or len(missing) > MOST_BY_DIFFERENCE * len(held):
            yield from build(held)
        elif missing or indexed - held:
            yield from change(folder, missing, indexed - held)


def rebuild() -> Generator[Step]:
    """Build the index anew beside the one in use, then put it in its place.

    Yields:
        What is done.

    Raises:
        IndexBusyError: Another process is writing the index.
        IndexFailedError: The library that keeps it could not write.
        OSError: Its folder cannot be written.
    """
    with store.writing():
        yield from build(keys_held())


def build(held: set[int]) -> Iterator[Step]:
    """Build an index of cables in a new folder and put it into use."""
    folder = store.new_folder()
    try:
        yield from write(create(folder), sorted(held))
        state_of_the_room().write(folder)
        store.use(folder)
    finally:
        if store.current() != folder:
            shutil.rmtree(folder, ignore_errors=True)


def change(folder: Path, missing: set[int], gone: set[int]) -> Iterator[Step]:
    """Add and take away cables in the index in use; readers see all of it at its end."""
    index = open_index(folder)
    yield from write(index, sorted(missing), sorted(gone))
    state_of_the_room().write(folder)


def write(index: Index, added: Sequence[int], gone: Sequence[int] = ()) -> Iterator[Step]:
    """Write documents in one commit.

    Raises:
        IndexFailedError: The library that keeps the index could not.
    """
    try:
        writer = index.writer(HEAP, 1)
        if gone:  # by query: deletion by term takes a number for a signed one, and finds none
            writer.delete_documents_by_query(Query.term_set_query(schema(), "pk", list(gone)))
        for done, one in enumerate(documents(added), start=1):
            writer.add_document(one)
            if done % CHUNK == 0:
                yield Step(done=done, total=len(added))
        writer.commit()
        writer.wait_merging_threads()
    except ValueError as error:
        raise IndexFailedError(str(error).rstrip(".")) from error
    yield Step(done=len(added), total=len(added))


def state_of_the_room() -> State:
    """Return what an index holds that has all of the room's cables."""
    found = Cable.objects.aggregate(cables=Count("pk"), highest=Max("pk"))
    return State(cables=found["cables"], highest=found["highest"] or 0)


def keys_held() -> set[int]:
    """Return the keys of all cables in the database."""
    return set(Cable.objects.order_by().values_list("pk", flat=True).iterator())


def keys_indexed(folder: Path) -> set[int] | None:
    """Return the keys of all cables in an index; None where it is of another format or damaged."""
    state = State.read(folder)
    if state is None or state.format != FORMAT:
        return None
    try:
        searcher = open_index(folder).searcher()
        if not searcher.num_docs:
            return set()
        hits = searcher.search(Query.all_query(), limit=searcher.num_docs, count=False).hits
        keys = searcher.fast_field_values("pk", [address for _, address in hits])
        return {int(key or 0) for key in keys}
    except (ValueError, OSError):
        return None
