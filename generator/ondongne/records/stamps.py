"""Whether a file is still as it was when it was read, told without reading it again."""

import os
import tempfile
from pathlib import Path
from typing import Final, TypeAlias

Stamp: TypeAlias = tuple[int, int, int, int]
"""When a file was last written, when anything about it last changed (both in ns), its size in bytes, its number."""

_COARSEST: Final = 2_000_000_000  # ns; FAT counts in two seconds, every other file system more finely


def stamp(path: str | Path) -> Stamp | None:
    """The stamp of a file or folder, where a link leads to; None when there is none."""
    try:
        found = os.stat(path)
    except OSError:
        return None
    return found.st_mtime_ns, found.st_ctime_ns, found.st_size, found.st_ino


def settled(tree: Path, scratch: Path) -> int:
    """The time up to which what was last written in `tree` cannot change from now on without another stamp.

    A file written just now may be written once more before the clock of its file system moves on, so a stamp that is
    younger says nothing. The clock is asked by a file that `scratch`, a folder on the same file system, holds for a
    moment; where it cannot be asked no stamp is trusted, and this is 0.
    """
    try:
        scratch.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryFile(dir=scratch) as marker:
            now = os.fstat(marker.fileno())
        same_clock = now.st_dev == tree.stat().st_dev
    except OSError:
        return 0
    return now.st_mtime_ns - _COARSEST if same_clock else 0


def is_settled(seen: Stamp, until: int) -> bool:
    """Whether a stamp can be trusted from now on."""
    return max(seen[:2]) < until
