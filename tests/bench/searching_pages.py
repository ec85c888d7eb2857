"""Ask a server on this machine for whole pages, two at a time, as two readers would."""

from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from typing import Final

from tests.bench.machine import OtherWork
from tests.bench.searching_readers import Reader, readers_of
from tests.bench.searching_server import Server
from tests.bench.searching_times import Times

AT_ONCE: Final = 2
"""Readers that never pause: one for each worker, and each worker has a core."""


def ask_for(server: Server, paths: Sequence[str], *, patience: float = 60.0) -> Times:
    """Return the times of pages, each from asking to its last byte.

    Args:
        server: Who answers.
        paths: Path and query of each page.
        patience: Seconds after which a page is given up; it then counts as so many.

    Raises:
        PageFailed: One was answered with an error.
    """
    readers = readers_of(server, AT_ONCE, patience)
    used, left = server.processor_time(), iter(list(paths))
    with OtherWork(server) as others, ThreadPoolExecutor(AT_ONCE) as threads:
        seconds = [one for taken in threads.map(partial(read_all, left), readers) for one in taken]
    for reader in readers:
        reader.close()
    used = server.processor_time() - used
    return Times.of(seconds, limit=patience, processor=used, others=others.cores)


def read_all(left: Iterator[str], reader: Reader) -> list[float]:
    """Let a reader take one page after the other, as long as there are any."""
    return [reader.seconds_of(path) for path in left]
