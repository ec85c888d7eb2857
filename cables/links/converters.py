"""The parts of an address: a reference ID in its canonical spelling, a paragraph, a day, a tag."""

import re
from dataclasses import dataclass
from typing import Final, Self
from urllib.parse import unquote

from cables.periods import Period

PARAGRAPH_KEY = r"(?:[1-9][0-9]{0,3}(?:\.[1-9][0-9]?)?|u[1-9][0-9]{0,3})"
"""A paragraph's key: 3, 3.2 for the second that is numbered 3, u1 for one without a number."""
UNSAFE_IN_PATH: Final = re.compile(r"[^A-Z0-9\-]")
"""What a tag's address writes otherwise. Example: the stroke of `SBE/P`."""


@dataclass(frozen=True, slots=True)
class ParagraphRange:
    """The paragraphs that an address names: from one to another, often the same."""

    first: str
    last: str

    @classmethod
    def parse(cls, value: str) -> Self:
        """Read `3` or `3-5`."""
        first, _, last = value.partition("-")
        return cls(first, last or first)

    def __str__(self) -> str:
        return self.first if self.first == self.last else f"{self.first}-{self.last}"

    @property
    def label(self) -> str:
        """The way it is printed: `3`, or `3–5` with a dash between."""
        return str(self).replace("-", "–")


class ReferenceIDConverter:
    """A reference ID in capitals without blanks: 07MOSCOW849, 1975DACCA00292."""

    regex = r"[0-9][0-9A-Z_\-]{2,39}"

    def to_python(self, value: str) -> str:
        """Return it as it is; whether such a cable is held is the page's question."""
        return value

    def to_url(self, value: str) -> str:
        """Return it as it is."""
        return value


class ParagraphConverter:
    """A paragraph of a cable or a range of them: 3, 3-5."""

    regex = rf"{PARAGRAPH_KEY}(?:-{PARAGRAPH_KEY})?"

    def to_python(self, value: str) -> ParagraphRange:
        """Return the range."""
        return ParagraphRange.parse(value)

    def to_url(self, value: ParagraphRange | str) -> str:
        """Return the range as an address writes it."""
        return str(value)


class PeriodConverter:
    """A year, a month or a day: 2007, 2007-02, 2007-02-28."""

    regex = r"[0-9]{4}(?:-[0-9]{2}){0,2}"

    def to_python(self, value: str) -> Period:
        """Return the period; a day that no calendar has is no address."""
        return Period.parse(value)

    def to_url(self, value: Period | str) -> str:
        """Return the period as an address writes it."""
        return str(value)


class TagConverter:
    """A code of the TAGS line; what a path cannot hold safely is written ~2F for a stroke.

    A stroke escaped in the usual way, as %2F, is unescaped by many servers on the way.
    """

    regex = r"(?=[^/]{1,240}(?:/|\Z))[A-Z0-9\-]*(?:~[0-9A-F]{2}[A-Z0-9\-]*)*"

    def to_python(self, value: str) -> str:
        """Return the code as cables print it; PostgreSQL takes a null character in no value."""
        code = unquote(value.replace("~", "%"), errors="strict")
        if not code or "\x00" in code:
            raise ValueError
        return code

    def to_url(self, value: str) -> str:
        """Return the code as an address writes it."""
        return UNSAFE_IN_PATH.sub(_escape_match, value)


def _escape_match(found: re.Match[str]) -> str:
    """Return a character by the numbers of its bytes."""
    return "".join(f"~{byte:02X}" for byte in found[0].encode())
