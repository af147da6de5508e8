"""Where lines end: only between words, as Korean is read, and so that all lines of a text are as even as can be."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import lru_cache
from itertools import accumulate
from typing import Final

HAIRS: Final = (0.0, -0.01, 0.01, -0.02, 0.02, -0.03, 0.03)
"""What letters may be set apart by, in ems: the least first."""

EVEN: Final = 0.3
"""What may be added to a space, in ems, in a paragraph that counts as even."""

TORN: Final = 0.4
"""What is too much, at whatever hair's breadth."""

NARROWEST: Final = 0.78
"""What justifying leaves of a space; the typesetter would go down to two thirds."""

_RUNT: Final = 5.0
"""Ems below which the last line of a paragraph looks lost."""

_LOST: Final = 0.1
"""How bad that is."""

_LAST: Final = 0.2
"""How much the room beside the last of ragged lines counts: a little, lest one word stand there alone."""

Widths = tuple[float, ...]
"""Of words, in ems."""

Starts = tuple[int, ...]
"""The words with which lines start, by their numbers from 0, but for the first line's."""

Badness = tuple[float, float]
Judge = Callable[[float, int, bool], Badness]
"""How bad a line is, by its free room and its number of spaces, and whether it is the last."""


@dataclass(frozen=True, slots=True)
class Line:
    """A line to fill, in ems: how wide a space is, how far the first line stands in, and how wide the column is."""

    space: float
    indent: float
    measure: float

    def holds(self, words: Widths) -> bool:
        """Whether words stand on a single line."""
        return self.indent + sum(words) + self.space * (len(words) - 1) <= self.measure


def even(words: Widths, lengths: tuple[int, ...], line: Line) -> tuple[float | None, Starts]:
    """The hair, in ems, that evens lines of words, by their widths and lengths in characters, and where lines start.

    At None no hair's breadth does; the lines then are ragged ones.
    """
    if line.holds(words):
        return 0.0, ()
    found: dict[float, tuple[float, Starts]] = {}
    for hair in HAIRS:
        spread = tuple(width + hair * length for width, length in zip(words, lengths, strict=True))
        found[hair] = gap, starts = justified_lines(spread, replace(line, space=line.space + hair))
        if gap <= EVEN:
            return hair, starts
    best = min(found, key=lambda hair: (found[hair][0], abs(hair)))
    return (best, found[best][1]) if found[best][0] <= TORN else (None, ragged(words, line))


def justified_lines(words: Widths, line: Line) -> tuple[float, Starts]:
    """What is added to the spaces of the loosest line where that is least, and where lines start."""

    def judge(free: float, spaces: int, last: bool) -> Badness:
        if last:
            return 0.0, _LOST if free > line.measure - _RUNT else 0.0
        gap = free / spaces if spaces else line.measure
        return max(0.0, gap), gap * gap

    return _least(words, line, NARROWEST, judge)


@lru_cache(maxsize=16384)
def ragged(words: Widths, line: Line, last: float = _LAST) -> Starts:
    """Where lines start that are to be of about one length; `last` is how much the room beside the last one counts."""
    if line.holds(words):
        return ()

    def judge(free: float, _spaces: int, is_last: bool) -> Badness:
        return 0.0, free * free * (last if is_last else 1.0)

    return _least(words, line, 1.0, judge)[1]


def _least(words: Widths, line: Line, narrowest: float, judge: Judge) -> tuple[float, Starts]:
    """Of all ways to break, that of the least badness: the worst of its lines, and where they start."""
    size = len(words)
    ends = [0.0, *accumulate(words)]
    least: list[Badness] = [(0.0, 0.0)] + [(float("inf"), 0.0)] * size
    begins = [0] * (size + 1)
    for first in range(size):
        worst, total = least[first]
        room = line.measure - (line.indent if first == 0 else 0.0) + ends[first]
        for last in range(first, size):
            spaces = last - first
            full = room - ends[last + 1]
            if spaces and full < spaces * line.space * narrowest:
                break
            gap, badness = judge(full - spaces * line.space, spaces, last == size - 1)
            found = (max(worst, gap), total + badness)
            if found < least[last + 1]:
                least[last + 1], begins[last + 1] = found, first
    starts: list[int] = []
    at = begins[size]
    while at:
        starts.append(at)
        at = begins[at]
    return least[size][0], tuple(reversed(starts))
