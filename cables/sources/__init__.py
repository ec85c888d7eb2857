"""Read cables from files and archives, in every form that people have them.

`collect_files` yields the bytes of each file; `read_source_file` reads the cables in them, in
another process if the caller likes. For a progress bar, compare the sum of `SourceFile.consumed`
with `storage_size`.
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
