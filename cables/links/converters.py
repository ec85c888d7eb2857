"""Path converters: a canonical reference ID, a paragraph or range, a period, a tag."""

import re
from dataclasses import dataclass
from typing import Final, Self
from urllib.parse import unquote

from cables.periods import Period

PARAGRAPH_KEY = r"(?:[1-9][0-9]{0,3}(?:\.[1-9][0-9]?)?|u[1-9][0-9]{0,3})"
"""A paragraph's key: 3, 3.2 for the second one numbered 3, u1 for an unnumbered one."""
UNSAFE_IN_PATH: Final = re.compile(r"[^A-Z0-9\-]")
"""Characters that a tag's URL escapes. Example: the slash of `SBE/P`."""


@dataclass(frozen=True, slots=True)
class ParagraphRange:
    """The paragraphs in a URL, from the first to the last, which often is the same."""

    first: str
    last: str

    @classmethod
    def parse(cls, value: str) -> Self:
        """Parse `3` or `3-5`."""
        first, _, last = value.partition("-")
        return cls(first, last or first)

    def __str__(self) -> str:
        return self.first if self.first == self.last else f"{self.first}-{self.last}"

    @property
    def label(self) -> str:
        """The range as printed, with an en dash: `3`, `3–5`."""
        return str(self).replace("-", "–")


class ReferenceIDConverter:
    """A reference ID in capitals without spaces: 07MOSCOW849, 1975DACCA00292.

    It may not be in the collection; that is for the view to find out.
    """

    regex = r"[0-9][0-9A-Z_\-]{2,39}"

    def to_python(self, value: str) -> str:
        return value

    def to_url(self, value: str) -> str:
        return value


class ParagraphConverter:
    """A paragraph or a range of paragraphs: 3, 3-5."""

    regex = rf"{PARAGRAPH_KEY}(?:-{PARAGRAPH_KEY})?"

    def to_python(self, value: str) -> ParagraphRange:
        return ParagraphRange.parse(value)

    def to_url(self, value: ParagraphRange | str) -> str:
        return str(value)


class PeriodConverter:
    """A year, a month or a day: 2007, 2007-02, 2007-02-28."""

    regex = r"[0-9]{4}(?:-[0-9]{2}){0,2}"

    def to_python(self, value: str) -> Period:
        """Return the period; a date that does not exist does not match."""
        return Period.parse(value)

    def to_url(self, value: Period | str) -> str:
        return str(value)


class TagConverter:
    """A code of the TAGS line; characters that are unsafe in a path are escaped, a slash as ~2F.

    Many servers would unescape the usual %2F.
    """

    regex = r"(?=[^/]{1,240}(?:/|\Z))[A-Z0-9\-]*(?:~[0-9A-F]{2}[A-Z0-9\-]*)*"

    def to_python(self, value: str) -> str:
        """Return the code as printed; PostgreSQL accepts no null characters."""
        code = unquote(value.replace("~", "%"), errors="strict")
        if not code or "\x00" in code:
            raise ValueError
        return code

    def to_url(self, value: str) -> str:
        return UNSAFE_IN_PATH.sub(_escape_match, value)


def _escape_match(match: re.Match[str]) -> str:
    return "".join(f"~{byte:02X}" for byte in match[0].encode())
