"""Members of a .7z archive; needs the package py7zr, which is an extra.

py7zr pushes what it unpacks into writers. A thread lets it push, and a short queue lets the reader
pull: no member is held as a whole, and nothing is written to the disk.
"""

import io
import queue
import threading
from collections.abc import Iterator
from contextlib import suppress
from functools import partial
from typing import Final

import py7zr

from cables.sources.archives.members import ArchiveMember, RefusedMember, is_hidden, refusal
from cables.sources.streams import DamagedArchiveError, GrowthLimit, buffered

PY7ZR_ERRORS: Final = (
    py7zr.exceptions.ArchiveError,
    py7zr.exceptions.PasswordRequired,
    py7zr.exceptions.AbsolutePathError,
)
"""What py7zr raises for archives that it cannot read, and no other library does."""

QUEUE_LENGTH: Final = 16
"""Pieces that wait for the reader, a megabyte each at most."""

PATIENCE: Final = 0.2
"""Seconds after which a waiting writer looks whether the reader has gone."""


class _ReaderHasGone(Exception):  # noqa: N818 - it reads as the sentence that it is
    """Nobody reads on, so unpacking stops."""


class _Pipe:
    """Hands pieces from the thread that unpacks to the reader.

    A `str` opens a member, `bytes` are of it, `None` closes it, an exception ends everything.
    """

    def __init__(self) -> None:
        self._pieces: queue.Queue[str | bytes | Exception | None] = queue.Queue(QUEUE_LENGTH)
        self._reader_has_gone = threading.Event()

    def put(self, piece: str | bytes | Exception | None) -> None:
        while not self._reader_has_gone.is_set():
            try:
                return self._pieces.put(piece, timeout=PATIENCE)
            except queue.Full:
                continue
        raise _ReaderHasGone

    def get(self) -> str | bytes | Exception | None:
        return self._pieces.get()

    def close(self) -> None:
        self._reader_has_gone.set()


class _Writer(py7zr.Py7zIO):
    """What py7zr takes for the file that a member is unpacked to."""

    def __init__(self, name: str, pipe: _Pipe) -> None:
        self._pipe = pipe
        self._size = 0
        pipe.put(name)

    def write(self, s: bytes | bytearray) -> int:
        self._size += len(s)
        self._pipe.put(bytes(s))
        return len(s)

    def read(self, size: int | None = None) -> bytes:  # noqa: ARG002 - asked for by the interface
        return b""

    def seek(self, offset: int, whence: int = 0) -> int:  # noqa: ARG002
        return offset

    def flush(self) -> None:
        """Do nothing: pieces go at once."""

    def size(self) -> int:
        return self._size

    def close(self) -> None:
        self._pipe.put(None)


class _Writers(py7zr.WriterFactory):
    def __init__(self, pipe: _Pipe) -> None:
        self._pipe = pipe

    def create(self, filename: str) -> py7zr.Py7zIO:
        return _Writer(filename, self._pipe)


def members(stream: io.BufferedReader, size: int) -> Iterator[ArchiveMember | RefusedMember]:
    """Give the members in the order of the archive.

    Args:
        stream: The archive; it must be seekable, as the list stands at its end.
        size: Of the archive, in bytes.

    Raises:
        Damaged: The archive cannot be read. GrowsTooMuch: It is a bomb.
    """
    try:
        yield from _members(stream, size)
    except PY7ZR_ERRORS as error:
        raise DamagedArchiveError(str(error)) from error


def _members(stream: io.BufferedReader, size: int) -> Iterator[ArchiveMember | RefusedMember]:
    with py7zr.SevenZipFile(stream, mode="r") as archive:
        wanted: list[str] = []
        for file in archive.files:
            if file.is_directory or is_hidden(file.filename):
                continue
            refused = refusal(
                file.filename,
                is_file=not file.is_socket,
                is_link=file.is_symlink or file.is_junction,
            )
            if refused:
                yield refused
            else:
                wanted.append(file.filename)
        if wanted:
            yield from _unpacked(archive, wanted, GrowthLimit(partial(int, size)))


def _unpacked(
    archive: py7zr.SevenZipFile, wanted: list[str], growth: GrowthLimit
) -> Iterator[ArchiveMember]:
    pipe = _Pipe()
    unpacking = threading.Thread(target=_unpack, args=(archive, wanted, pipe), daemon=True)
    unpacking.start()
    try:
        while isinstance(piece := pipe.get(), str):
            pieces = _Pieces(pipe)
            yield ArchiveMember(name=piece, stream=buffered(pieces.read, growth.add))
            pieces.skip(growth)
        if isinstance(piece, Exception):
            raise piece
    finally:
        pipe.close()
        unpacking.join()


def _unpack(archive: py7zr.SevenZipFile, wanted: list[str], pipe: _Pipe) -> None:
    try:
        archive.extract(targets=wanted, factory=_Writers(pipe))
        pipe.put(None)
    except _ReaderHasGone:
        return
    except Exception as error:  # noqa: BLE001 - the reader's thread raises it
        with suppress(_ReaderHasGone):
            pipe.put(DamagedArchiveError(f"{type(error).__name__} {error}"))


class _Pieces:
    """The bytes of one member, pulled."""

    def __init__(self, pipe: _Pipe) -> None:
        self._pipe = pipe
        self._rest = b""
        self._ended = False

    def read(self, size: int) -> bytes:
        while not self._rest and not self._ended:
            self._take()
        data, self._rest = self._rest[:size], self._rest[size:]
        return data

    def skip(self, growth: GrowthLimit) -> None:
        """Let the rest go by, counted."""
        self._rest = b""
        while not self._ended:
            self._take()
            growth.add(len(self._rest))
            self._rest = b""

    def _take(self) -> None:
        piece = self._pipe.get()
        if isinstance(piece, bytes):
            self._rest = piece
        elif isinstance(piece, Exception):
            self._ended = True
            raise piece
        else:
            self._ended = True
