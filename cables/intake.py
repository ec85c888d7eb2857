"""From files to columns: what a worker process does with the bytes that it is sent.

Plain Python: no database is open here, so that reading and parsing can use every core.
"""

import hashlib
from bisect import bisect_left
from collections import deque
from collections.abc import Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from dataclasses import dataclass
from multiprocessing import get_context
from typing import Final, Self

from cables.columns import CableColumns, columns
from cables.sources import Rejected, SourceCable, SourceFile, understand
from cables.text import NotACable, parse
from cables.text.reference_ids import canonical

PARSER_VERSION: Final = 1
"""Raised when the reading rules change what they store: the next load then reads all files anew."""
KEY: Final = 12
"""Bytes of a key of `Known`: among three million cables two meet once in 10^16 loads."""
CHUNK_FILES: Final = 64
CHUNK_BYTES: Final = 1 << 20
"""What is sent to a worker at a time: enough to make the sending cheap, little enough to hold."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Unchanged:
    """A cable that the room holds already, from the same bytes, read by the same rules."""

    name: str
    reference_id: str


Taken = CableColumns | Unchanged | Rejected


class Known:
    """Which cables are held from which bytes, in twelve bytes each."""

    def __init__(self, keys: bytes = b"") -> None:
        self.keys = keys

    @classmethod
    def of(cls, pairs: Iterable[tuple[str, str]]) -> Self:
        """Remember pairs of a source's SHA-256 and a reference ID."""
        return cls(b"".join(sorted(cls.key(*pair) for pair in pairs)))

    @staticmethod
    def key(sha256: str, reference_id: str) -> bytes:
        """Return what stands for a pair."""
        return hashlib.blake2b(f"{sha256} {reference_id}".encode(), digest_size=KEY).digest()

    def __contains__(self, pair: tuple[str, str]) -> bool:
        key = self.key(*pair)
        place = bisect_left(range(len(self.keys) // KEY), key, key=self._at)
        return self._at(place) == key

    def _at(self, place: int) -> bytes:
        return self.keys[place * KEY : (place + 1) * KEY]


def take(file: SourceFile | Rejected, known: Known) -> Iterator[Taken]:
    """Read the cables of one file as far as columns.

    Args:
        file: Its bytes, or why there are none.
        known: What need not be parsed again.
    """
    if isinstance(file, Rejected):
        yield file
        return
    for found in understand(file):
        yield found if isinstance(found, Rejected) else take_cable(found, known)


def take_cable(source: SourceCable, known: Known) -> Taken:
    """Parse one cable; one that is no cable after all is rejected."""
    reference_id = canonical(source.reference_id) or source.reference_id
    if (source.sha256, reference_id) in known:
        return Unchanged(name=source.name, reference_id=reference_id)
    try:
        parsed = parse(source.text, reference_id=reference_id)
    except NotACable as error:
        return Rejected(name=source.name, line=source.line, reason=str(error))
    return columns(source, parsed, parser_version=PARSER_VERSION)


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """Some files read."""

    taken: tuple[Taken, ...]
    consumed: int
    """Bytes of storage that they took, compressed where an archive is."""


def take_all(
    files: Iterable[SourceFile | Rejected], known: Known, *, processes: int
) -> Iterator[Step]:
    """Read files in several processes, in the order in which they come.

    Args:
        files: One at a time; never more than a few chunks of them are held.
        known: What need not be parsed again.
        processes: Workers; with 1 or fewer, this process reads by itself.

    Raises:
        concurrent.futures.process.BrokenProcessPool: A worker was killed.
    """
    if processes <= 1:
        for chunk in chunks(files):
            yield take_chunk(chunk, known)
        return
    # Spawned, not forked: a worker must not inherit the database connection.
    pool = ProcessPoolExecutor(processes, get_context("spawn"), remember, (known.keys,))
    waiting: deque[Future[Step]] = deque()
    try:
        for chunk in chunks(files):
            waiting.append(pool.submit(take_chunk, chunk))
            if len(waiting) > 2 * processes:
                yield waiting.popleft().result()
        while waiting:
            yield waiting.popleft().result()
    finally:
        pool.shutdown(cancel_futures=True)


_known = Known()
"""What a worker process was told when it started."""


def remember(keys: bytes) -> None:
    """Keep in this worker what is known."""
    _known.keys = keys


def chunks(files: Iterable[SourceFile | Rejected]) -> Iterator[list[SourceFile | Rejected]]:
    """Yield files in lists that are worth sending."""
    chunk: list[SourceFile | Rejected] = []
    size = 0
    for file in files:
        chunk.append(file)
        size += 0 if isinstance(file, Rejected) else len(file.data)
        if len(chunk) >= CHUNK_FILES or size >= CHUNK_BYTES:
            yield chunk
            chunk, size = [], 0
    if chunk:
        yield chunk


def take_chunk(chunk: list[SourceFile | Rejected], known: Known | None = None) -> Step:
    """Read a chunk's files."""
    known = _known if known is None else known
    return Step(
        taken=tuple(taken for file in chunk for taken in take(file, known)),
        consumed=sum(0 if isinstance(file, Rejected) else file.consumed for file in chunk),
    )
