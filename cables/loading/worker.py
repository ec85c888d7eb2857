"""Turn the bytes of files into rows, in worker processes.

Plain Python without a database, so that parsing can use every core.
"""

import hashlib
import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Final, Self

from cables.loading.process_pool import map_in_processes
from cables.loading.rows import CableRows, rows_of
from cables.parser import NotACable, parse
from cables.parser.reference_ids import canonical_reference_id
from cables.sources import Rejection, SourceCable, SourceFile, read_source_file

PARSER_VERSION: Final = 2
"""Raised when the parser changes what is stored: the next load then parses all files again."""
REFERENCE_ID: Final = re.compile(r"[0-9][0-9A-Z_\-]{2,39}")
"""What a URL and the column can hold; `converters.ReferenceIDConverter` has the same pattern. The
longest known ID is `09SECTION01OF03SANJOSE525`."""
KEY_SIZE: Final = 12
"""Bytes of a key of `KnownSources`: with three million cables, two collide once in 10^16 loads."""
CHUNK_FILES: Final = 64
CHUNK_BYTES: Final = 1 << 20
"""What a worker is sent at a time: enough to make sending cheap, little enough for memory."""


@dataclass(frozen=True, slots=True, kw_only=True)
class UnchangedCable:
    """A cable already stored, from the same bytes and by the same parser version."""

    name: str
    line: int
    reference_id: str


WorkerResult = CableRows | UnchangedCable | Rejection


class KnownSources:
    """The sources already stored, in twelve bytes each.

    A source is identified by the SHA-256 of its bytes, that of its text (a file may give an ID
    twice), the key of its file, and its reference ID.
    """

    def __init__(self, keys: bytes = b"") -> None:
        self.keys = keys

    @classmethod
    def from_sources(cls, sources: Iterable[tuple[str, str, str, str]]) -> Self:
        return cls(b"".join(sorted(cls.key(source) for source in sources)))

    @staticmethod
    def key(source: tuple[str, str, str, str]) -> bytes:
        return hashlib.blake2b(" ".join(source).encode(), digest_size=KEY_SIZE).digest()

    def __contains__(self, source: tuple[str, str, str, str]) -> bool:
        key = self.key(source)
        index = bisect_left(range(len(self.keys) // KEY_SIZE), key, key=self._key_at)
        return self._key_at(index) == key

    def _key_at(self, index: int) -> bytes:
        return self.keys[index * KEY_SIZE : (index + 1) * KEY_SIZE]


def _parse_file(file: SourceFile | Rejection, known: KnownSources) -> Iterator[WorkerResult]:
    if isinstance(file, Rejection):
        yield file
        return
    for source in read_source_file(file):
        yield source if isinstance(source, Rejection) else parse_cable(source, known)


def parse_cable(source: SourceCable, known: KnownSources) -> WorkerResult:
    """Parse one cable, or reject it if it turns out not to be one."""
    reference_id = canonical_reference_id(source.reference_id) or source.reference_id
    if reason := _rejection_reason(source, reference_id):
        return Rejection(name=source.name, line=source.line, reason=reason)
    if _is_known(source, reference_id, known):
        return UnchangedCable(name=source.name, line=source.line, reference_id=reference_id)
    try:
        parsed = parse(source.text, reference_id=reference_id)
    except NotACable as error:
        return Rejection(name=source.name, line=source.line, reason=str(error))
    return rows_of(source, parsed, parser_version=PARSER_VERSION)


def _rejection_reason(source: SourceCable, reference_id: str) -> str:
    """Return why a cable cannot be stored under its ID; empty if it can."""
    if not REFERENCE_ID.fullmatch(reference_id):
        return (
            f"the reference ID is {reference_id[:80]!r}; expected a digit and then 2 to 39 of A-Z,"
            " 0-9, _ and -, as in 07MOSCOW849. Fix the ID in the file or the file's name."
        )
    if "\0" in source.text:
        return (
            "the text contains a NUL character, which no cable does and PostgreSQL cannot store."
            " Download the file again, or remove the character."
        )
    return ""


def _is_known(source: SourceCable, reference_id: str, known: KnownSources) -> bool:
    """Return whether this is stored from this file, or from files with the same bytes."""
    text = source.text_sha256
    return any((source.sha256, text, key, reference_id) in known for key in {source.file_key, ""})


@dataclass(frozen=True, slots=True, kw_only=True)
class ParsedChunk:
    """The results of some files."""

    results: tuple[WorkerResult, ...]
    consumed: int
    """Bytes of storage read for them; compressed bytes for an archive."""


def parse_files(
    files: Iterable[SourceFile | Rejection], known: KnownSources, *, processes: int
) -> Iterator[ParsedChunk]:
    """Parse files in several processes, keeping their order.

    Args:
        files: Consumed lazily; only a few chunks are in memory.
        known: What need not be parsed again.
        processes: Number of workers; with 1 or fewer, the calling process parses.

    Raises:
        concurrent.futures.process.BrokenProcessPool: A worker was killed.
    """
    if processes <= 1:
        for chunk in file_chunks(files):
            yield _parse_chunk(chunk, known)
        return
    yield from map_in_processes(
        _parse_chunk,
        file_chunks(files),
        processes=processes,
        initializer=_set_known_sources,
        initargs=(known.keys,),
    )


_known = KnownSources()
"""The sources known to this worker process, set when it starts."""


def _set_known_sources(keys: bytes) -> None:
    _known.keys = keys


def file_chunks(files: Iterable[SourceFile | Rejection]) -> Iterator[list[SourceFile | Rejection]]:
    """Group files into chunks worth sending to a worker."""
    chunk: list[SourceFile | Rejection] = []
    size = 0
    for file in files:
        chunk.append(file)
        size += 0 if isinstance(file, Rejection) else len(file.data)
        if len(chunk) >= CHUNK_FILES or size >= CHUNK_BYTES:
            yield chunk
            chunk, size = [], 0
    if chunk:
        yield chunk


def _parse_chunk(
    chunk: list[SourceFile | Rejection], known: KnownSources | None = None
) -> ParsedChunk:
    known = _known if known is None else known
    return ParsedChunk(
        results=tuple(result for file in chunk for result in _parse_file(file, known)),
        consumed=sum(0 if isinstance(file, Rejection) else file.consumed for file in chunk),
    )
