"""How far a long command has got: a bar on a terminal, a plain line now and then elsewhere."""

import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Final, TextIO

from rich.console import Console
from rich.progress import BarColumn, Progress, TextColumn, TimeRemainingColumn

SECONDS: Final = 10
"""Between two plain lines."""

Advance = Callable[[int, int], None]
"""Takes the bytes and the cables done since it was called last."""


@contextmanager
def progress(out: TextIO, total: int, *, quiet: bool) -> Iterator[Advance]:
    """Show how far a load has got, and say at once that it has begun.

    Args:
        out: Where to.
        total: Bytes of storage to be read; 0 where nobody knows.
        quiet: Show nothing.
    """
    if quiet:
        yield lambda _bytes, _cables: None
    elif out.isatty():
        with bar(out, total) as advance:
            yield advance
    else:
        out.write(f"Reading {total / 1e6:,.1f} MB\n" if total else "Reading\n")
        yield Lines(out, total).advance


@contextmanager
def bar(out: TextIO, total: int) -> Iterator[Advance]:
    """Draw a bar with the rate and the time left."""
    columns = (
        BarColumn(),
        TextColumn("{task.percentage:>3.0f} %"),
        TextColumn("{task.fields[cables]:,} cables, {task.fields[rate]:,.0f} a second"),
        TimeRemainingColumn(),
    )
    console = Console(file=out)
    started, done = time.monotonic(), 0
    with Progress(*columns, console=console, transient=True) as shown:
        task = shown.add_task("", total=total or None, cables=0, rate=0.0)

        def advance(size: int, cables: int) -> None:
            nonlocal done
            done += cables
            rate = done / max(time.monotonic() - started, 0.001)
            shown.update(task, advance=size, cables=done, rate=rate)

        yield advance


class Lines:
    """Writes a line every ten seconds."""

    def __init__(self, out: TextIO, total: int) -> None:
        self.out, self.total = out, total
        self.started = self.told = time.monotonic()
        self.size = self.cables = 0

    def advance(self, size: int, cables: int) -> None:
        """Add to what is done; write a line when it is time."""
        self.size += size
        self.cables += cables
        now = time.monotonic()
        if now - self.told >= SECONDS:
            self.told = now
            self.out.write(self.line(now - self.started))
            self.out.flush()

    def line(self, seconds: float) -> str:
        """Say how many, how fast and how long still."""
        text = f"{self.cables:,} cables, {self.cables / seconds:,.0f} a second"
        if self.total and self.size:
            left = seconds * max(self.total - self.size, 0) / self.size
            text += f", {100 * self.size / self.total:.0f} %, {left / 60:.0f} min left"
        return f"{text}\n"
