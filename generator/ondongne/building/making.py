"""How much is made at once, and who hears of what is done."""

import os
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import AbstractContextManager, contextmanager, nullcontext
from dataclasses import dataclass
from threading import Condition
from typing import TypeAlias, TypeVar

T = TypeVar("T")
R = TypeVar("R")

Done: TypeAlias = Callable[[str], None]
"""Hears the name of each thing that is done."""
Tell: TypeAlias = Callable[[str, int], AbstractContextManager[Done]]
"""Hears what is going to be made (booklets, photos, pages) and how many."""


def _silently(_what: str, _size: int) -> AbstractContextManager[Done]:
    return nullcontext(lambda _: None)


@dataclass(frozen=True)
class Making:
    """Makes things on `jobs` threads and tells how far it is."""

    jobs: int = os.cpu_count() or 1
    tell: Tell = _silently

    def each(self, what: str, things: Iterable[T], make: Callable[[T], R], name: Callable[[T], str]) -> Iterator[R]:
        """What `make` makes of each thing, in order; the first failure is raised, and what is not begun is left."""
        waiting = list(things)
        with self.tell(what, len(waiting)) as done, ThreadPoolExecutor(max_workers=self.jobs) as pool:
            for thing, made in zip(waiting, pool.map(make, waiting), strict=True):
                done(name(thing))
                yield made


class Breaks:
    """Has something done now and then between works that go on on several threads, while none of them does.

    `rest` is done before a work begins once `most` of what works say they amount to has come together.
    """

    def __init__(self, most: float, rest: Callable[[], object]) -> None:
        self._most, self._rest = most, rest
        self._done, self._working = 0.0, 0
        self._changed = Condition()

    @contextmanager
    def work(self) -> Iterator[Callable[[float], None]]:
        """A work; gives what it tells how much it amounts to."""
        with self._changed:
            self._changed.wait_for(lambda: self._done < self._most or not self._working)
            if self._done >= self._most:
                self._rest()
                self._done = 0
            self._working += 1
        try:
            yield self._amount
        finally:
            with self._changed:
                self._working -= 1
                self._changed.notify_all()

    def _amount(self, much: float) -> None:
        with self._changed:
            self._done += much
