"""Detect the kind of an archive and read its members."""

import io
import lzma
import struct
import tarfile
import zipfile
import zlib
from collections.abc import Iterator
from typing import Final, Protocol

from cables.sources.archives import compressed, sevenzip, tar_files, zip_files
from cables.sources.archives.members import ArchiveMember, RefusedMember
from cables.sources.archives.office_files import OfficeFileError
from cables.sources.limits import HEAD_SIZE
from cables.sources.streams import ArchiveBombError


class ArchiveKind(Protocol):
    """What a module for one kind of archive offers."""

    NEEDS_SEEKING: bool
    """Whether the list of members is at the end of the archive."""

    def recognizes(self, head: bytes) -> bool:
        """Return whether the first bytes of a file are those of this kind."""

    def members(self, stream: io.BufferedReader) -> Iterator[ArchiveMember | RefusedMember]:
        """Yield the members in the order of the archive."""


KINDS: Final[tuple[ArchiveKind, ...]] = (zip_files, sevenzip, tar_files, compressed)

ARCHIVE_ERRORS: Final = (
    zipfile.BadZipFile,
    tarfile.TarError,
    lzma.LZMAError,
    zlib.error,
    struct.error,
    EOFError,
    OSError,
    ImportError,  # py7zr is not installed
    NotImplementedError,  # zipfile: a compression that Python does not know
    RuntimeError,  # zipfile: a password is needed
    OverflowError,
    ValueError,  # includes ArchiveBombError, DamagedArchiveError and OfficeFileError
)
"""What `archive_members`, and reading from a member, may raise because of what an archive holds."""

PY7ZR_MISSING: Final = (
    "reading .7z archives needs the package py7zr, which is not installed. Install it with"
    " `pip install py7zr`, or unpack the archive and load the folder."
)


def is_archive(head: bytes) -> bool:
    """Return whether the first bytes of a file are those of an archive or a compressed file."""
    return _kind(head) is not None


def archive_members(stream: io.BufferedReader) -> Iterator[ArchiveMember | RefusedMember]:
    """Yield the members of an archive in its order; a compressed file has one, without a name.

    Args:
        stream: The archive, from the beginning.

    Yields:
        Each member, open until the next is requested, or why it is refused.

    Raises:
        Exception: One of `ARCHIVE_ERRORS`, also when a member is read.
    """
    kind = _kind(stream.peek(HEAD_SIZE))
    if kind is None:
        raise ValueError("not an archive")
    if kind.NEEDS_SEEKING and not stream.seekable():
        reason = (
            "a .zip or .7z archive cannot be read from standard input, because the list of its"
            " members is at its end. Save it and give the name of the file."
        )
        yield RefusedMember(name="", reason=reason)
    else:
        yield from kind.members(stream)


def explain_error(error: Exception) -> str:
    """Return why an archive failed with one of `ARCHIVE_ERRORS`, and what to do."""
    if isinstance(error, ImportError):
        return PY7ZR_MISSING
    if isinstance(error, ArchiveBombError | OfficeFileError):
        return str(error)
    return (
        f"the rest of the archive cannot be read: {str(error) or type(error).__name__}. It is"
        " damaged, cut short or needs a password; the files before that were read. Download it"
        " again."
    )


def _kind(head: bytes) -> ArchiveKind | None:
    return next((kind for kind in KINDS if kind.recognizes(head)), None)
