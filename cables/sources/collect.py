"""Find the files that paths stand for: files, folders of any depth, standard input, archives."""

import os
import stat
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Final

from cables.sources.contents import files_in
from cables.sources.documents import SourceFile
from cables.sources.streams import buffered
from cables.sources.values import Rejection

STANDARD_INPUT: Final = "-"
"""The path that stands for standard input, and the name of what comes from it."""


def collect_files(paths: Iterable[Path | str]) -> Iterator[SourceFile | Rejection]:
    """Give the bytes of every file under the paths, one file at a time.

    Args:
        paths: Files, folders, archives and `-` for standard input, taken in the order given. In a
            folder, names are taken in the order of their characters, at any depth; names that
            begin with a full stop are left out.

    Yields:
        Each file, member or record, or why it could not be read. A folder in which there is no
        file is rejected.
    """
    for path in paths:
        if str(path) == STANDARD_INPUT:
            yield from files_in(STANDARD_INPUT, buffered(sys.stdin.buffer.read))
        elif Path(path).is_dir():
            yield from _folder(Path(path))
        else:
            yield from _file(Path(path))


def storage_size(paths: Iterable[Path | str]) -> int:
    """Return how many bytes the files under the paths have on the disk, archives as they are.

    What `SourceFile.consumed` adds up to, about; standard input and what cannot be read count none.
    """
    return sum(_size(Path(path)) for path in paths)


def _size(path: Path) -> int:
    try:
        if path.is_dir():
            below = (entry for entry in path.iterdir() if not entry.name.startswith("."))
            return sum(_size(entry) for entry in below if not _is_link_to_folder(entry))
        return path.stat().st_size
    except OSError:
        return 0


def _folder(folder: Path) -> Iterator[SourceFile | Rejection]:
    found = False
    for file in _below(folder):
        found = True
        yield file
    if not found:
        reason = "there is no file in this folder; expected cables in it. Check the path."
        yield Rejection(name=str(folder), line=0, reason=reason)


def _below(folder: Path) -> Iterator[SourceFile | Rejection]:
    try:
        entries = sorted(folder.iterdir())
    except OSError as error:
        yield _unreadable(folder, error)
        return
    for entry in entries:
        if entry.name.startswith("."):
            continue
        if _is_link_to_folder(entry):
            reason = (
                "this is a link to a folder, and links inside folders are not followed, as they may"
                " lead in circles. Name the folder itself."
            )
            yield Rejection(name=str(entry), line=0, reason=reason)
        elif entry.is_dir():
            yield from _below(entry)
        else:
            yield from _file(entry)


def _is_link_to_folder(path: Path) -> bool:
    return path.is_symlink() and path.is_dir()


def _file(path: Path) -> Iterator[SourceFile | Rejection]:
    try:
        if not stat.S_ISREG(path.stat().st_mode):  # opening a pipe would wait for ever
            reason = (
                "this is no regular file but a pipe, a socket or a device; expected a file or a"
                " folder. Give `-` and let standard input have it."
            )
            yield Rejection(name=str(path), line=0, reason=reason)
            return
        with path.open("rb") as stream:
            yield from files_in(str(path), stream, real_path=os.path.realpath(path))
    except (OSError, ValueError) as error:  # ValueError: a NUL in the path
        yield _unreadable(path, error)


def _unreadable(path: Path, error: Exception) -> Rejection:
    return Rejection(name=str(path), line=0, reason=_why(path, error))


def _why(path: Path, error: Exception) -> str:
    if isinstance(error, FileNotFoundError) and path.is_symlink():
        return f"this link points at {path.readlink()}, which does not exist. Mend or remove it."
    if isinstance(error, FileNotFoundError):
        return "there is no such file or folder. Check the path."
    if isinstance(error, PermissionError):
        return (
            "reading it is not permitted. Give the user who runs this the right to (`chmod +r`, and"
            " `chmod +rx` for the folders above)."
        )
    return f"the system could not read it: {error}. Try again or copy it anew."
