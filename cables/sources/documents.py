"""The bytes of a file, and the decoded text from which the form modules read cables."""

import hashlib
from bisect import bisect_right
from dataclasses import dataclass
from functools import cached_property
from itertools import accumulate
from typing import Self

from cables.sources.decoding import decode
from cables.sources.file_names import display_name
from cables.sources.values import Rejection


@dataclass(frozen=True, slots=True, kw_only=True)
class SourceFile:
    """The bytes of one file, of one member of an archive or of one record of a table."""

    name: str
    """The path as given; for a member of an archive, `archive!member`. Always printable."""
    data: bytes
    """All of the bytes, at most `MAX_FILE_SIZE`."""
    line: int = 1
    """The line of the named file on which the bytes begin."""
    is_record: bool = False
    """Whether this is one record of a table."""
    key: str = ""
    """`file_names.file_key`, by which the file is identified after it changed.

    Empty for standard input, a record of a CSV and a second member of the same name."""
    consumed: int = 0
    """Bytes of storage read for it, compressed if the archive is. They add up to about the size of
    the paths, so they measure the progress of a long run."""

    def __post_init__(self) -> None:
        object.__setattr__(self, "name", display_name(self.name))


@dataclass(frozen=True, kw_only=True)  # no slots: `_line_starts` is a cached property
class Document:
    """The text of one file."""

    name: str
    """As `SourceFile.name`."""
    text: str
    """Decoded, with LF as the only line ending."""
    sha256: str
    """Of the bytes, 64 hexadecimal digits."""
    first_line: int = 1
    """The line of the named file on which the text begins."""

    @classmethod
    def from_file(cls, file: SourceFile) -> Self:
        """Decode a file.

        Raises:
            NotTextError: As `decode` does.
        """
        return cls(
            name=file.name,
            text=decode(file.data).text,
            sha256=hashlib.sha256(file.data).hexdigest(),
            first_line=file.line,
        )

    def line_at(self, offset: int) -> int:
        """Return the line of the file, from 1, at an offset in the text."""
        return self.first_line + bisect_right(self._line_starts, offset)

    @cached_property
    def _line_starts(self) -> list[int]:
        """Offsets of the second line and all later ones.

        Counting line ends again for each of 100,000 cables in one file would take forever.
        """
        return list(accumulate(len(line) + 1 for line in self.text.split("\n")))

    def rejection(self, reason: str, *, offset: int | None = None) -> Rejection:
        """Return why the document, or the part at an offset, cannot be read."""
        line = 0 if offset is None else self.line_at(offset)
        return Rejection(name=self.name, line=line, reason=reason)
