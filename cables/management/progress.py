"""The progress of a long command: a bar on a terminal, a plain line now and then elsewhere."""

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
"""Between two plain lines."""

Advance = Callable[[int, int], None]
"""Takes the bytes and the cables done since the last call."""


@contextmanager
def show_progress(out: TextIO, total: int, *, quiet: bool) -> Iterator[Advance]:
    """Show the progress of a load, starting with a first sign of life.

    Args:
        out: Where to.
        total: Bytes of storage to be read; 0 where this is unknown.
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
    """Draw a bar with the rate and the time left."""
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
    """Writes a line every ten seconds."""

    def __init__(self, out: TextIO, total: int) -> None:
        self.out, self.total = out, total
        self.started = self.last_reported = time.monotonic()
        self.size = self.cables = 0

    def advance(self, size: int, cables: int) -> None:
        """Add to what is done; write a line when it is time."""
        self.size += size
        self.cables += cables
        now = time.monotonic()
        if now - self.last_reported >= REPORT_INTERVAL:
            self.last_reported = now
            self.out.write(self.line(now - self.started))
            self.out.flush()

    def line(self, seconds: float) -> str:
        """Return the count, the rate and the time left."""
        text = f"{self.cables:,} cables, {self.cables / seconds:,.0f} a second"
        if self.total and self.size:
            left = seconds * max(self.total - self.size, 0) / self.size
            text += f", {100 * self.size / self.total:.0f} %, {left / 60:.0f} min left"
        return f"{text}\n"


def index_changes(out: OutputWrapper, errors: TextIO, *, verbosity: int) -> None:
    """Index what a command has changed; a failure is reported and undoes nothing.

    Args:
        out: Where details go.
        errors: Where progress and failures go.
        verbosity: 0 reports failures alone; 2 the number of cables indexed.
    """
    try:
        done = show_indexing(update_index(), errors, quiet=not verbosity)
    except (IndexBusyError, IndexFailedError, OSError) as error:
        errors.write(
            f"The cables are stored, but the search index is not up to date: {error}. Run "
            "`manage.py rebuild_search` when that is fixed.\n"
        )
        return
    if done and verbosity > 1:
        out.write(f"{done:,} indexed for search")


def show_indexing(steps: Iterable[IndexingProgress], out: TextIO, *, quiet: bool) -> int:
    """Run the steps of indexing with a bar on a terminal; return how many cables were indexed.

    Nothing is shown elsewhere: indexing takes a tenth of a load's time.
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
    """Run the steps of resolving people, with a bar or plain lines.

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
    """Return a bar that counts units on a terminal, and None elsewhere."""
    if quiet or not out.isatty():
        return nullcontext()
    return _bar(out, TextColumn(label), BarColumn(), TextColumn(f"{{task.completed:,}} {unit}"))


def _bar(out: TextIO, *columns: ProgressColumn) -> Progress:
    """Return a bar of these columns, with the time left, that vanishes at its end."""
    return Progress(*columns, TimeRemainingColumn(), console=Console(file=out), transient=True)
