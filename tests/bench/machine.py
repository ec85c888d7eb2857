"""What else the machine was doing meanwhile: figures of a busy one say little (Linux)."""

import time
from os import sysconf
from typing import Final, Self

from tests.bench.memory import PROCESSES
from tests.bench.searching_server import Server

IDLE: Final = (3, 4)
"""Columns of the time at rest: idle, and waiting for a disk."""


class OtherWork:
    """How many cores others kept busy while a block ran: neither this process nor a server."""

    def __init__(self, server: Server) -> None:
        self.cores = 0.0
        """0 where the system does not tell."""
        self._server = server
        self._began = (0.0, 0.0)

    def __enter__(self) -> Self:
        self._began = (time.perf_counter(), self._of_others())
        return self

    def __exit__(self, *_: object) -> None:
        seconds = time.perf_counter() - self._began[0]
        self.cores = max(self._of_others() - self._began[1], 0.0) / seconds

    def _of_others(self) -> float:
        return busy_time() - time.process_time() - self._server.processor_time()


def busy_time() -> float:
    """Return the seconds that all cores together have been at work; 0 where nobody tells."""
    try:
        columns = (PROCESSES / "stat").read_text().splitlines()[0].split()[1:9]
    except OSError:
        return 0.0
    ticks = sum(int(one) for at, one in enumerate(columns) if at not in IDLE)
    return ticks / sysconf("SC_CLK_TCK")
