"""Times of many pages or queries of one kind, as a line of the table shows them."""

from collections.abc import Iterable
from dataclasses import dataclass
from statistics import median, quantiles
from typing import Self


@dataclass(frozen=True, slots=True, kw_only=True)
class Times:
    """How long things of one kind took."""

    seconds: tuple[float, ...]
    """Each, from asking to the last byte; one that was cut off has the limit's."""
    limit: float = float("inf")
    """Where one was cut off."""
    processor: float = 0.0
    """Seconds of the server's own work on each, on the average; 0 where nobody tells."""
    others: float = 0.0
    """Cores that other work kept busy meanwhile; 0 where nobody tells."""

    @classmethod
    def of(
        cls,
        seconds: Iterable[float],
        *,
        limit: float = float("inf"),
        processor: float = 0.0,
        others: float = 0.0,
    ) -> Self:
        """Return the times given; `processor` is of all together."""
        taken = tuple(seconds)
        mean = processor / len(taken)
        return cls(seconds=taken, limit=limit, processor=mean, others=others)

    @property
    def median(self) -> float:
        """The middle one."""
        return median(self.seconds)

    @property
    def slow(self) -> float:
        """What 95 of 100 stay under."""
        few = len(self.seconds) < 2
        return self.seconds[0] if few else quantiles(self.seconds, n=20, method="inclusive")[-1]

    @property
    def written(self) -> str:
        """Median, 95th percentile and the slowest: `12, p95 31, max 44 ms`."""
        figures = [self._written(one) for one in (self.median, self.slow, max(self.seconds))]
        return "{}, p95 {}, max {} ms".format(*figures)

    def _written(self, seconds: float) -> str:
        if seconds >= self.limit:
            return f"over {self.limit * 1000:,.0f}"
        return f"{seconds * 1000:,.{0 if seconds >= 0.01 else 1}f}"
