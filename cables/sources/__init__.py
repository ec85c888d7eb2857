"""From files to `SourceCable` values: every form in which people have cables.

`walk` and `read` do all of it. A caller that wants to spread the work over processes takes the two
halves: `collect` finds the bytes of each file, `understand` reads the cables in them. A progress
bar sets what `SourceFile.consumed` adds up to against `storage_size`.
"""

from cables.sources.collecting import collect, storage_size
from cables.sources.documents import SourceFile
from cables.sources.read import read, walk
from cables.sources.understanding import understand
from cables.sources.values import Rejected, SourceCable

__all__ = [
    "Rejected",
    "SourceCable",
    "SourceFile",
    "collect",
    "read",
    "storage_size",
    "understand",
    "walk",
]
