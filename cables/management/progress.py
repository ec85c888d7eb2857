"""Progress of long commands: a bar on a terminal, and plain lines elsewhere."""

import time
from collections.abc import Callable, Iterable, Iterator
from contextlib import AbstractContextManager, contextmanager, nullcontext
from typing import Final, TextIO

from django.core.management.base import OutputWrapper
from rich.console import Console
from rich.progress import BarColumn, Progress, ProgressColumn, TextColumn, TimeRemainingColumn

from cables.people.resolution import run as resolution
from cables.search import IndexBusyError, IndexFailedError, IndexingProgress, update_index

REPORT_INTERVAL: Final = 10
"""In seconds, between two plain lines."""

Advance = Callable[[int, int], None]
"""Takes the bytes and the cables read since the last call."""


@contextmanager
def show_progress(out: TextIO, total: int, *, quiet: bool) -> Iterator[Advance]:
    """Show the progress of a load, beginning immediately.

    Args:
        out: Where to write.
        total: Bytes to read; 0 if unknown.
        quiet: Show nothing.
    """
    if quiet:
        yield lambda _bytes, _cables: None
    elif out.isatty():
        with _load_bar(out, total) as advance:
            yield advance
    else:
        out.write(f"Reading {total / 1e6:,.1f} MB\n" if total else "Reading\n")
        yield ProgressLines(out, total).advance


@contextmanager
def _load_bar(out: TextIO, total: int) -> Iterator[Advance]:
    """Show a bar with the rate and the time left."""
    columns = (
        BarColumn(),
        TextColumn("{task.percentage:>3.0f} %"),
        TextColumn("{task.fields[cables]:,} cables, {task.fields[rate]:,.0f} a second"),
    )
    started, done = time.monotonic(), 0
    with _bar(out, *columns) as bar:
        task = bar.add_task("", total=total or None, cables=0, rate=0.0)

        def advance(size: int, cables: int) -> None:
            nonlocal done
            done += cables
            rate = done / max(time.monotonic() - started, 0.001)
            bar.update(task, advance=size, cables=done, rate=rate)

        yield advance


class ProgressLines:
    """Plain lines, one every ten seconds."""

    def __init__(self, out: TextIO, total: int) -> None:
        self.out, self.total = out, total
        self.started = self.last_reported = time.monotonic()
        self.size = self.cables = 0

    def advance(self, size: int, cables: int) -> None:
        """Add to the counts; write a line if it is due."""
        self.size += size
        self.cables += cables
        now = time.monotonic()
        if now - self.last_reported >= REPORT_INTERVAL:
            self.last_reported = now
            self.out.write(self.line(now - self.started))
            self.out.flush()

    def line(self, seconds: float) -> str:
        """Return a line with count, rate and time left."""
        text = f"{self.cables:,} cables, {self.cables / seconds:,.0f} a second"
        if self.total and self.size:
            left = seconds * max(self.total - self.size, 0) / self.size
            text += f", {100 * self.size / self.total:.0f} %, {left / 60:.0f} min left"
        return f"{text}\n"


def index_changes(out: OutputWrapper, errors: TextIO, *, verbosity: int) -> None:
    """Update the search index; a failure is reported, and the cables stay stored.

    Args:
        out: For details.
        errors: For progress and failures.
        verbosity: 0 reports only failures; 2 also the number of cables indexed.
    """
    try:
        done = show_indexing(update_index(), errors, quiet=not verbosity)
    except (IndexBusyError, IndexFailedError, OSError) as error:
        errors.write(
            f"The cables are stored, but the search index is out of date: {error}. Fix this, then "
            "run `manage.py rebuild_search`.\n"
        )
        return
    if done and verbosity > 1:
        out.write(f"{done:,} cables indexed")


def show_indexing(steps: Iterable[IndexingProgress], out: TextIO, *, quiet: bool) -> int:
    """Run the steps of indexing, with a bar on a terminal; return the number of indexed cables.

    There are no plain lines: indexing takes only a tenth of the time of a load.
    """
    done = 0
    with _step_bar(out, "indexing", "cables", quiet=quiet) as bar:
        task = bar.add_task("", total=None) if bar else None
        for step in steps:
            done = step.done
            if bar and task is not None:
                bar.update(task, completed=step.done, total=step.total)
    return done


def show_resolution(
    steps: Iterable[resolution.ResolutionStep], out: TextIO, *, quiet: bool
) -> tuple[str, ...]:
    """Run the steps of resolution, with a bar or plain lines.

    Returns:
        Sentences on corrections that could not be applied.
    """
    problems: tuple[str, ...] = ()
    done, last_reported = 0, time.monotonic()
    with _step_bar(out, "resolving people", "mentions", quiet=quiet) as bar:
        task = bar.add_task("", total=None) if bar else None
        for step in steps:
            done += step.mentions
            problems += step.problems
            if bar and task is not None:
                bar.update(task, completed=done, total=step.total)
            elif not quiet and time.monotonic() - last_reported >= REPORT_INTERVAL:
                last_reported = time.monotonic()
                out.write(f"Resolving people: {done:,} of {step.total:,} mentions\n")
                out.flush()
    return problems


def _step_bar(
    out: TextIO, label: str, unit: str, *, quiet: bool
) -> AbstractContextManager[Progress | None]:
    """Return a bar that counts units on a terminal, or None elsewhere."""
    if quiet or not out.isatty():
        return nullcontext()
    return _bar(out, TextColumn(label), BarColumn(), TextColumn(f"{{task.completed:,}} {unit}"))


def _bar(out: TextIO, *columns: ProgressColumn) -> Progress:
    """Return a bar with these columns and the time left; it disappears when done."""
    return Progress(*columns, TimeRemainingColumn(), console=Console(file=out), transient=True)
