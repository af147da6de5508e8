"""What someone probably meant to type."""

import unicodedata
from collections.abc import Iterable
from itertools import takewhile
from operator import eq
from typing import Final

_LONGEST: Final = 60  # characters; nobody mistypes a sentence
_MOST_SLIPS: Final = 4


def nearest(word: str, options: Iterable[str]) -> str | None:
    """Find the option a mistyped word most likely stands for; None when nothing is near.

    One slip is a letter missing, added, changed or swapped with its neighbour; Hangul is compared letter by letter
    (광멍 is one slip from 광명), case not at all. Up to one slip in three letters counts as near, four at most.
    Among equally near options the first in code order is taken.
    """
    if len(word) > _LONGEST:
        return None
    typed, found, allowed = _letters(word), None, _MOST_SLIPS
    for option in sorted(option for option in options if len(option) <= _LONGEST):
        slips = _slips(typed, _letters(option), allowed)
        if slips is not None:
            found, allowed = option, slips - 1
    return found


def _letters(text: str) -> str:
    return unicodedata.normalize("NFD", text.casefold())


def _slips(typed: str, meant: str, allowed: int) -> int | None:
    """Count the slips between two words; None when they are more than allowed."""
    limit = min(max(len(typed), len(meant)) // 3, allowed)
    if abs(len(typed) - len(meant)) > limit:
        return None
    return _distance(*_where_they_differ(typed, meant), limit)


def _where_they_differ(one: str, other: str) -> tuple[str, str]:
    start = _shared(one, other)
    one, other = one[start:], other[start:]
    end = _shared(one[::-1], other[::-1])
    return one[: len(one) - end], other[: len(other) - end]


def _shared(one: str, other: str) -> int:
    return sum(takewhile(bool, map(eq, one, other)))


def _distance(one: str, other: str, limit: int) -> int | None:
    """Count insertions, deletions, changes and swaps of neighbours (optimal string alignment), up to a limit."""
    before: list[int] = []
    row = list(range(len(other) + 1))
    for at, letter in enumerate(one, start=1):
        above, before, row = before, row, [at]
        for to, counterpart in enumerate(other, start=1):
            cost = min(before[to] + 1, row[-1] + 1, before[to - 1] + (letter != counterpart))
            if at > 1 and to > 1 and letter == other[to - 2] and one[at - 2] == counterpart:
                cost = min(cost, above[to - 2] + 1)
            row.append(cost)
        if min(row) > limit:
            return None
    return row[-1] if row[-1] <= limit else None
