"""Streams that count what passes through them, and stop an archive that grows out of measure."""

import io
from collections.abc import Callable
from typing import Final

from cables.sources.limits import FREE_GROWTH, MAX_RATIO

BUFFER_SIZE: Final = 64 * 1024
"""Bytes read ahead."""


class ArchiveBombError(ValueError):
    """What is unpacked is out of all proportion to the archive; the message gives the figures."""


class DamagedArchiveError(ValueError):
    """An archive cannot be read on; the message is the library's."""


class GrowthLimit:
    """How many bytes an archive has given for the bytes that it has."""

    def __init__(self, packed: Callable[[], int]) -> None:
        """Take the function that tells how many packed bytes have been read, or are there."""
        self._packed = packed
        self._unpacked = 0

    def add(self, count: int) -> None:
        """Count unpacked bytes.

        Raises:
            GrowsTooMuch: They are more than `FREE_GROWTH` and than `MAX_RATIO` times the packed.
        """
        self._unpacked += count
        packed = self._packed()
        if self._unpacked > FREE_GROWTH and self._unpacked > MAX_RATIO * packed:
            raise ArchiveBombError(
                f"{packed:,} bytes unpack to more than {MAX_RATIO} times as many; no archive of"
                " cables does. It may be made to exhaust the memory: do not load it."
            )


class FunctionReader(io.RawIOBase):
    """A raw stream on a function that reads; it fills what it is given, pipes included."""

    def __init__(
        self, read: Callable[[int], bytes], count: Callable[[int], None] = lambda _: None
    ) -> None:
        """Take the function to read with, and one that is told how many bytes came."""
        super().__init__()
        self._read = read
        self._count = count
        self._position = 0

    def readable(self) -> bool:
        """Say that this can be read."""
        return True

    def tell(self) -> int:
        """Return how many bytes have been read."""
        return self._position

    def readinto(self, target: "memoryview | bytearray") -> int:  # type: ignore[override]
        """Fill the target as far as there are bytes."""
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
    """Return a buffered stream on a function that reads."""
    return io.BufferedReader(FunctionReader(read, count), BUFFER_SIZE)


class Meter:
    """Tells how far a stream has moved since it was asked before."""

    def __init__(self, position: Callable[[], int]) -> None:
        """Take the function that tells the position."""
        self._position = position
        self._last = 0

    def __call__(self) -> int:
        """Return the bytes passed since the last call, never fewer than none."""
        last, self._last = self._last, max(self._last, self._position())
        return self._last - last
