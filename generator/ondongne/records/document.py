"""A record's file as read: its data, and where in the file each part of it stands."""

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from functools import cached_property
from typing import TYPE_CHECKING, Any, TypeAlias

from ondongne.diagnostics import Place
from ondongne.records.source import Source

if TYPE_CHECKING:
    from array import array

Scalar: TypeAlias = str | int | Decimal | bool | None
Path: TypeAlias = tuple[str | int, ...]
Span: TypeAlias = tuple[int, int]


@dataclass(frozen=True)
class Document(Source):
    """One file's data with the places of its parts.

    `marks` holds four offsets for each part below the top, in the order of the file: start and end of its key, start
    and end of its value. A part of a list has no key, and a mapping or list under a key is marked by that key.
    """

    data: dict[str, Any]
    marks: "array[int]"

    def place(self, path: Path, *, key: bool = False) -> Place:
        """The place of the value at a path such as `("budget", 0, "value")`, or of its key.

        Steps the document does not have are passed over, so that a path into what is missing gives what should hold
        it; the empty path is the first line.
        """
        found = tuple(self._existing(path))
        if not found:
            return self.stretch(0, self.line_end(0))
        of_key, of_value = self._spans[found]
        return self.stretch(*(of_key if key else of_value))

    def _existing(self, path: Path) -> Iterator[str | int]:
        part: Any = self.data
        for step in path:
            if _holds(part, step):
                part = part[step]
                yield step

    @cached_property
    def _spans(self) -> dict[Path, tuple[Span, Span]]:
        # Kept apart from `marks` because few documents are ever asked, and this takes fifty times the memory.
        numbers = iter(self.marks)
        return {path: ((a, b), (c, d)) for path, a, b, c, d in zip(_paths(self.data), *[numbers] * 4, strict=True)}


def _holds(part: Any, step: str | int) -> bool:
    if isinstance(part, dict):
        return step in part
    return isinstance(part, list) and isinstance(step, int) and 0 <= step < len(part)


def _paths(part: Any, path: Path = ()) -> Iterator[Path]:
    steps = part.items() if isinstance(part, dict) else enumerate(part) if isinstance(part, list) else ()
    for step, below in steps:
        yield (*path, step)
        yield from _paths(below, (*path, step))
