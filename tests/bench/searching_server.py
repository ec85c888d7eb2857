"""Servers to measure: the room as a host serves it, or another; each ends with its block."""

import socket
import subprocess
import sys
import time
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from typing import Final

from tests.bench.rooms import ROOT, Room

WORKERS: Final = 2
PATIENCE: Final = 60.0
"""Seconds that a server may take to answer for the first time."""


@contextmanager
def room_served(room: Room) -> Iterator[str]:
    """Serve a room read-only by `cablesite.serve`, with two workers; yield host and port."""
    address = free_address()
    environment = room.environment | {
        "READ_ONLY": "true",
        "BIND": address,
        "WEB_CONCURRENCY": str(WORKERS),
    }
    with served([sys.executable, "-m", "cablesite.serve"], address, environment):
        yield address


@contextmanager
def served(command: Sequence[str], address: str, environment: Mapping[str, str]) -> Iterator[None]:
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
        yield
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
