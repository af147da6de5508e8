"""How long a booklet is and how large its files are: known only of files that were made."""

from collections.abc import Callable
from functools import lru_cache
from pathlib import Path
from typing import Final, NamedTuple

_PAGED: Final = ".pdf"
_MEGA: Final = 1_000_000
_KILO: Final = 1_000


class Extent(NamedTuple):
    """The bytes of a file, and its pages where it has pages of a fixed size."""

    size: int
    pages: int = 0

    def __str__(self) -> str:
        """Say it: 36쪽, 1.2MB."""
        size = f"{self.size / _MEGA:.1f}MB" if self.size >= _MEGA else f"{-(-self.size // _KILO)}KB"
        return f"{self.pages}쪽, {size}" if self.pages else size


class Bound(NamedTuple):
    """A file of a booklet: `key` is another whenever the file is; `extent` gives None while it is not made."""

    key: str
    extent: Callable[[], Extent | None]


UNMADE: Final = Bound("", lambda: None)
"""A file that will be there when it is asked for."""


@lru_cache(maxsize=10_000)
def extent(file: Path) -> Extent:
    """The extent of a file that is kept by content."""
    size = file.stat().st_size
    if file.suffix != _PAGED:
        return Extent(size)
    import pikepdf

    with pikepdf.open(file) as pdf:
        return Extent(size, len(pdf.pages))
