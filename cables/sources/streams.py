"""Streams that count the bytes read from them, and a limit on how much an archive unpacks to."""

import io
import os
from collections.abc import Callable
from typing import Final

from cables.sources.limits import FREE_GROWTH, MAX_RATIO

BUFFER_SIZE: Final = 64 * 1024
"""Bytes read ahead."""


class ArchiveBombError(ValueError):
    """An archive unpacks to far too much for its size; the message gives the numbers."""


class DamagedArchiveError(ValueError):
    """An archive cannot be read further; the message is the library's."""


class GrowthLimit:
    """Checks that an archive does not unpack to too many bytes for its size."""

    def __init__(self, packed: Callable[[], int]) -> None:
        """Take the function that returns how many packed bytes were read, or there are."""
        self._packed = packed
        self._unpacked = 0

    def add(self, count: int) -> None:
        """Count unpacked bytes.

        Raises:
            ArchiveBombError: More than `FREE_GROWTH`, and more than `MAX_RATIO` times the packed.
        """
        self._unpacked += count
        packed = self._packed()
        if self._unpacked > FREE_GROWTH and self._unpacked > MAX_RATIO * packed:
            raise ArchiveBombError(
                f"{packed:,} bytes unpack to more than {MAX_RATIO} times as many; no archive of"
                " cables does. It may be made to exhaust the memory. Do not load it."
            )


class FunctionReader(io.RawIOBase):
    """A raw stream over a read function; it fills the buffer even if the function is a pipe's."""

    def __init__(
        self, read: Callable[[int], bytes], count: Callable[[int], None] = lambda _: None
    ) -> None:
        """Take the function to read with, and one to call with the number of bytes read."""
        super().__init__()
        self._read = read
        self._count = count
        self._position = 0

    def readable(self) -> bool:
        return True

    def tell(self) -> int:
        """Return how many bytes have been read."""
        return self._position

    def readinto(self, target: "memoryview | bytearray") -> int:  # type: ignore[override]
        view = memoryview(target)
        filled = 0
        while filled < len(view):
            data = self._read(len(view) - filled)
            if not data:
                break
            self._count(len(data))
            view[filled : filled + len(data)] = data
            filled += len(data)
        self._position += filled
        return filled


def buffered(
    read: Callable[[int], bytes], count: Callable[[int], None] = lambda _: None
) -> io.BufferedReader:
    """Return a buffered stream over a read function."""
    return io.BufferedReader(FunctionReader(read, count), BUFFER_SIZE)


def stream_size(stream: io.BufferedReader) -> int:
    """Return the size of a seekable stream, which is then at its beginning."""
    size = stream.seek(0, os.SEEK_END)
    stream.seek(0)
    return size


class Meter:
    """Counts how far a position has moved since the last call."""

    def __init__(self, position: Callable[[], int]) -> None:
        self._position = position
        self._last = 0

    def __call__(self) -> int:
        """Return the bytes passed since the last call, never a negative number."""
        last, self._last = self._last, max(self._last, self._position())
        return self._last - last
