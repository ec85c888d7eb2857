"""What an open file holds: one document, the records of a csv, or the members of an archive."""

import io
from collections.abc import Callable, Iterator

from cables.sources import archives
from cables.sources.archives.members import ArchiveMember, RefusedMember
from cables.sources.documents import SourceFile
from cables.sources.file_names import file_key
from cables.sources.forms import csv
from cables.sources.limits import HEAD_SIZE, MAX_FILE_SIZE, MAX_LINE
from cables.sources.streams import Meter
from cables.sources.values import Rejection


def files_in(
    name: str, stream: io.BufferedReader, *, real_path: str = ""
) -> Iterator[SourceFile | Rejection]:
    """Give the files that an open file holds.

    Args:
        name: Its path as given.
        stream: Its bytes, from the beginning, with a buffer of at least `HEAD`.
        real_path: Its absolute path with links followed; empty where it has none.

    Yields:
        The file itself, each record of a csv, each member of an archive; or why it cannot be read.
    """
    consumed = Meter(stream.tell)
    if archives.is_archive(stream.peek(HEAD_SIZE)):
        yield from _members(name, stream, consumed, real_path)
    else:
        yield from _file(name, stream, consumed, file_key(real_path))


def _members(
    name: str, stream: io.BufferedReader, consumed: Callable[[], int], place: str
) -> Iterator[SourceFile | Rejection]:
    found = False
    names: set[int] = set()  # hashes: two names that meet by chance cost a key, never a text
    try:
        for member in archives.members(stream):
            found = True
            key = "" if hash(member.name) in names else file_key(place, member.name)
            names.add(hash(member.name))
            yield from _member(name, member, consumed, key)
    except archives.ERRORS as error:
        found = True
        yield Rejection(name=name, line=0, reason=archives.explain_error(error))
    if not found:
        reason = "there is no file in this archive; expected cables in it. Check which it is."
        yield Rejection(name=name, line=0, reason=reason)


def _member(
    archive: str, member: ArchiveMember | RefusedMember, consumed: Callable[[], int], key: str
) -> Iterator[SourceFile | Rejection]:
    name = f"{archive}!{member.name}" if member.name else archive
    if isinstance(member, RefusedMember):
        yield Rejection(name=name, line=0, reason=member.reason)
    elif archives.is_archive(member.stream.peek(HEAD_SIZE)):
        reason = "it is an archive in an archive. Unpack the outer one and load what it holds."
        yield Rejection(name=name, line=0, reason=reason)
    else:
        yield from _file(name, member.stream, consumed, key)


def _file(
    name: str, stream: io.BufferedReader, consumed: Callable[[], int], key: str
) -> Iterator[SourceFile | Rejection]:
    if csv.recognizes(stream.peek(HEAD_SIZE)):
        yield from csv.split_records(name, stream, consumed)
        return
    data = stream.read(MAX_FILE_SIZE + 1)
    if len(data) <= MAX_FILE_SIZE:
        yield SourceFile(name=name, data=data, key=key, consumed=consumed())
    else:
        yield _too_large(name, data)


def _too_large(name: str, data: bytes) -> Rejection:
    """Say that a file is too large, and whether it is so for one endless line."""
    for number, line in enumerate(data.split(b"\n"), start=1):
        if len(line) > MAX_LINE:
            reason = (
                f"line {number} has more than {MAX_LINE:,} bytes; no line of a cable has so many."
                " Is this the text of a cable?"
            )
            return Rejection(name=name, line=number, reason=reason)
    reason = (
        f"the file is larger than {MAX_FILE_SIZE:,} bytes; no cable is. If it holds many cables,"
        " split it into one file for each."
    )
    return Rejection(name=name, line=0, reason=reason)
