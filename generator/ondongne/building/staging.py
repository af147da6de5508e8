"""Folders in the making beside the one whose place they will take, and how they take it.

A build keeps a file beside them locked for as long as it lives. Whatever way it ends, the lock ends with it: by that
the next build knows the folders that nobody works on any more, and clears them away.
"""

import re
import shutil
import sys
from contextlib import suppress
from io import FileIO
from pathlib import Path
from secrets import token_hex
from typing import Final

_LOCK: Final = ".lock"
_FORMER: Final = "-former"

if sys.platform == "win32":
    import msvcrt

    def _lock(file: int) -> None:
        msvcrt.locking(file, msvcrt.LK_NBLCK, 1)
else:
    import fcntl

    def _lock(file: int) -> None:
        fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)


class Staging:
    """Places beside the folder `target` that are one build's own until it closes them or its process ends.

    `name` is of 16 hexadecimal digits, and by default one that nobody else has. What builds that ended before they were
    done left beside `target` is cleared away.
    """

    def __init__(self, target: Path, name: str = "") -> None:
        target.parent.mkdir(parents=True, exist_ok=True)
        _clear_away(target)
        self._own = target.with_name(f".{target.name}-{name or token_hex(8)}")
        self._held = _held(self.place(_LOCK))

    def place(self, part: str = "") -> Path:
        """A place of its own."""
        return self._own.with_name(self._own.name + part)

    def folder(self, part: str = "") -> Path:
        """Make an empty folder at a place of its own."""
        made = self.place(part)
        made.mkdir()
        made.chmod(0o755)  # Whatever others may see of this user's files, a site is to be seen.
        return made

    def close(self) -> None:
        """Let go of the places, at which nothing is left."""
        if self._held is not None:
            self._held.close()  # Windows removes no file that is open.
            _remove(self.place(_LOCK))
            self._held = None


def _held(lock: Path) -> FileIO | None:
    """A new file, locked; None where another build has it, or where no file can be locked: then nothing is cleared."""
    with suppress(FileExistsError):
        opened = FileIO(lock, "x")
        if _is_ours(opened):
            return opened
        opened.close()
        _remove(lock)
    return None


def _remove(lock: Path) -> None:
    """Remove a lock that nobody holds; another build may be at it too, and then removes it."""
    with suppress(OSError):
        lock.unlink()


def _is_ours(opened: FileIO) -> bool:
    try:
        _lock(opened.fileno())
    except OSError:
        return False
    return True


def _clear_away(target: Path) -> None:
    """Remove what no living build works on; the last folder comes back if it was gone when a build came to its end."""
    for lock in _locks(target):
        with suppress(OSError):
            if _is_cleared(lock, target):
                _remove(lock)


def _is_cleared(lock: Path, target: Path) -> bool:
    """Clear away what a lock is for, unless somebody has it; whether nothing of it is left."""
    with FileIO(lock, "r+") as opened:
        if not _is_ours(opened):
            return False
        for left in _of(lock):
            if left.name.endswith(_FORMER) and not target.exists():
                left.rename(target)
            shutil.rmtree(left, ignore_errors=True)
        return not _of(lock)


def _locks(target: Path) -> list[Path]:
    name = re.compile(rf"\.{re.escape(target.name)}-[0-9a-f]{{16}}{re.escape(_LOCK)}")
    return [path for path in target.parent.iterdir() if name.fullmatch(path.name)]


def _of(lock: Path) -> list[Path]:
    """The folders that a lock is for."""
    own = lock.name.removesuffix(_LOCK)
    return [path for path in lock.parent.iterdir() if path.name == own or path.name.startswith(f"{own}-")]


def publish(staging: Path, target: Path, spare: Path | None = None) -> None:
    """Put `staging` in the place of `target`, and that in the place of `spare`; if it fails, `target` stays."""
    if not target.exists():
        staging.rename(target)
        return
    former = staging.with_name(staging.name + _FORMER)
    target.rename(former)
    try:
        staging.rename(target)
    except OSError:
        former.rename(target)
        raise
    if spare is not None:
        shutil.rmtree(spare, ignore_errors=True)
        with suppress(OSError):  # On another disk there is no place for it.
            former.rename(spare)
    shutil.rmtree(former, ignore_errors=True)
