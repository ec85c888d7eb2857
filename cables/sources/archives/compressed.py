"""Files compressed by gzip, bzip2 or xz: a .tar, or one file."""

import bz2
import gzip
import io
import lzma
from collections.abc import Callable, Iterator
from typing import Final

from cables.sources.archives import tar_files
from cables.sources.archives.members import ArchiveMember, RefusedMember
from cables.sources.limits import HEAD_SIZE
from cables.sources.streams import GrowthLimit, buffered

NEEDS_SEEKING = False

DECOMPRESSORS: Final[dict[bytes, Callable[[io.BufferedReader], io.BufferedIOBase]]] = {
    b"\x1f\x8b": lambda stream: gzip.GzipFile(fileobj=stream),
    b"BZh": bz2.BZ2File,
    b"\xfd7zXZ\x00": lzma.LZMAFile,
}
"""What decompresses a file, by its first bytes."""


def recognizes(head: bytes) -> bool:
    """Return whether the first bytes of a file are those of a compressed file."""
    return head.startswith(tuple(DECOMPRESSORS))


def members(stream: io.BufferedReader) -> Iterator[ArchiveMember | RefusedMember]:
    """Yield the members of a compressed .tar, or else the one file, without a name."""
    head = stream.peek(HEAD_SIZE)
    decompress = next(opener for magic, opener in DECOMPRESSORS.items() if head.startswith(magic))
    packed = buffered(stream.read)
    growth = GrowthLimit(packed.raw.tell)
    with decompress(packed) as file:
        unpacked = buffered(file.read, growth.add)
        if tar_files.recognizes(unpacked.peek(HEAD_SIZE)):
            yield from tar_files.members(unpacked)
        else:
            yield ArchiveMember(name="", stream=unpacked)
