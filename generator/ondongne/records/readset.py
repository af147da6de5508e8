"""Read sets: which records were read while something was made, by id, so that it stands as long as they do.

What is made in one go on one thread has one read set; whatever other threads read meanwhile is taken to be in it too.
"""

from collections.abc import Callable, Iterable
from functools import lru_cache
from typing import Final, TypeVar, TypeVarTuple

T = TypeVar("T")
Given = TypeVarTuple("Given")

OPEN: Final[list[set[str]]] = [set()]
"""Read sets that are being written down, the innermost last, above one of all that is read besides.

No function, since every look into a record writes here; never empty, since another thread may close a set meanwhile.
"""


class _Reads:
    """No generator, since a block is opened for every record and every page."""

    def __enter__(self) -> set[str]:
        found = set[str]()
        OPEN.append(found)
        return found

    def __exit__(self, *_: object) -> None:
        OPEN.pop()


def reads() -> _Reads:
    """Write down the ids of the records that are read until the end of the block."""
    return _Reads()


def note(ids: Iterable[str]) -> None:
    """Count records as read."""
    OPEN[-1].update(ids)


def remembered(make: Callable[[*Given], T], most: int) -> Callable[[*Given], T]:
    """A function that keeps its last results; whoever gets one counts as having read what it was made of."""

    @lru_cache(maxsize=most)
    def kept(*given: *Given) -> tuple[T, frozenset[str]]:
        with reads() as found:
            made = make(*given)
        return made, frozenset(found)

    def get(*given: *Given) -> T:
        made, found = kept(*given)
        note(found)
        return made

    return get
