"""Repeatable chance: named random generators, and items drawn by their shares."""

from bisect import bisect
from collections.abc import Mapping
from itertools import accumulate
from math import exp
from random import Random
from typing import Final, Generic, TypeVar

Item = TypeVar("Item")


def chance(seed: int, *names: object) -> Random:
    """Return a generator that gives the same numbers for the same seed and names.

    A string seeds it through SHA-512, not through `hash`, which differs between runs.
    """
    return Random(":".join(map(str, (seed, *names))))  # noqa: S311 - a corpus, not a secret


class Shares(Generic[Item]):
    """Items that are drawn as often as their shares say."""

    def __init__(self, shares: Mapping[Item, float]) -> None:
        self.items: Final = tuple(shares)
        self._bounds = tuple(accumulate(shares.values()))

    def draw(self, rng: Random) -> Item:
        """Draw one item."""
        return self.items[bisect(self._bounds, rng.random() * self._bounds[-1])]

    def draw_many(self, rng: Random, count: int) -> list[Item]:
        """Draw several items, with repetition."""
        return rng.choices(self.items, cum_weights=self._bounds, k=count)


def zipf(count: int, exponent: float = 1.0) -> list[float]:
    """Return the shares of words by rank: with exponent 1 the second is half the first."""
    return [rank**-exponent for rank in range(1, count + 1)]


def skewed(rng: Random, median: float, spread: float) -> float:
    """Draw a lognormal size; `spread` is the standard deviation of its logarithm."""
    return median * exp(rng.gauss(0.0, spread))
