"""From files to columns: what a worker process does with the bytes that it is sent.

Plain Python: no database is open here, so that reading and parsing can use every core.
"""

import hashlib
import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Final, Self

from cables.loading.process_pool import map_in_processes
from cables.loading.rows import CableRows, rows_of, text_sha256
from cables.parser import NotACable, parse
from cables.parser.reference_ids import canonical_reference_id
from cables.sources import Rejection, SourceCable, SourceFile, read_source_file

PARSER_VERSION: Final = 1
"""Raised when the reading rules change what they store: the next load then reads all files anew."""
REFERENCE_ID: Final = re.compile(r"[0-9][0-9A-Z_\-]{2,39}")
"""What an address and the column can hold; `converters.ReferenceIDConverter` has the same. The
longest known is `09SECTION01OF03SANJOSE525`."""
KEY_SIZE: Final = 12
"""Bytes of a key of `Known`: among three million cables two meet once in 10^16 loads."""
CHUNK_FILES: Final = 64
CHUNK_BYTES: Final = 1 << 20
"""What is sent to a worker at a time: enough to make the sending cheap, little enough to hold."""


@dataclass(frozen=True, slots=True, kw_only=True)
class UnchangedCable:
    """A cable that the room holds already, from the same bytes, read by the same rules."""

    name: str
    line: int
    reference_id: str


WorkerResult = CableRows | UnchangedCable | Rejection


class KnownSources:
    """Which cables are held from which files, in twelve bytes each.

    A source is known by the SHA-256 of its bytes, that of its text (a file may give one ID twice),
    the key of its file, and its reference ID.
    """

    def __init__(self, keys: bytes = b"") -> None:
        self.keys = keys

    @classmethod
    def from_sources(cls, sources: Iterable[tuple[str, str, str, str]]) -> Self:
        """Remember sources."""
        return cls(b"".join(sorted(cls.key(source) for source in sources)))

    @staticmethod
    def key(source: tuple[str, str, str, str]) -> bytes:
        """Return what stands for a source."""
        return hashlib.blake2b(" ".join(source).encode(), digest_size=KEY_SIZE).digest()

    def __contains__(self, source: tuple[str, str, str, str]) -> bool:
        key = self.key(source)
        place = bisect_left(range(len(self.keys) // KEY_SIZE), key, key=self._at)
        return self._at(place) == key

    def _at(self, place: int) -> bytes:
        return self.keys[place * KEY_SIZE : (place + 1) * KEY_SIZE]


def _parse_file(file: SourceFile | Rejection, known: KnownSources) -> Iterator[WorkerResult]:
    """Read the cables of one file as far as columns.

    Args:
        file: Its bytes, or why there are none.
        known: What need not be parsed again.
    """
    if isinstance(file, Rejection):
        yield file
        return
    for found in read_source_file(file):
        yield found if isinstance(found, Rejection) else parse_cable(found, known)


def parse_cable(source: SourceCable, known: KnownSources) -> WorkerResult:
    """Parse one cable; one that is no cable after all is rejected."""
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
    """Say why a cable cannot be stored and addressed, or return nothing where it can."""
    if not REFERENCE_ID.fullmatch(reference_id):
        return (
            f"the reference ID is {reference_id[:80]!r}; expected a digit and then 2 to 39 of A-Z,"
            " 0-9, _ and -, as in 07MOSCOW849. Mend the ID in the file or the file's name."
        )
    if "\0" in source.text:
        return (
            "the text holds a NUL character; no cable does, and PostgreSQL stores none. Fetch the"
            " file again, or take the character out."
        )
    return ""


def _is_known(source: SourceCable, reference_id: str, known: KnownSources) -> bool:
    """Tell whether the room holds this from this file, or from files that nobody can tell apart."""
    text = text_sha256(source)
    return any((source.sha256, text, key, reference_id) in known for key in {source.file_key, ""})


@dataclass(frozen=True, slots=True, kw_only=True)
class ParsedChunk:
    """Some files read."""

    results: tuple[WorkerResult, ...]
    consumed: int
    """Bytes of storage that they took, compressed where an archive is."""


def parse_files(
    files: Iterable[SourceFile | Rejection], known: KnownSources, *, processes: int
) -> Iterator[ParsedChunk]:
    """Read files in several processes, in the order in which they come.

    Args:
        files: One at a time; never more than a few chunks of them are held.
        known: What need not be parsed again.
        processes: Workers; with 1 or fewer, this process reads by itself.

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
"""What a worker process was told when it started."""


def _set_known_sources(keys: bytes) -> None:
    """Keep in this worker what is known."""
    _known.keys = keys


def file_chunks(files: Iterable[SourceFile | Rejection]) -> Iterator[list[SourceFile | Rejection]]:
    """Yield files in lists that are worth sending."""
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
    """Read a chunk's files."""
    known = _known if known is None else known
    return ParsedChunk(
        results=tuple(taken for file in chunk for taken in _parse_file(file, known)),
        consumed=sum(0 if isinstance(file, Rejection) else file.consumed for file in chunk),
    )
