"""Readers who ask a server on this machine for pages, each on a connection that is kept open."""

import http.client
import os
import time
from pathlib import Path
from typing import Final

from tests.bench.memory import PROCESSES, family
from tests.bench.searching_server import Server

OK: Final = 200
TRIES: Final = 100
"""Connections opened for a reader until one is with a worker that has no reader yet."""


class PageFailed(RuntimeError):  # noqa: N818 - it reads as the sentence that it is
    """A page was no answer; the message says which, and what came."""


class Reader:
    """Asks for pages, one after the other."""

    def __init__(self, server: Server, patience: float) -> None:
        self._patience = patience
        self._connection = http.client.HTTPConnection(server.address, timeout=patience)

    def seconds_of(self, path: str) -> float:
        """Return the seconds of a page, from asking to its last byte, compressed as for a browser.

        Raises:
            PageFailed: It was answered with an error.
        """
        started = time.perf_counter()
        try:
            self._connection.request("GET", path, headers={"Accept-Encoding": "gzip"})
            answer = self._connection.getresponse()
            body = answer.read()
        except TimeoutError:
            self.close()
            return self._patience
        seconds = time.perf_counter() - started
        if answer.status != OK:
            raise PageFailed(f"{path} was answered with {answer.status}: {body[:300]!r}")
        return min(seconds, self._patience)

    def worker(self, server: Server) -> int:
        """Return the process that has the other end; 0 where nobody tells."""
        self._connection.connect()
        self.seconds_of("/healthz")
        inode = inode_of(self._connection.sock.getsockname()[1])
        held = f"socket:[{inode}]"
        return next((one for one in family(server.process_id) if inode and holds(one, held)), 0)

    def close(self) -> None:
        """End the connection; another page opens it again."""
        self._connection.close()


def readers_of(server: Server, count: int, patience: float) -> list[Reader]:
    """Return readers, each with a worker of its own where the server has so many."""
    found: list[Reader] = []
    taken: set[int] = set()
    workers = len([*family(server.process_id)]) - 1
    while len(found) < count:
        reader = Reader(server, patience)
        for _ in range(TRIES if workers >= count else 0):
            worker = reader.worker(server)
            if not worker or worker not in taken:
                taken.add(worker)
                break
            reader.close()
        found.append(reader)
    return found


def inode_of(client_port: int) -> str:
    """Return the number of the socket whose other end is a port of this machine; '' if unknown."""
    other_end = f":{client_port:04X}"
    try:
        lines = (PROCESSES / "net" / "tcp").read_text().splitlines()[1:]
    except OSError:
        return ""
    rows = (line.split() for line in lines)
    return next((row[9] for row in rows if row[2].endswith(other_end)), "")


def holds(process_id: int, socket: str) -> bool:
    """Tell whether a process has a socket open."""
    folder = PROCESSES / str(process_id) / "fd"
    try:
        return any(name_of(folder / one) == socket for one in os.listdir(folder))  # noqa: PTH208
    except OSError:
        return False


def name_of(handle: Path) -> str:
    """Return what an open file is called; '' where it was closed meanwhile."""
    try:
        return os.readlink(handle)  # noqa: PTH115 - a socket's name is no path
    except OSError:
        return ""
