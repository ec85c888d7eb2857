"""Read cables out of files and folders, whatever form the files have."""

from collections.abc import Iterable, Iterator
from pathlib import Path

from cables.sources.collect import collect
from cables.sources.detect import understand
from cables.sources.values import Rejected, SourceCable


def walk(paths: Iterable[Path | str]) -> Iterator[SourceCable | Rejected]:
    """Read all the cables under the paths, streaming.

    Args:
        paths: Files and folders of any depth, taken in the order given; a folder is taken in the
            order of its names.

    Yields:
        Each cable, and each file or record that is none with the reason. Nothing is raised for
        what a file holds.
    """
    for file in collect(paths):
        if isinstance(file, Rejected):
            yield file
        else:
            yield from understand(file)


def read(path: Path | str) -> Iterator[SourceCable | Rejected]:
    """Read the cables of one file; a folder is rejected, `walk` is for those."""
    if Path(path).is_dir():
        reason = "this is a folder; expected a file. Give the folder to the command instead."
        yield Rejected(name=str(path), line=0, reason=reason)
    else:
        yield from walk([path])
