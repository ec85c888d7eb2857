"""Find the files under paths: files, folders of any depth, archives, standard input."""

import os
import stat
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Final

from cables.sources.contents import files_in
from cables.sources.documents import SourceFile
from cables.sources.file_names import is_ignored
from cables.sources.streams import buffered
from cables.sources.values import Rejection

STANDARD_INPUT: Final = "-"
"""The path of standard input, and the name of what comes from it."""


def collect_files(paths: Iterable[Path | str]) -> Iterator[SourceFile | Rejection]:
    """Yield the bytes of every file under the paths, one file at a time.

    Args:
        paths: Files, folders, archives and `-` for standard input, read in the order given. A
            folder is read to any depth, sorted by name, except for names that `is_ignored` knows.

    Yields:
        Each file, archive member or CSV record, or why it could not be read. A folder without
        files is rejected.
    """
    for path in paths:
        if str(path) == STANDARD_INPUT:
            yield from files_in(STANDARD_INPUT, buffered(sys.stdin.buffer.read))
        elif Path(path).is_dir():
            yield from _folder(Path(path))
        else:
            yield from _file(Path(path))


def storage_size(paths: Iterable[Path | str]) -> int:
    """Return how many bytes the files under the paths have on disk; archives are not unpacked.

    `SourceFile.consumed` adds up to about this. Standard input and unreadable files count as 0.
    """
    return sum(_size(Path(path)) for path in paths)


def _size(path: Path) -> int:
    try:
        if path.is_dir():
            entries = (entry for entry in path.iterdir() if not is_ignored(entry.name))
            return sum(_size(entry) for entry in entries if not _is_link_to_folder(entry))
        return path.stat().st_size
    except OSError:
        return 0


def _folder(folder: Path) -> Iterator[SourceFile | Rejection]:
    is_empty = True
    for file in _files_below(folder):
        is_empty = False
        yield file
    if is_empty:
        reason = "there is no file in this folder; expected cables. Check the path."
        yield Rejection(name=str(folder), line=0, reason=reason)


def _files_below(folder: Path) -> Iterator[SourceFile | Rejection]:
    try:
        entries = sorted(folder.iterdir())
    except OSError as error:
        yield _unreadable(folder, error)
        return
    for entry in entries:
        if is_ignored(entry.name):
            continue
        if _is_link_to_folder(entry):
            reason = (
                "this is a link to a folder. Links inside folders are not followed, because they"
                " may form a loop. Name the folder itself."
            )
            yield Rejection(name=str(entry), line=0, reason=reason)
        elif entry.is_dir():
            yield from _files_below(entry)
        else:
            yield from _file(entry)


def _is_link_to_folder(path: Path) -> bool:
    return path.is_symlink() and path.is_dir()


def _file(path: Path) -> Iterator[SourceFile | Rejection]:
    try:
        if not stat.S_ISREG(path.stat().st_mode):  # opening a pipe would wait forever
            reason = (
                "not a regular file (a pipe, socket or device); expected a file or a folder. To"
                " read from a pipe, give `-` and connect it to standard input."
            )
            yield Rejection(name=str(path), line=0, reason=reason)
            return
        with path.open("rb") as stream:
            yield from files_in(str(path), stream, real_path=os.path.realpath(path))
    except (OSError, ValueError) as error:  # ValueError: a NUL in the path
        yield _unreadable(path, error)


def _unreadable(path: Path, error: Exception) -> Rejection:
    return Rejection(name=str(path), line=0, reason=_explain(path, error))


def _explain(path: Path, error: Exception) -> str:
    if isinstance(error, FileNotFoundError) and path.is_symlink():
        return f"this link points to {path.readlink()}, which does not exist. Fix or delete it."
    if isinstance(error, FileNotFoundError):
        return "there is no such file or folder. Check the path."
    if isinstance(error, PermissionError):
        return (
            "permission denied. Let the user who runs this read it (`chmod +r`, and `chmod +rx` for"
            " the folders above)."
        )
    return f"the system could not read it: {error}. Try again, or copy the file again."
