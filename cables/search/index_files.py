"""The folders of the index, and how a new index replaces the old one while readers continue.

`SEARCH_INDEX` contains a folder for each index and a file, `current`, that names the one in use. A
new index is built beside it and replaces it when a file is renamed over `current`. A small file in
each folder describes its index; it is written after each commit.
"""

import fcntl
import json
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Final, Self
from uuid import uuid4

from django.conf import settings

from cables.search.index_fields import INDEX_FORMAT

CURRENT_FILE: Final = "current"
STATE_FILE: Final = "state.json"
LOCK_FILE: Final = "lock"


class IndexBusyError(Exception):
    """Another process is writing the index."""


class IndexFailedError(Exception):
    """The index could not be written; the message is from the search library."""


@dataclass(frozen=True, slots=True, kw_only=True)
class IndexState:
    """The contents of an index in numbers."""

    cables: int
    highest: int
    """The highest primary key of a cable; a changed cable gets a new key when it is loaded."""
    format: int = INDEX_FORMAT

    @classmethod
    def read(cls, folder: Path) -> Self | None:
        """Return the state of the index in a folder; None if it cannot be read."""
        try:
            return cls(**json.loads((folder / STATE_FILE).read_text(encoding="utf-8")))
        except (OSError, ValueError, TypeError):
            return None

    def write(self, folder: Path) -> None:
        """Write the state to the index's folder atomically."""
        _write_atomically(folder / STATE_FILE, json.dumps(asdict(self)))


def indexes_folder() -> Path:
    """Return the folder that contains all indexes."""
    return Path(settings.SEARCH_INDEX)


def current_folder() -> Path | None:
    """Return the folder of the index in use; None if there is none."""
    try:
        name = (indexes_folder() / CURRENT_FILE).read_text(encoding="ascii").strip()
    except (OSError, ValueError):
        return None
    folder = indexes_folder() / Path(name).name
    return folder if name and folder.is_dir() else None


def new_folder() -> Path:
    """Create the folder for a new index."""
    folder = indexes_folder() / f"index-{uuid4().hex[:12]}"
    folder.mkdir(parents=True)
    return folder


def activate(folder: Path) -> None:
    """Switch to an index and delete the others; readers keep the files that they have open."""
    _write_atomically(indexes_folder() / CURRENT_FILE, folder.name)
    for old_folder in indexes_folder().glob("index-*"):
        if old_folder != folder:
            shutil.rmtree(old_folder, ignore_errors=True)


def _write_atomically(path: Path, text: str) -> None:
    """Write a small file so that readers see either the old text or the new one."""
    temporary = path.with_name(f"{path.name}.{uuid4().hex[:8]}")
    temporary.write_text(text, encoding="utf-8")
    temporary.replace(path)


@contextmanager
def write_lock() -> Iterator[None]:
    """Hold the lock that only one writing process can have.

    Raises:
        IndexBusyError: Another process has it.
        OSError: The folder is not writable.
    """
    indexes_folder().mkdir(parents=True, exist_ok=True)
    with (indexes_folder() / LOCK_FILE).open("w") as lock:
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            message = f"another process is writing the search index in {indexes_folder()}"
            raise IndexBusyError(message) from None
        yield
