"""Split an open file into what it contains: itself, records of a table, members of an archive."""

import io
from collections.abc import Callable, Iterator

from cables.sources import archives
from cables.sources.documents import SourceFile
from cables.sources.file_names import file_key
from cables.sources.forms import csv, json_files, tables
from cables.sources.limits import HEAD_SIZE, MAX_FILE_SIZE, MAX_LINE
from cables.sources.streams import Meter
from cables.sources.values import Rejection


def files_in(
    name: str, stream: io.BufferedReader, *, real_path: str = ""
) -> Iterator[SourceFile | Rejection]:
    """Yield the files that an open file contains.

    Args:
        name: Its path as given.
        stream: Its bytes, from the beginning, with a buffer of at least `HEAD_SIZE`.
        real_path: Its absolute path with links followed; empty if it has none.

    Yields:
        The file itself, each record of a table or of JSON, each member of an archive; or why it
        cannot be read.
    """
    consumed = Meter(stream.tell)
    if archives.is_archive(stream.peek(HEAD_SIZE)):
        yield from _members(name, stream, consumed, real_path)
    else:
        yield from _file(name, stream, consumed, file_key(real_path))


def _members(
    name: str, stream: io.BufferedReader, consumed: Callable[[], int], real_path: str
) -> Iterator[SourceFile | Rejection]:
    is_empty = True
    hashes: set[int] = set()  # not the names, to save memory: a collision costs only a key
    try:
        for member in archives.archive_members(stream):
            is_empty = False
            key = "" if hash(member.name) in hashes else file_key(real_path, member.name)
            hashes.add(hash(member.name))
            yield from _member(name, member, consumed, key)
    except archives.ARCHIVE_ERRORS as error:
        is_empty = False
        yield Rejection(name=name, line=0, reason=archives.explain_error(error))
    if is_empty:
        reason = "there is no file in this archive; expected cables. Check the path."
        yield Rejection(name=name, line=0, reason=reason)


def _member(
    archive: str,
    member: archives.ArchiveMember | archives.RefusedMember,
    consumed: Callable[[], int],
    key: str,
) -> Iterator[SourceFile | Rejection]:
    name = f"{archive}!{member.name}" if member.name else archive
    if isinstance(member, archives.RefusedMember):
        yield Rejection(name=name, line=0, reason=member.reason)
    elif archives.is_archive(member.stream.peek(HEAD_SIZE)):
        reason = (
            archives.describe_office_file(member.stream)
            or "it is an archive in an archive. Unpack the outer one and load its files."
        )
        yield Rejection(name=name, line=0, reason=reason)
    else:
        yield from _file(name, member.stream, consumed, key)


def _file(
    name: str, stream: io.BufferedReader, consumed: Callable[[], int], key: str
) -> Iterator[SourceFile | Rejection]:
    head = stream.peek(HEAD_SIZE)
    if csv.recognizes(head):
        yield from csv.split_records(name, stream, consumed)
    elif tables.recognizes(head):
        yield from tables.split_rows(name, stream, consumed)
    elif json_files.recognizes(head):
        yield from json_files.split_objects(name, stream, consumed, key)
    else:
        yield _whole_file(name, stream, consumed, key)


def _whole_file(
    name: str, stream: io.BufferedReader, consumed: Callable[[], int], key: str
) -> SourceFile | Rejection:
    data = stream.read(MAX_FILE_SIZE + 1)
    if len(data) <= MAX_FILE_SIZE:
        return SourceFile(name=name, data=data, key=key, consumed=consumed())
    return _too_large(name, data)


def _too_large(name: str, data: bytes) -> Rejection:
    """Reject a file for its size, naming the line if a single line is too long."""
    for number, line in enumerate(data.split(b"\n"), start=1):
        if len(line) > MAX_LINE:
            reason = (
                f"line {number} has more than {MAX_LINE:,} bytes; no line of a cable is that long."
                " Is this the text of a cable?"
            )
            return Rejection(name=name, line=number, reason=reason)
    reason = (
        f"the file is larger than {MAX_FILE_SIZE:,} bytes; no cable is. If it contains many"
        " cables, split it into one file per cable."
    )
    return Rejection(name=name, line=0, reason=reason)
