"""Chance that can be repeated: generators of random numbers with names, tables of shares."""

from bisect import bisect
from collections.abc import Mapping
from itertools import accumulate
from math import exp
from random import Random
from typing import Final, Generic, TypeVar

Item = TypeVar("Item")


def chance(seed: int, *names: object) -> Random:
    """Return a generator that gives the same numbers for the same seed and names, always.

    A text seeds it through SHA-512 and not through `hash`, which differs from run to run.
    """
    return Random(":".join(map(str, (seed, *names))))  # noqa: S311 - a corpus, not a secret


class Shares(Generic[Item]):
    """Things that are drawn as often as their shares say."""

    def __init__(self, shares: Mapping[Item, float]) -> None:
        self.items: Final = tuple(shares)
        self._bounds = tuple(accumulate(shares.values()))

    def draw(self, rng: Random) -> Item:
        """Draw one."""
        return self.items[bisect(self._bounds, rng.random() * self._bounds[-1])]

    def draw_many(self, rng: Random, count: int) -> list[Item]:
        """Draw several, the same one again and again where it is frequent."""
        return rng.choices(self.items, cum_weights=self._bounds, k=count)


def zipf(count: int, exponent: float = 1.0) -> list[float]:
    """Return the shares of words by rank: the second half as frequent as the first, and so on."""
    return [rank**-exponent for rank in range(1, count + 1)]


def skewed(rng: Random, median: float, spread: float) -> float:
    """Draw a size that is small mostly and large at times (lognormal), `spread` in logarithms."""
    return median * exp(rng.gauss(0.0, spread))
