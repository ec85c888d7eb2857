"""What a piece of work took."""

from typing import NamedTuple


class Spent(NamedTuple):
    """Time and rows; several pieces add up."""

    seconds: float = 0.0
    processor: float = 0.0
    """Seconds of this process on its core."""
    rows: int = 0

    def and_more(self, more: "Spent") -> "Spent":
        """Return the sum."""
        return Spent(
            self.seconds + more.seconds, self.processor + more.processor, self.rows + more.rows
        )
