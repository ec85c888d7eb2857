"""From files to `SourceCable` values: every form in which people have cables.

`collect` finds the bytes of each file; `understand` reads the cables in them, in a worker process
if the caller wants. For a progress bar, compare the sum of `SourceFile.consumed` with
`storage_size`.
"""

from cables.sources.collect import collect_files, storage_size
from cables.sources.detect import read_source_file
from cables.sources.documents import SourceFile
from cables.sources.values import Rejection, SourceCable

__all__ = [
    "Rejection",
    "SourceCable",
    "SourceFile",
    "collect_files",
    "read_source_file",
    "storage_size",
]
