"""What reading a file yields: cable texts with the facts that stood around them, and rejections."""

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
    """The telegram: header and body, decoded, verbatim but that CRLF and CR have become LF.

    Where the source keeps header and body apart, one LF stands between them."""
    form: str
    """Which form the source has: `page`, `first-week page`, `pasted`, `plain`, `body only`, `csv`
    or `nara`."""
    name: str
    """The file's path as given; for a member of an archive, `archive!member`."""
    sha256: str
    """Of the bytes that the cable was read from, 64 hexadecimal digits."""
    file_key: str = ""
    """Of the file, as `SourceFile.key`."""
    line: int = 1
    """Line of the file on which the telegram begins, from 1."""
    created: datetime | None = None
    """Created, as the source's own table gives it, UTC."""
    minutes_trusted: bool = True
    """False where the form is known to repeat the hour in the place of the minutes."""
    released: datetime | None = None
    """Released, likewise."""
    classification: str = ""
    """Classification, as the table gives it."""
    origin: str = ""
    """Origin, as the table gives it: `Embassy Moscow`."""
    partial: bool = False
    """True where the source says that the text is an extract."""

    @property
    def text_sha256(self) -> str:
        """The SHA-256 of the text, in hexadecimal digits."""
        return hashlib.sha256(self.text.encode()).hexdigest()


@dataclass(frozen=True, slots=True, kw_only=True)
class Rejection:
    """A file, or a record in one, that could not be read as a cable."""

    name: str
    """The file's path as given, in printable characters whatever it holds."""
    line: int
    """The line on which the trouble was found, from 1; 0 where the file as a whole is meant."""
    reason: str
    """What was found, what was expected, and what to do; printable too, though it quotes."""

    def __post_init__(self) -> None:
        """Make name and reason safe to print."""
        object.__setattr__(self, "name", display_name(self.name))
        object.__setattr__(self, "reason", printable(self.reason))
