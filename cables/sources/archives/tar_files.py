"""Members of a .tar archive, read from front to back so that a pipe will do."""

import io
import tarfile
from collections.abc import Iterator

from cables.sources.archives.members import ArchiveMember, RefusedMember, is_hidden, refusal
from cables.sources.streams import buffered


def members(stream: io.BufferedReader) -> Iterator[ArchiveMember | RefusedMember]:
    """Give the members in the order of the archive.

    Args:
        stream: The archive, unpacked if it was compressed.

    Raises:
        tarfile.TarError: The archive is damaged.
    """
    with tarfile.open(fileobj=stream, mode="r|") as archive:
        while (info := archive.next()) is not None:
            archive.members.clear()  # type: ignore[attr-defined] # a list of 251,287 else
            if info.isdir() or is_hidden(info.name):
                continue
            refused = refusal(info.name, is_file=info.isreg(), is_link=info.issym() or info.islnk())
            if refused:
                yield refused
                continue
            file = archive.extractfile(info)
            if file:
                yield ArchiveMember(name=info.name, stream=buffered(file.read))
