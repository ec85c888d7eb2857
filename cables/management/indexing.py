"""Bring the search index up to date from a command, and say how far it has got."""

from collections.abc import Iterable
from contextlib import AbstractContextManager, nullcontext
from typing import TextIO

from django.core.management.base import OutputWrapper
from rich.console import Console
from rich.progress import BarColumn, Progress, TextColumn, TimeRemainingColumn

from cables.search import IndexBusyError, IndexFailedError, Step, catch_up


def index_changes(out: OutputWrapper, complaints: TextIO, *, verbosity: int) -> None:
    """Index what a command has changed; what keeps it from that is said, and undoes nothing.

    Args:
        out: Where a line for detail goes.
        complaints: Where progress and failures go.
        verbosity: 0 says failures alone; 2 how many were indexed.
    """
    try:
        done = run(catch_up(), complaints, quiet=not verbosity)
    except (IndexBusyError, IndexFailedError, OSError) as error:
        complaints.write(
            f"The cables are stored, but the search index is not up to date: {error}. Run "
            "`manage.py rebuild_search` when that is mended.\n"
        )
        return
    if done and verbosity > 1:
        out.write(f"{done:,} indexed for search")


def run(steps: Iterable[Step], out: TextIO, *, quiet: bool) -> int:
    """Go through the steps of indexing; return how many cables were indexed."""
    done = 0
    with shown(out, quiet=quiet) as progress:
        task = progress.add_task("", total=None) if progress else None
        for step in steps:
            done = step.done
            if progress and task is not None:
                progress.update(task, completed=step.done, total=step.total)
    return done


def shown(out: TextIO, *, quiet: bool) -> AbstractContextManager[Progress | None]:
    """Draw a bar on a terminal, and nothing elsewhere: indexing takes a tenth of a load's time."""
    if quiet or not out.isatty():
        return nullcontext()
    columns = (TextColumn("indexing"), BarColumn(), TextColumn("{task.completed:,} cables"))
    return Progress(*columns, TimeRemainingColumn(), console=Console(file=out), transient=True)
