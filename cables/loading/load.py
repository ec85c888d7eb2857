"""Load cables from files into the database, batch by batch.

Each batch is stored in one transaction, whole or not at all, and a cable whose source and parser
version are unchanged is left alone. To resume a load that was killed, run it again.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from django.db import DatabaseError, DataError, IntegrityError, transaction

from cables.loading.rows import CableRows
from cables.loading.save import store_versions, stored_sources, stored_versions
from cables.loading.versions import Outcome, add, merge
from cables.loading.worker import KnownSources, UnchangedCable, parse_files
from cables.sources import Rejection, collect_files
from cables.sources.file_names import printable

BATCH_SIZE = 200
"""Cables a transaction: large enough to be fast, small enough that readers never notice."""


@dataclass(frozen=True, slots=True, kw_only=True)
class LoadResult:
    """What happened to one cable or one bad file."""

    outcome: Outcome
    name: str
    """The file, as given."""
    line: int = 0
    """The line on which the cable begins or the fault is, from 1; 0 for the whole file."""
    reference_id: str = ""
    reason: str = ""
    """Why it was rejected; empty otherwise."""
    problems: int = 0
    """How many notes the cable's page shows."""


@dataclass(slots=True)
class LoadSummary:
    """The counts of a load."""

    counts: dict[Outcome, int] = field(default_factory=lambda: dict.fromkeys(Outcome, 0))

    def add(self, results: Iterable[LoadResult]) -> None:
        for result in results:
            self.counts[result.outcome] += 1

    def __str__(self) -> str:
        return ", ".join(f"{count:,} {outcome}" for outcome, count in self.counts.items())


@dataclass(frozen=True, slots=True, kw_only=True)
class LoadProgress:
    """The results of some more files."""

    results: tuple[LoadResult, ...]
    consumed: int
    """Bytes of storage read for them, as `sources.storage_size` counts."""


def load_cables(
    paths: Iterable[Path], *, dry_run: bool = False, processes: int = 1
) -> Iterator[LoadProgress]:
    """Load files, folders and archives, in the order given.

    Args:
        paths: Files, archives, folders (read to any depth), `-` for standard input.
        dry_run: Do everything, then roll back.
        processes: How many read and parse; the calling process stores.

    Yields:
        The results of each batch, as soon as it is stored.

    Raises:
        concurrent.futures.process.BrokenProcessPool: A worker process was killed. What was yielded
            is stored; run the load again to resume.
        django.db.Error: The database is locked, lost, full or not migrated; likewise.
    """
    waiting: list[CableRows] = []
    known = KnownSources.from_sources(stored_sources())
    for chunk in parse_files(collect_files(paths), known, processes=processes):
        results = []
        for parsed in chunk.results:
            if isinstance(parsed, CableRows):
                waiting.append(parsed)
            else:
                results.append(_result_without_storing(parsed))
        while len(waiting) >= BATCH_SIZE:
            results += _store_batch(waiting[:BATCH_SIZE], dry_run=dry_run)
            del waiting[:BATCH_SIZE]
        yield LoadProgress(results=tuple(results), consumed=chunk.consumed)
    yield LoadProgress(results=tuple(_store_batch(waiting, dry_run=dry_run)), consumed=0)


def _result_without_storing(parsed: UnchangedCable | Rejection) -> LoadResult:
    if isinstance(parsed, UnchangedCable):
        return LoadResult(
            outcome=Outcome.UNCHANGED,
            name=parsed.name,
            line=parsed.line,
            reference_id=parsed.reference_id,
        )
    return LoadResult(
        outcome=Outcome.REJECTED, name=parsed.name, line=parsed.line, reason=parsed.reason
    )


def _store_batch(batch: Sequence[CableRows], *, dry_run: bool) -> list[LoadResult]:
    """Store cables in one transaction; if the database refuses one, each in its own.

    Only a cable's own fault rejects that cable: a database that is locked, lost or full would
    refuse one after another, so its error ends the load.
    """
    if not batch:
        return []
    try:
        with transaction.atomic():
            results = _merge_batch(batch)
            if dry_run:
                transaction.set_rollback(True)
    except (DataError, IntegrityError) as error:
        if len(batch) == 1:
            return [_rejected_by_database(batch[0], error)]
        return [result for cable in batch for result in _store_batch([cable], dry_run=dry_run)]
    return results


def _rejected_by_database(cable: CableRows, error: DatabaseError) -> LoadResult:
    return LoadResult(
        outcome=Outcome.REJECTED,
        name=cable.cable["source_name"],
        line=cable.line,
        reference_id=cable.reference_id,
        reason=f"the database rejected {cable.reference_id}: {printable(str(error))}",
    )


def _merge_batch(batch: Sequence[CableRows]) -> list[LoadResult]:
    """Merge cables into the stored versions of each, and save what changed."""
    versions = stored_versions({cable.reference_id for cable in batch})
    any_stored = bool(versions)
    results = []
    for cable in batch:
        stored = versions.get(cable.reference_id)
        if stored is None:
            versions[cable.reference_id] = add(cable)
            outcome = Outcome.LOADED
        else:
            outcome = merge(stored, cable)
        results.append(
            LoadResult(
                outcome=outcome,
                name=cable.cable["source_name"],
                line=cable.line,
                reference_id=cable.reference_id,
                problems=len(cable.problems),
            )
        )
    store_versions(list(versions.values()), any_stored=any_stored)
    return results
