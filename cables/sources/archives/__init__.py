"""Archives: .zip, .7z, .tar, and compressed files, an archive in which may be a .tar or one file.

Members are read one after the other and never written to the disk. Archives in archives are
refused: nobody packs cables so, and they are the usual way to hide how much an archive unpacks to.
"""

import bz2
import gzip
import io
import lzma
import os
import struct
import tarfile
import zipfile
import zlib
from collections.abc import Callable, Iterator
from typing import Final

from cables.sources.archives import tar_files, zip_files
from cables.sources.archives.members import ArchiveMember, RefusedMember
from cables.sources.limits import HEAD_SIZE
from cables.sources.streams import ArchiveBombError, GrowthLimit, buffered

TAR_MARK: Final = (257, b"ustar")
"""Where the mark of a .tar stands, and the mark (POSIX.1-1988)."""

COMPRESSED: Final[tuple[tuple[bytes, Callable[[io.BufferedReader], io.BufferedIOBase]], ...]] = (
    (b"\x1f\x8b", lambda stream: gzip.GzipFile(fileobj=stream)),
    (b"BZh", bz2.BZ2File),
    (b"\xfd7zXZ\x00", lzma.LZMAFile),
)
"""First bytes of compressed files, and what decompresses them."""

ZIP_MARKS: Final = (b"PK\x03\x04", b"PK\x05\x06")
SEVENZIP_MARK: Final = b"7z\xbc\xaf\x27\x1c"

PY7ZR_MISSING: Final = (
    "reading .7z archives needs the package py7zr, which is not installed. Install it with"
    " `pip install py7zr`, or unpack the archive and load the folder."
)

ERRORS: Final = (
    zipfile.BadZipFile,
    tarfile.TarError,
    lzma.LZMAError,
    zlib.error,
    struct.error,
    EOFError,
    OSError,
    ImportError,  # the extra is missing
    NotImplementedError,  # zipfile: a compression that Python does not know
    RuntimeError,  # zipfile: a password is needed
    OverflowError,
    ValueError,  # `GrowsTooMuch` and `Damaged` are some too
)
"""What `members`, and reading from a member, may raise for what an archive holds."""


def is_archive(head: bytes) -> bool:
    """Tell from the first bytes of a file whether it is an archive or compressed."""
    packed = (*ZIP_MARKS, SEVENZIP_MARK, *(mark for mark, _ in COMPRESSED))
    return head.startswith(packed) or _is_tar(head)


def _is_tar(head: bytes) -> bool:
    """Tell whether the first bytes are those of a .tar."""
    offset, mark = TAR_MARK
    return head[offset : offset + len(mark)] == mark


def explain_error(error: Exception) -> str:
    """Return one of `ERRORS` in words, with what to do."""
    if isinstance(error, ImportError):
        return PY7ZR_MISSING
    if isinstance(error, ArchiveBombError):
        return str(error)
    return (
        f"the archive cannot be read on: {str(error) or type(error).__name__}. It is damaged, cut"
        " short or asks for a password; what stood before is read. Fetch it again."
    )


def members(stream: io.BufferedReader) -> Iterator[ArchiveMember | RefusedMember]:
    """Give the members of an archive in its order; a compressed file has one, without a name.

    Args:
        stream: The archive, from the beginning. A .zip or .7z must be seekable.

    Yields:
        Each member, open until the next is asked for, or why it is refused.

    Raises:
        Exception: One of `ERRORS`, also when a member is read.
    """
    head = stream.peek(HEAD_SIZE)
    if head.startswith((*ZIP_MARKS, SEVENZIP_MARK)):
        yield from _listed(stream, head)
    elif _is_tar(head):
        yield from tar_files.members(stream)
    else:
        decompress = next(opener for mark, opener in COMPRESSED if head.startswith(mark))
        yield from _decompressed(stream, decompress)


def _listed(stream: io.BufferedReader, head: bytes) -> Iterator[ArchiveMember | RefusedMember]:
    """Give the members of an archive that has its list at its end."""
    if not stream.seekable():
        yield RefusedMember(
            name="",
            reason="a .zip or .7z cannot be read from standard input, as the list of its members"
            " stands at its end. Save it and name the file.",
        )
        return
    size = stream.seek(0, os.SEEK_END)
    stream.seek(0)
    if head.startswith(SEVENZIP_MARK):
        from cables.sources.archives import sevenzip  # noqa: PLC0415 - an extra, often missing

        yield from sevenzip.members(stream, size)
    else:
        yield from zip_files.members(stream, size)


def _decompressed(
    stream: io.BufferedReader, decompress: Callable[[io.BufferedReader], io.BufferedIOBase]
) -> Iterator[ArchiveMember | RefusedMember]:
    packed = buffered(stream.read)
    growth = GrowthLimit(packed.raw.tell)
    with decompress(packed) as file:
        unpacked = buffered(file.read, growth.add)
        if _is_tar(unpacked.peek(HEAD_SIZE)):
            yield from tar_files.members(unpacked)
        else:
            yield ArchiveMember(name="", stream=unpacked)
