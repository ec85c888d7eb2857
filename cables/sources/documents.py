"""A file of which the text is known and the form is not yet: what the form modules read."""

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
    """The bytes of one file, of one member of an archive or of one record of a csv."""

    name: str
    """The path as given; for a member of an archive, `archive!member`. In printable characters,
    whatever the system's name for it holds."""
    data: bytes
    """All of the bytes, at most `MAX_FILE_SIZE`."""
    line: int = 1
    """The line of the named file on which the bytes begin."""
    is_record: bool = False
    """Whether this is one record of a csv file."""
    key: str = ""
    """By which the same file is known again when it has changed: `names.file_key`. Empty for what
    is never the same: standard input, a record of a csv, a second member of one name."""
    consumed: int = 0
    """Bytes of storage that were read to get at it, compressed where the archive is: these add up
    to the size of the paths, about, and so tell how far a long run has got."""

    def __post_init__(self) -> None:
        """Make the name safe to print and to store."""
        object.__setattr__(self, "name", display_name(self.name))


@dataclass(frozen=True, kw_only=True)  # no slots, for the sake of `_line_starts`
class Document:
    """The text of one file."""

    name: str
    """As `SourceFile.name`."""
    text: str
    """Decoded, with LF as the only line end."""
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
        """Return the line of the file on which a character of the text stands, from 1."""
        return self.first_line + bisect_right(self._line_starts, offset)

    @cached_property
    def _line_starts(self) -> list[int]:
        """Where the second line begins, and each after it.

        Counting anew for each of a hundred thousand cables in one file would take for ever.
        """
        return list(accumulate(len(line) + 1 for line in self.text.split("\n")))

    def rejection(self, reason: str, *, offset: int | None = None) -> Rejection:
        """Say why the document, or what stands at an offset in it, cannot be read."""
        line = 0 if offset is None else self.line_at(offset)
        return Rejection(name=self.name, line=line, reason=reason)
