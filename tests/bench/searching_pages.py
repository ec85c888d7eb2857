"""Ask a server on this machine for whole pages, two at a time, as two readers would."""

import http.client
import time
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from typing import Final

from tests.bench.searching_server import Server
from tests.bench.searching_times import Times

AT_ONCE: Final = 2
"""Readers that never pause: one for each worker, and each worker has a core."""
OK: Final = 200


class PageFailed(RuntimeError):  # noqa: N818 - it reads as the sentence that it is
    """A page was no answer; the message says which, and what came."""


def ask_for(server: Server, paths: Sequence[str], *, patience: float = 60.0) -> Times:
    """Return the times of pages, from connecting to the last byte, asked for as browsers do.

    Each is asked for on a connection of its own: a worker that is idle takes it before one that is
    busy, so that two readers have both workers.

    Args:
        server: Who answers.
        paths: Path and query of each page.
        patience: Seconds after which a page is given up; it then counts as so many.

    Raises:
        PageFailed: One was answered with an error.
    """
    used, ask = server.processor_time(), partial(seconds_of, server.address, patience=patience)
    with ThreadPoolExecutor(AT_ONCE) as readers:
        seconds = list(readers.map(ask, paths))
    return Times.of(seconds, limit=patience, processor=server.processor_time() - used)


def seconds_of(address: str, path: str, *, patience: float) -> float:
    """Return the seconds of one page."""
    connection = http.client.HTTPConnection(address, timeout=patience)
    started = time.perf_counter()
    try:
        connection.request("GET", path, headers={"Accept-Encoding": "gzip"})
        answer = connection.getresponse()
        body = answer.read()
    except TimeoutError:
        return patience
    finally:
        connection.close()
    seconds = time.perf_counter() - started
    if answer.status != OK:
        raise PageFailed(f"{path} was answered with {answer.status}: {body[:300]!r}")
    return min(seconds, patience)
