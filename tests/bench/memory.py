"""How much memory a process and all that it started take, sampled while they run (Linux)."""

from collections.abc import Iterator
from pathlib import Path
from threading import Event, Thread
from typing import Final, Self

PROCESSES: Final = Path("/proc")
PAUSE: Final = 0.1
"""Seconds between two looks."""


class MemoryWatch:
    """Looks at a process and its descendants again and again, and keeps the highest figures.

    A page that several processes share counts once (PSS), so that the sum is what the machine
    really gives. Where the system does not tell, the figures stay 0.
    """

    def __init__(self, process_id: int) -> None:
        self.peak = 0
        """Bytes of all processes together, at their highest."""
        self.most = 0
        """How many processes there were at most."""
        self._root = process_id
        self._ended = Event()
        self._thread = Thread(target=self._watch, daemon=True)

    def __enter__(self) -> Self:
        self._thread.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._ended.set()
        self._thread.join()

    def _watch(self) -> None:
        while not self._ended.wait(PAUSE):
            sizes = [_proportional_size(one) for one in family(self._root)]
            self.peak = max(self.peak, sum(sizes))
            self.most = max(self.most, len(sizes))


def family(process_id: int) -> Iterator[int]:
    """Yield a process and its descendants, whichever thread of it started them."""
    yield process_id
    for thread in (PROCESSES / str(process_id) / "task").glob("*/children"):
        try:
            children = thread.read_text().split()
        except OSError:
            continue
        for child in children:
            yield from family(int(child))


def _proportional_size(process_id: int) -> int:
    """Return the bytes of a process, 0 where it has ended meanwhile."""
    try:
        lines = (PROCESSES / f"{process_id}/smaps_rollup").read_text().splitlines()
    except OSError:
        return 0
    sizes = (int(line.split()[1]) for line in lines if line.startswith("Pss:"))
    return sum(sizes) * 1024
