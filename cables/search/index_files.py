"""Where the index lies, and how one takes the place of another while readers read on.

`SEARCH_INDEX` holds a folder for each index and a file, `current`, that names the one in use. A new
one is built beside it; renaming a file over `current` is the whole exchange. What is in an index
is told by a small file in its folder, written behind each commit.
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
    """The index could not be written; the message is what its own library says."""


@dataclass(frozen=True, slots=True, kw_only=True)
class IndexState:
    """What an index holds."""

    cables: int
    highest: int
    """The highest primary key of a cable; a load stores every cable that it changes anew."""
    format: int = INDEX_FORMAT

    @classmethod
    def read(cls, folder: Path) -> Self | None:
        """Return what a folder's index holds; None where that cannot be told."""
        try:
            return cls(**json.loads((folder / STATE_FILE).read_text(encoding="utf-8")))
        except (OSError, ValueError, TypeError):
            return None

    def write(self, folder: Path) -> None:
        """Keep it in the index's folder, whole or not at all."""
        _write_atomically(folder / STATE_FILE, json.dumps(asdict(self)))


def indexes_folder() -> Path:
    """Return the folder of all indexes."""
    return Path(settings.SEARCH_INDEX)


def current_folder() -> Path | None:
    """Return the folder of the index in use; None where there is none."""
    try:
        name = (indexes_folder() / CURRENT_FILE).read_text(encoding="ascii").strip()
    except (OSError, ValueError):
        return None
    folder = indexes_folder() / Path(name).name
    return folder if name and folder.is_dir() else None


def new_folder() -> Path:
    """Make the folder of an index to be."""
    folder = indexes_folder() / f"index-{uuid4().hex[:12]}"
    folder.mkdir(parents=True)
    return folder


def activate(folder: Path) -> None:
    """Put an index into use, and remove the others; a reader keeps what it has open."""
    _write_atomically(indexes_folder() / CURRENT_FILE, folder.name)
    for other in indexes_folder().glob("index-*"):
        if other != folder:
            shutil.rmtree(other, ignore_errors=True)


def _write_atomically(path: Path, text: str) -> None:
    """Write a small file so that readers see the old text or the new one and nothing between."""
    beside = path.with_name(f"{path.name}.{uuid4().hex[:8]}")
    beside.write_text(text, encoding="utf-8")
    beside.replace(path)


@contextmanager
def write_lock() -> Iterator[None]:
    """Be the only process that writes.

    Raises:
        IndexBusyError: Another one is at it.
        OSError: The folder cannot be written.
    """
    indexes_folder().mkdir(parents=True, exist_ok=True)
    with (indexes_folder() / LOCK_FILE).open("w") as lock:
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            message = f"another process is writing the search index in {indexes_folder()}"
            raise IndexBusyError(message) from None
        yield
