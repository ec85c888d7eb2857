"""Members of a .7z archive; reading them needs py7zr, an optional extra."""

import io
from collections.abc import Iterator
from typing import Final

from cables.sources.archives.members import ArchiveMember, RefusedMember

NEEDS_SEEKING = True

MAGIC: Final = b"7z\xbc\xaf\x27\x1c"


def recognizes(head: bytes) -> bool:
    """Return whether the first bytes of a file are those of a .7z."""
    return head.startswith(MAGIC)


def members(stream: io.BufferedReader) -> Iterator[ArchiveMember | RefusedMember]:
    """Yield the members in the order of the archive.

    Raises:
        ImportError: py7zr is not installed.
        DamagedArchiveError: The archive cannot be read.
        ArchiveBombError: It unpacks to too much.
    """
    from cables.sources.archives import sevenzip_unpacking  # noqa: PLC0415 - imports py7zr

    yield from sevenzip_unpacking.members(stream)
