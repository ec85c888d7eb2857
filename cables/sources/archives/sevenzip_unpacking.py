"""Unpack a .7z archive as a stream, with py7zr.

py7zr pushes what it unpacks into writers. It runs in a thread, and a short queue lets the reader
pull: no member is in memory as a whole, and nothing is written to disk.
"""

import io
import queue
import threading
from collections.abc import Iterator
from contextlib import suppress
from typing import Final

import py7zr

from cables.sources.archives.members import ArchiveMember, RefusedMember, refusal
from cables.sources.file_names import is_ignored
from cables.sources.streams import DamagedArchiveError, GrowthLimit, buffered, stream_size

PY7ZR_ERRORS: Final = (
    py7zr.exceptions.ArchiveError,
    py7zr.exceptions.PasswordRequired,
    py7zr.exceptions.AbsolutePathError,
)
"""Exceptions of py7zr's own for archives that it cannot read."""

QUEUE_LENGTH: Final = 16
"""Chunks that wait for the reader, each at most a megabyte."""

POLL_INTERVAL: Final = 0.2
"""Seconds after which a waiting writer checks whether the reader has stopped."""


def members(stream: io.BufferedReader) -> Iterator[ArchiveMember | RefusedMember]:
    """Yield the members in the order of the archive, as `sevenzip.members` does."""
    try:
        yield from _members(stream)
    except PY7ZR_ERRORS as error:
        raise DamagedArchiveError(str(error)) from error


def _members(stream: io.BufferedReader) -> Iterator[ArchiveMember | RefusedMember]:
    size = stream_size(stream)
    with py7zr.SevenZipFile(stream, mode="r") as archive:
        names: list[str] = []
        for file in archive.files:
            if file.is_directory or is_ignored(file.filename):
                continue
            refused = refusal(
                file.filename,
                is_file=not file.is_socket,
                is_link=file.is_symlink or file.is_junction,
            )
            if refused:
                yield refused
            else:
                names.append(file.filename)
        if names:
            yield from _unpacked(archive, names, GrowthLimit(lambda: size))


def _unpacked(
    archive: py7zr.SevenZipFile, names: list[str], growth: GrowthLimit
) -> Iterator[ArchiveMember]:
    pipe = _Pipe()
    unpacking = threading.Thread(target=_unpack, args=(archive, names, pipe), daemon=True)
    unpacking.start()
    try:
        while isinstance(message := pipe.get(), str):
            chunks = _MemberChunks(pipe)
            yield ArchiveMember(name=message, stream=buffered(chunks.read, growth.add))
            chunks.skip(growth)
        if isinstance(message, Exception):
            raise message
    finally:
        pipe.close()
        unpacking.join()


def _unpack(archive: py7zr.SevenZipFile, names: list[str], pipe: "_Pipe") -> None:
    try:
        archive.extract(targets=names, factory=_Writers(pipe))
        pipe.put(None)
    except _PipeClosedError:
        return
    except Exception as error:  # noqa: BLE001 - the reader's thread raises it
        with suppress(_PipeClosedError):
            pipe.put(DamagedArchiveError(f"{type(error).__name__} {error}"))


class _PipeClosedError(Exception):
    """The reader has stopped, so unpacking stops too."""


class _Pipe:
    """Passes messages from the thread that unpacks to the reader.

    A `str` opens a member, `bytes` belong to it, `None` closes it, an exception ends everything.
    """

    def __init__(self) -> None:
        self._messages: queue.Queue[str | bytes | Exception | None] = queue.Queue(QUEUE_LENGTH)
        self._closed = threading.Event()

    def put(self, message: str | bytes | Exception | None) -> None:
        while not self._closed.is_set():
            try:
                return self._messages.put(message, timeout=POLL_INTERVAL)
            except queue.Full:
                continue
        raise _PipeClosedError

    def get(self) -> str | bytes | Exception | None:
        return self._messages.get()

    def close(self) -> None:
        self._closed.set()


class _Writers(py7zr.WriterFactory):
    def __init__(self, pipe: _Pipe) -> None:
        self._pipe = pipe

    def create(self, filename: str) -> py7zr.Py7zIO:
        return _Writer(filename, self._pipe)


class _Writer(py7zr.Py7zIO):
    """The file to which py7zr unpacks a member."""

    def __init__(self, name: str, pipe: _Pipe) -> None:
        self._pipe = pipe
        self._size = 0
        pipe.put(name)

    def write(self, s: bytes | bytearray) -> int:
        self._size += len(s)
        self._pipe.put(bytes(s))
        return len(s)

    def read(self, size: int | None = None) -> bytes:  # noqa: ARG002 - required by the interface
        return b""

    def seek(self, offset: int, whence: int = 0) -> int:  # noqa: ARG002
        return offset

    def flush(self) -> None:
        """Do nothing: chunks are passed on immediately."""

    def size(self) -> int:
        return self._size

    def close(self) -> None:
        self._pipe.put(None)


class _MemberChunks:
    """The chunks of one member as a stream."""

    def __init__(self, pipe: _Pipe) -> None:
        self._pipe = pipe
        self._rest = b""
        self._ended = False

    def read(self, size: int) -> bytes:
        while not self._rest and not self._ended:
            self._receive()
        data, self._rest = self._rest[:size], self._rest[size:]
        return data

    def skip(self, growth: GrowthLimit) -> None:
        """Discard the rest, but count it."""
        self._rest = b""
        while not self._ended:
            self._receive()
            growth.add(len(self._rest))
            self._rest = b""

    def _receive(self) -> None:
        message = self._pipe.get()
        if isinstance(message, bytes):
            self._rest = message
            return
        self._ended = True
        if isinstance(message, Exception):
            raise message
