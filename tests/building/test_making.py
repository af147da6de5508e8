"""Things are made on several threads, in order, and it is told how far it is."""

import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager

import pytest

from ondongne.building.making import Breaks, Making


class Told:
    def __init__(self) -> None:
        self.lines: list[str] = []

    @contextmanager
    def __call__(self, what: str, size: int) -> Iterator[Callable[[str], None]]:
        self.lines.append(f"{size} {what}")
        yield self.lines.append


def test_what_is_made_comes_in_order_and_is_told() -> None:
    told = Told()
    assert list(Making(3, told).each("photos", range(5), lambda n: n * n, str)) == [0, 1, 4, 9, 16]
    assert told.lines == ["5 photos", "0", "1", "2", "3", "4"]


def test_the_first_failure_stops_what_is_not_begun() -> None:
    begun: list[int] = []

    def make(number: int) -> int:
        begun.append(number)
        time.sleep(0.01 * number)
        return 1 // (number - 1)

    with pytest.raises(ZeroDivisionError):
        list(Making(1).each("photos", range(100), make, str))
    assert len(begun) < 100


def test_a_break_comes_when_enough_is_done_and_nothing_goes_on() -> None:
    working, seen = set[int](), list[set[int]]()
    breaks = Breaks(3, lambda: seen.append(set(working)))

    def make(number: int) -> None:
        with breaks.work() as amounts:
            working.add(number)
            time.sleep(0.002)
            amounts(1)
            working.discard(number)

    list(Making(4).each("booklets", range(20), make, str))
    assert 3 <= len(seen) <= 6
    assert not any(seen)


def test_a_work_that_fails_holds_no_break_up() -> None:
    seen: list[str] = []
    breaks = Breaks(1, lambda: seen.append("rest"))
    with pytest.raises(ValueError, match="odd"), breaks.work() as amounts:
        amounts(5)
        raise ValueError("odd")
    with breaks.work():
        assert seen == ["rest"]
