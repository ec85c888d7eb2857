"""A year, month or day, as URLs and pages write it: 2007, 2007-02, 2007-02-28."""

import calendar
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from typing import Self


@dataclass(frozen=True, slots=True, order=True)
class Period:
    """A year, month or day; parts that are 0 are not given."""

    year: int
    month: int = 0
    day: int = 0

    @classmethod
    def parse(cls, text: str) -> Self:
        """Parse `2007`, `2007-02` or `2007-02-28`.

        Raises:
            ValueError: There is no such day, or the format is another.
        """
        parts = [int(part) for part in text.split("-")]
        date(*parts, *[1] * (3 - len(parts)))
        return cls(*parts)

    def __str__(self) -> str:
        parts = (f"{self.year:04}", *(f"{part:02}" for part in (self.month, self.day) if part))
        return "-".join(parts)

    @property
    def label(self) -> str:
        """In words: `2007`, `February 2007`, `28 February 2007`."""
        if not self.month:
            return str(self.year)
        return f"{self.first_day:%-d %B %Y}" if self.day else f"{self.first_day:%B %Y}"

    @property
    def label_in_sentence(self) -> str:
        """With its preposition: `in 2007`, `on 28 February 2007`."""
        return f"{'on' if self.day else 'in'} {self.label}"

    @property
    def first_day(self) -> date:
        return date(self.year, self.month or 1, self.day or 1)

    @property
    def last_day(self) -> date:
        month = self.month or 12
        return date(self.year, month, self.day or calendar.monthrange(self.year, month)[1])

    @property
    def start(self) -> datetime:
        """Its first moment, UTC."""
        return datetime.combine(self.first_day, time(), UTC)

    @property
    def end(self) -> datetime:
        """The first moment after it, UTC."""
        return datetime.combine(self.last_day, time(), UTC) + timedelta(days=1)

    @property
    def parent(self) -> Self | None:
        """The month of a day, the year of a month."""
        if self.day:
            return type(self)(self.year, self.month)
        return type(self)(self.year) if self.month else None

    def same_length_at(self, day: date) -> Self:
        """Return the year, month or day, whichever this is, that contains another day."""
        return type(self)(day.year, self.month and day.month, self.day and day.day)

    def days(self) -> list[date]:
        """Return all its days in order."""
        count = (self.last_day - self.first_day).days + 1
        return [self.first_day + timedelta(days=offset) for offset in range(count)]

    def contains(self, day: date) -> bool:
        """Return whether a day is in it."""
        return self.first_day <= day <= self.last_day
