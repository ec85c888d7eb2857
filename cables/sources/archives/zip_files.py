"""Members of a .zip archive."""

import io
import stat
import zipfile
from collections.abc import Iterator
from typing import Final

from cables.sources.archives.members import ArchiveMember, RefusedMember, refusal
from cables.sources.archives.office_files import refuse_office_file
from cables.sources.file_names import is_ignored
from cables.sources.streams import GrowthLimit, buffered, stream_size

NEEDS_SEEKING = True

MAGIC: Final = (b"PK\x03\x04", b"PK\x05\x06")
"""The second is that of an archive without members."""

ENCRYPTED: Final = 1
"""The bit of a member's flags for encryption (APPNOTE.TXT 4.4.4)."""


def recognizes(head: bytes) -> bool:
    """Return whether the first bytes of a file are those of a .zip."""
    return head.startswith(MAGIC)


def members(stream: io.BufferedReader) -> Iterator[ArchiveMember | RefusedMember]:
    """Yield the members in the order of the archive's own list.

    Raises:
        zipfile.BadZipFile: The archive is damaged.
        ArchiveBombError: It unpacks to too much.
        OfficeFileError: It is a document of an office program.
    """
    size = stream_size(stream)
    growth = GrowthLimit(lambda: size)
    with zipfile.ZipFile(stream) as archive:
        refuse_office_file(archive)
        for info in archive.infolist():
            if info.is_dir() or is_ignored(info.filename):
                continue
            refused = _refusal(info)
            if refused:
                yield refused
                continue
            with archive.open(info) as file:
                yield ArchiveMember(name=info.filename, stream=buffered(file.read, growth.add))


def _refusal(info: zipfile.ZipInfo) -> RefusedMember | None:
    kind = stat.S_IFMT(info.external_attr >> 16)  # Unix mode; 0 if packed on another system
    return refusal(
        info.orig_filename,
        is_file=kind in (0, stat.S_IFREG),
        is_link=kind == stat.S_IFLNK,
        is_encrypted=bool(info.flag_bits & ENCRYPTED),
    )
