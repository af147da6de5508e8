"""Chance that falls the same way for the same seed and the same place."""

from collections.abc import Sequence
from decimal import Decimal
from random import Random
from typing import TypeVar

T = TypeVar("T")


class Dice(Random):
    """Random choices that depend on nothing but the names given; each place rolls its own."""

    def __init__(self, *names: object) -> None:
        super().__init__("/".join(map(str, names)))

    def happens(self, share: float) -> bool:
        """Whether something of this probability happens."""
        return self.random() < share

    def between(self, low: float, high: float) -> float:
        """A number from `low` to `high`."""
        return low + (high - low) * self.random()

    def some(self, items: Sequence[T], least: int, most: int) -> list[T]:
        """Between `least` and `most` of the items, in the order they have."""
        size = min(len(items), self.randint(least, most))
        return [items[index] for index in sorted(self.sample(range(len(items)), size))]

    def percent(self, low: int, high: int) -> Decimal:
        """A percentage with one decimal."""
        return Decimal(self.randint(low * 10, high * 10)) / 10
