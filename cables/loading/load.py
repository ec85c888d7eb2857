"""Load cables: from what the sources read, through the parser, into the database.

A batch of cables is stored in one transaction, whole or not at all, and a cable whose source and
whose reading rules have not changed is left alone. So a load that was killed is simply run again.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from django.db import DatabaseError, DataError, IntegrityError, transaction
from django.utils import timezone

from cables.loading.rows import CableRows
from cables.loading.save import ROWS_PER_STATEMENT, store_cables
from cables.loading.versions import SOURCE_COLUMNS, CableVersions, Outcome, add, merge
from cables.loading.worker import (
    PARSER_VERSION,
    KnownSources,
    UnchangedCable,
    WorkerResult,
    parse_files,
)
from cables.models import Cable, Version
from cables.sources import Rejection, collect_files
from cables.sources.file_names import printable

BATCH_SIZE = 200
"""Cables a transaction: large enough to be quick, small enough that a reader never notices."""


@dataclass(frozen=True, slots=True, kw_only=True)
class LoadResult:
    """One cable's or one file's fate."""

    outcome: Outcome
    name: str
    """The file, as given."""
    line: int = 0
    """The line on which the cable begins or the trouble is, from 1; 0 where the whole file is
    meant."""
    reference_id: str = ""
    reason: str = ""
    """Why it was rejected; else empty."""
    problems: int = 0
    """How many notes the reader gets with it."""


@dataclass(slots=True)
class LoadSummary:
    """The counts of a load."""

    counts: dict[Outcome, int] = field(default_factory=lambda: dict.fromkeys(Outcome, 0))

    def add(self, results: Iterable[LoadResult]) -> None:
        """Count what became of some cables."""
        for result in results:
            self.counts[result.outcome] += 1

    def __str__(self) -> str:
        return ", ".join(f"{count:,} {outcome}" for outcome, count in self.counts.items())


@dataclass(frozen=True, slots=True, kw_only=True)
class LoadProgress:
    """Some cables done."""

    results: tuple[LoadResult, ...]
    consumed: int
    """Bytes of storage read for them, as `sources.storage_size` counts."""


def load_cables(
    paths: Iterable[Path], *, dry_run: bool = False, processes: int = 1
) -> Iterator[LoadProgress]:
    """Load files, folders and archives, in the order in which they are read.

    Args:
        paths: Files, archives, folders (read to any depth), `-` for standard input.
        dry_run: Read, parse, decide and store, and take the storing back.
        processes: How many read and parse; this one stores.

    Yields:
        What is done, as soon as it is stored.

    Raises:
        concurrent.futures.process.BrokenProcessPool: A reading process was killed; what was
            yielded is stored, and the load can be run again.
        django.db.Error: The database is locked, lost, full or not migrated; likewise.
    """
    waiting: list[CableRows] = []
    known = KnownSources.from_sources(stored_sources())
    for step in parse_files(collect_files(paths), known, processes=processes):
        told = [_result_for(one) for one in step.results if not isinstance(one, CableRows)]
        waiting += [one for one in step.results if isinstance(one, CableRows)]
        while len(waiting) >= BATCH_SIZE:
            told += _store_batch(waiting[:BATCH_SIZE], dry_run=dry_run)
            del waiting[:BATCH_SIZE]
        yield LoadProgress(results=tuple(told), consumed=step.consumed)
    yield LoadProgress(results=tuple(_store_batch(waiting, dry_run=dry_run)), consumed=0)


def stored_sources() -> Iterator[tuple[str, str, str, str]]:
    """Yield every source that need not be read again, as `Known` takes them."""
    names = ("source_sha256", "text_sha256", "source_key")
    shown = Cable.objects.filter(parser_version=PARSER_VERSION).order_by()
    yield from shown.values_list(*names, "reference_id").iterator(chunk_size=10_000)
    others = Version.objects.filter(parser_version=PARSER_VERSION).order_by()
    yield from others.values_list(*names, "cable__reference_id").iterator(chunk_size=10_000)


def _result_for(one: WorkerResult) -> LoadResult:
    """Return the result for what needs no storing."""
    if isinstance(one, UnchangedCable):
        return LoadResult(
            outcome=Outcome.UNCHANGED,
            name=one.name,
            line=one.line,
            reference_id=one.reference_id,
        )
    assert isinstance(one, Rejection)  # noqa: S101 - the only kind left, said for the type checker
    return LoadResult(outcome=Outcome.REJECTED, name=one.name, line=one.line, reason=one.reason)


def _store_batch(batch: Sequence[CableRows], *, dry_run: bool) -> list[LoadResult]:
    """Store cables in one transaction; where the database refuses one, each in its own.

    Only what is wrong with a cable is a cable's refusal: a database that is locked, lost or full
    would refuse one after the other, and ends the load.
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
        return [result for one in batch for result in _store_batch([one], dry_run=dry_run)]
    return results


def _rejected_by_database(cable: CableRows, error: DatabaseError) -> LoadResult:
    """Return the result for a cable that the database would not take."""
    return LoadResult(
        outcome=Outcome.REJECTED,
        name=cable.cable["source_name"],
        line=cable.line,
        reference_id=cable.reference_id,
        reason=f"the database did not take {cable.reference_id}: {printable(str(error))}",
    )


def _merge_batch(batch: Sequence[CableRows]) -> list[LoadResult]:
    """Decide what each cable is beside what is held, and write what follows from it."""
    holdings = _stored_versions({cable.reference_id for cable in batch})
    before = set(holdings)
    results = []
    for cable in batch:
        holding = holdings.get(cable.reference_id)
        if holding is None:
            holdings[cable.reference_id] = add(cable)
            outcome = Outcome.LOADED
        else:
            outcome = merge(holding, cable)
        results.append(
            LoadResult(
                outcome=outcome,
                name=cable.cable["source_name"],
                line=cable.line,
                reference_id=cable.reference_id,
                problems=len(cable.problems),
            )
        )
    _write_merged(list(holdings.values()), any_before=bool(before))
    return results


def _stored_versions(reference_ids: set[str]) -> dict[str, CableVersions]:
    """Return what the database holds of some cables."""
    holdings = {
        cable.reference_id: CableVersions(
            shown={
                **{name: getattr(cable, name) for name in SOURCE_COLUMNS},
                "text": cable.telegram,
            },
            pk=cable.pk,
        )
        for cable in Cable.objects.filter(reference_id__in=reference_ids)
    }
    others = Version.objects.filter(cable__reference_id__in=holdings)
    for row in others.values("cable__reference_id", "text", *SOURCE_COLUMNS):
        holding = holdings[row.pop("cable__reference_id")]
        holding.other_versions.append({**row, "text": row["text"] or holding.shown["text"]})
    return holdings


def _write_merged(holdings: Sequence[CableVersions], *, any_before: bool) -> None:
    """Bring the database to what was decided."""
    now = timezone.now()
    fresh = [one for one in holdings if one.new_rows]
    if any_before:
        staying = [one for one in holdings if not one.new_rows]
        Version.objects.filter(cable__in=[one.pk for one in holdings if one.pk]).delete()
        Cable.objects.filter(pk__in=[one.pk for one in fresh if one.pk]).delete()
        keyless = [one.stored_pk for one in staying if not one.shown["source_key"]]
        Cable.objects.filter(pk__in=keyless).update(source_key="")
    stored = store_cables([one.rows_to_store for one in fresh if one.rows_to_store], loaded=now)
    keys = {cable.reference_id: cable.pk for cable in stored}
    Version.objects.bulk_create(
        (
            Version(
                cable_id=keys[one.new_rows.reference_id] if one.new_rows else one.stored_pk,
                loaded=now,
                **version,
            )
            for one in holdings
            for version in one.versions_to_store
        ),
        ROWS_PER_STATEMENT,
    )
