"""Settle who is who from a command, and say how far it has got."""

import time
from collections.abc import Iterable
from contextlib import AbstractContextManager, nullcontext
from typing import Final, TextIO

from rich.console import Console
from rich.progress import BarColumn, Progress, TextColumn, TimeRemainingColumn

from cables.people.settling import Step

SECONDS: Final = 10
"""Between two plain lines."""


def run(steps: Iterable[Step], out: TextIO, *, quiet: bool) -> tuple[str, ...]:
    """Go through the steps of settling.

    Args:
        steps: As `loading.settle_people` yields them.
        out: Where progress goes.
        quiet: Show none.

    Returns:
        Sentences on corrections that could not be applied.
    """
    problems: tuple[str, ...] = ()
    done, told = 0, time.monotonic()
    with shown(out, quiet=quiet) as progress:
        task = progress.add_task("", total=None) if progress else None
        for step in steps:
            done += step.mentions
            problems += step.problems
            if progress and task is not None:
                progress.update(task, completed=done, total=step.of)
            elif not quiet and time.monotonic() - told >= SECONDS:
                told = time.monotonic()
                out.write(f"Settling who is who: {done:,} of {step.of:,} mentions\n")
                out.flush()
    return problems


def shown(out: TextIO, *, quiet: bool) -> AbstractContextManager[Progress | None]:
    """Draw a bar on a terminal."""
    if quiet or not out.isatty():
        return nullcontext()
    columns = (TextColumn("who is who"), BarColumn(), TextColumn("{task.completed:,} mentions"))
    return Progress(*columns, TimeRemainingColumn(), console=Console(file=out), transient=True)
