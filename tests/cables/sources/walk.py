"""Read the cables under paths in one call."""

from collections.abc import Iterable, Iterator
from pathlib import Path

from cables.sources.collect import collect_files
from cables.sources.detect import read_source_file
from cables.sources.values import Rejection, SourceCable


def read_paths(paths: Iterable[Path | str]) -> Iterator[SourceCable | Rejection]:
    """Yield each cable under the paths, and a rejection for each file or record that is not one."""
    for file in collect_files(paths):
        if isinstance(file, Rejection):
            yield file
        else:
            yield from read_source_file(file)


def read_path(path: Path | str) -> Iterator[SourceCable | Rejection]:
    """Yield the cables of one file; a folder is rejected."""
    if Path(path).is_dir():
        reason = "this is a folder; expected a file. Give the folder to the command instead."
        yield Rejection(name=str(path), line=0, reason=reason)
    else:
        yield from read_paths([path])
