"""The parts of an address: a reference ID in its canonical spelling, and a paragraph or a range."""

from dataclasses import dataclass
from typing import Self

KEY = r"(?:[1-9][0-9]{0,3}(?:\.[1-9][0-9]?)?|u[1-9][0-9]{0,3})"
"""A paragraph's key: 3, 3.2 for the second that is numbered 3, u1 for one without a number."""


@dataclass(frozen=True, slots=True)
class ParagraphRange:
    """The paragraphs that an address names: from one to another, often the same."""

    first: str
    last: str

    @classmethod
    def read(cls, value: str) -> Self:
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

    regex = rf"{KEY}(?:-{KEY})?"

    def to_python(self, value: str) -> ParagraphRange:
        """Return the range."""
        return ParagraphRange.read(value)

    def to_url(self, value: ParagraphRange | str) -> str:
        """Return the range as an address writes it."""
        return str(value)
