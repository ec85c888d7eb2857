"""What reading a file yields: cables with the metadata of their source, and rejections."""

import hashlib
from dataclasses import dataclass
from datetime import datetime

from cables.sources.file_names import display_name, printable


@dataclass(frozen=True, slots=True, kw_only=True)
class SourceCable:
    """One cable as a source gives it, before its text is parsed."""

    reference_id: str
    """As the source spells it: `07MOSCOW849`."""
    text: str
    """The telegram, header and body: decoded and unchanged, except that CRLF and CR became LF.

    If the source has header and body apart, they are joined by one LF."""
    form: str
    """The form of the source: `page`, `first-week page`, `pasted`, `plain`, `body only`, `csv`,
    `json`, `nara` or `plusd`."""
    name: str
    """The file's path as given; for a member of an archive, `archive!member`."""
    sha256: str
    """Of the bytes from which the cable was read, 64 hexadecimal digits."""
    file_key: str = ""
    """As `SourceFile.key`."""
    line: int = 1
    """Line of the file on which the telegram begins, from 1."""
    created: datetime | None = None
    """Created, from the source's own table, UTC."""
    minutes_trusted: bool = True
    """False if the source is known to repeat the hour in place of the minutes, or has no time."""
    released: datetime | None = None
    """Released, from the same table, UTC."""
    classification: str = ""
    """Classification, as in the table."""
    origin: str = ""
    """Origin, as in the table: `Embassy Moscow`."""
    partial: bool = False
    """True if the source says that the text is an extract."""

    @property
    def text_sha256(self) -> str:
        """The SHA-256 of the text, in hexadecimal digits."""
        return hashlib.sha256(self.text.encode()).hexdigest()


@dataclass(frozen=True, slots=True, kw_only=True)
class Rejection:
    """A file, or a part of one, that could not be read as a cable."""

    name: str
    """The file's path as given, always printable."""
    line: int
    """The line of the fault, from 1; 0 for the whole file."""
    reason: str
    """What was found, what was expected, and what to do; printable, even where it quotes."""

    def __post_init__(self) -> None:
        object.__setattr__(self, "name", display_name(self.name))
        object.__setattr__(self, "reason", printable(self.reason))
