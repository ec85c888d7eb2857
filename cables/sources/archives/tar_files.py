"""Members of a .tar archive, read from front to back so that it may come through a pipe."""

import io
import tarfile
from collections.abc import Iterator
from typing import Final

from cables.sources.archives.members import ArchiveMember, RefusedMember, refusal
from cables.sources.file_names import is_ignored
from cables.sources.streams import buffered

NEEDS_SEEKING = False

MAGIC: Final = b"ustar"
MAGIC_OFFSET: Final = 257
"""Where the magic bytes are (POSIX.1-1988)."""


def recognizes(head: bytes) -> bool:
    """Return whether the first bytes of a file are those of a .tar."""
    return head.startswith(MAGIC, MAGIC_OFFSET)


def members(stream: io.BufferedReader) -> Iterator[ArchiveMember | RefusedMember]:
    """Yield the members in the order of the archive, which is no longer compressed.

    Raises:
        tarfile.TarError: The archive is damaged.
    """
    with tarfile.open(fileobj=stream, mode="r|") as archive:
        while (info := archive.next()) is not None:
            archive.members.clear()  # type: ignore[attr-defined] # else it grows to 251,287 entries
            if info.isdir() or is_ignored(info.name):
                continue
            refused = refusal(info.name, is_file=info.isreg(), is_link=info.issym() or info.islnk())
            if refused:
                yield refused
                continue
            file = archive.extractfile(info)
            if file:
                yield ArchiveMember(name=info.name, stream=buffered(file.read))
