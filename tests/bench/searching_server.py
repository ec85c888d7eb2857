"""Servers to measure: the room as a host serves it, or another; each ends with its block."""

import socket
import subprocess
import sys
import time
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from os import sysconf
from typing import Final

from tests.bench.memory import PROCESSES, family
from tests.bench.rooms import ROOT, Room

WORKERS: Final = 2
PATIENCE: Final = 60.0
"""Seconds that a server may take to answer for the first time."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Server:
    """A server that is running."""

    address: str
    """Host and port."""
    process_id: int

    def processor_time(self) -> float:
        """Return the seconds that it and its workers have been at work; 0 where nobody tells."""
        ticks = sum(map(ticks_of, family(self.process_id)))
        return ticks / sysconf("SC_CLK_TCK")


def ticks_of(process_id: int) -> int:
    """Return how long a process was at work, in the system's units."""
    try:
        behind_name = (PROCESSES / f"{process_id}/stat").read_text().rpartition(")")[2]
    except OSError:
        return 0
    return sum(map(int, behind_name.split()[11:13]))


@contextmanager
def room_served(room: Room) -> Iterator[Server]:
    """Serve a room read-only by `cablesite.serve`, with two workers."""
    address = free_address()
    environment = room.environment | {
        "READ_ONLY": "true",
        "BIND": address,
        "WEB_CONCURRENCY": str(WORKERS),
    }
    with served([sys.executable, "-m", "cablesite.serve"], address, environment) as server:
        yield server


@contextmanager
def served(
    command: Sequence[str], address: str, environment: Mapping[str, str]
) -> Iterator[Server]:
    """Run a server while the block runs, from when it accepts connections.

    Raises:
        RuntimeError: It ended, or did not answer in time.
    """
    process = subprocess.Popen(
        command,
        cwd=ROOT,
        env=dict(environment),
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    try:
        wait_for(address, process)
        yield Server(address=address, process_id=process.pid)
    finally:
        process.terminate()
        process.wait()


def wait_for(address: str, process: "subprocess.Popen[bytes]") -> None:
    """Return once the address accepts connections."""
    host, port = address.split(":")
    until = time.monotonic() + PATIENCE
    while process.poll() is None and time.monotonic() < until:
        try:
            socket.create_connection((host, int(port)), timeout=1).close()
        except OSError:
            time.sleep(0.1)
        else:
            return
    raise RuntimeError(f"no server answered at {address}")


def free_address() -> str:
    """Return a port of this machine that nothing listens at."""
    with socket.create_server(("127.0.0.1", 0)) as found:
        host, port = found.getsockname()
    return f"{host}:{port}"
