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
from cables.search.documents import CHUNK, documents, withheld_mark
from cables.search.index_fields import FORMAT, create, open_index, schema
from cables.search.index_files import IndexFailedError, State

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
    with index_files.writing():
        folder = index_files.current()
        held = marks_held()
        indexed = marks_indexed(folder) if folder else None
        if folder is None or indexed is None:
            yield from build(held.keys())
            return
        fresh = {pk for pk, mark in held.items() if indexed.get(pk) != mark}
        stale = {pk for pk, mark in indexed.items() if held.get(pk) != mark}
        if len(fresh) > MOST_BY_DIFFERENCE * len(held):
            yield from build(held.keys())
        elif fresh or stale:
            yield from change(folder, fresh, stale)


def rebuild() -> Generator[Step]:
    """Build the index anew beside the one in use, then put it in its place.

    Yields:
        What is done.

    Raises:
        IndexBusyError: Another process is writing the index.
        IndexFailedError: The library that keeps it could not write.
        OSError: Its folder cannot be written.
    """
    with index_files.writing():
        yield from build(marks_held().keys())


def build(held: Iterable[int]) -> Iterator[Step]:
    """Build an index of cables in a new folder and put it into use."""
    folder = index_files.new_folder()
    try:
        yield from write(create(folder), sorted(held))
        state_of_the_room().write(folder)
        index_files.use(folder)
    finally:
        if index_files.current() != folder:
            shutil.rmtree(folder, ignore_errors=True)


def change(folder: Path, fresh: set[int], stale: set[int]) -> Iterator[Step]:
    """Add and take away documents of the index in use; readers see all of it at its end."""
    index = open_index(folder)
    yield from write(index, sorted(fresh), sorted(stale))
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


def marks_held() -> dict[int, int]:
    """Return the keys of all cables in the database, each with the mark of its withheld names."""
    held = dict.fromkeys(Cable.objects.order_by().values_list("pk", flat=True).iterator(), 0)
    withholding = Cable.objects.exclude(withheld=[]).order_by().values_list("pk", "withheld")
    return held | {pk: withheld_mark(names) for pk, names in withholding.iterator()}


def marks_indexed(folder: Path) -> dict[int, int] | None:
    """Return the same of an index; None where it is of another format or damaged."""
    state = State.read(folder)
    if state is None or state.format != FORMAT:
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
