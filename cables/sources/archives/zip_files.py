"""Members of a .zip archive."""

import io
import stat
import zipfile
from collections.abc import Iterator
from functools import partial

from cables.sources.archives.members import ArchiveMember, RefusedMember, is_hidden, refusal
from cables.sources.streams import GrowthLimit, buffered

ENCRYPTED = 1
"""The bit of a member's flags that says so (APPNOTE.TXT 4.4.4)."""


def members(stream: io.BufferedReader, size: int) -> Iterator[ArchiveMember | RefusedMember]:
    """Give the members in the order of the archive's own list.

    Args:
        stream: The archive; it must be seekable, as the list stands at its end.
        size: Of the archive, in bytes.

    Raises:
        zipfile.BadZipFile: The archive is damaged. GrowsTooMuch: It is a bomb.
    """
    growth = GrowthLimit(partial(int, size))
    with zipfile.ZipFile(stream) as archive:
        for info in archive.infolist():
            if info.is_dir() or is_hidden(info.filename):
                continue
            refused = _refusal(info)
            if refused:
                yield refused
                continue
            with archive.open(info) as file:
                yield ArchiveMember(name=info.filename, stream=buffered(file.read, growth.add))


def _refusal(info: zipfile.ZipInfo) -> RefusedMember | None:
    kind = stat.S_IFMT(info.external_attr >> 16)  # Unix mode; 0 where another system packed it
    return refusal(
        info.orig_filename,
        is_file=kind in (0, stat.S_IFREG),
        is_link=kind == stat.S_IFLNK,
        is_locked=bool(info.flag_bits & ENCRYPTED),
    )
