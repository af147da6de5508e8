"""A folder in the making, which takes the place of the last one whole; what did not change stays the file it was."""

import os
import shutil
from collections.abc import Callable, Iterable
from contextlib import suppress
from io import FileIO
from pathlib import Path
from stat import S_ISREG
from typing import NamedTuple

from ondongne.building.store import open_staging, publish


class Mark(NamedTuple):
    """What tells a file from every other one that was ever in its place: size, time in ns, number."""

    size: int
    written: int
    number: int


class Output:
    """What will take the place of the folder `target`; paths in it are relative, with `/`, and a later file wins.

    A file that is equal to the last one is linked to it, or copied with its time where there are no links, so that
    whatever carries the folder elsewhere has only to carry what changed. Nothing is written into a file that is there:
    it may be the last output's too.
    """

    def __init__(self, target: Path) -> None:
        self.target = target
        self.staging = open_staging(target)
        self._last = str(target) if target.is_dir() else ""
        self._folders = {""}

    def write(self, path: str, content: bytes) -> None:
        """Put a file in its place."""
        self._make_folder(path.rpartition("/")[0])
        if not (self._last and _holds(f"{self._last}/{path}", content) and self._take_over(path)):
            _anew(f"{self.staging}/{path}", lambda file: _write(file, content))

    def keep(self, path: str, mark: Mark) -> bool:
        """Put the last output's file in its place; fails where it is not the one with this mark any more."""
        if not self._last or _mark(f"{self._last}/{path}") != mark:
            return False
        self._make_folder(path.rpartition("/")[0])
        return self._take_over(path) and self.mark(path) == mark

    def mark(self, path: str) -> Mark | None:
        """The mark of a file that is in its place."""
        return _mark(f"{self.staging}/{path}")

    def copy(self, path: str, source: Path) -> None:
        """Put a copy of a file in its place; one of its size and time in the last output is taken for equal."""
        self._make_folder(path.rpartition("/")[0])
        if not (self._last and _looks_like(f"{self._last}/{path}", source) and self._take_over(path)):
            _anew(f"{self.staging}/{path}", lambda file: _copy(source, file))

    def settle(self, paths: Iterable[str]) -> None:
        """Take over from the last output what others wrote into the folder, where it is equal."""
        for path in paths if self._last else ():
            with suppress(OSError):
                self.write(path, (self.staging / path).read_bytes())

    def publish(self) -> None:
        """Take the place of the last output."""
        publish(self.staging, self.target)

    def discard(self) -> None:
        """Leave the last output as it was, and nothing beside it."""
        shutil.rmtree(self.staging, ignore_errors=True)

    def _make_folder(self, folder: str) -> None:
        if folder not in self._folders:
            self._make_folder(folder.rpartition("/")[0])
            with suppress(FileExistsError):
                os.mkdir(f"{self.staging}/{folder}")
            self._folders.add(folder)

    def _take_over(self, path: str) -> bool:
        """Link or copy a file of the last output; fails where it cannot be had."""
        last, new = f"{self._last}/{path}", f"{self.staging}/{path}"
        try:
            _anew(new, lambda file: os.link(last, file))
        except OSError:
            with suppress(OSError):
                _anew(new, lambda file: _copy(Path(last), file))
                return True
            return False
        return True


def _anew(file: str, make: Callable[[str], None]) -> None:
    """Make a file that must not be there, in the place of the one that is."""
    try:
        make(file)
    except FileExistsError:
        Path(file).unlink()
        make(file)


def _write(file: str, content: bytes) -> None:
    with open(file, "xb") as opened:
        opened.write(content)


def _copy(source: Path, file: str) -> None:
    Path(file).touch(exist_ok=False)
    shutil.copyfile(source, file)
    times = source.stat()
    os.utime(file, ns=(times.st_atime_ns, times.st_mtime_ns))


def _mark(file: str) -> Mark | None:
    try:
        found = os.lstat(file)
    except OSError:
        return None
    return Mark(found.st_size, found.st_mtime_ns, found.st_ino) if S_ISREG(found.st_mode) else None


def _holds(file: str, content: bytes) -> bool:
    try:
        known = os.lstat(file)
        if not S_ISREG(known.st_mode) or known.st_size != len(content):
            return False
        with FileIO(file) as opened:
            return opened.readall() == content
    except OSError:
        return False


def _looks_like(file: str, source: Path) -> bool:
    try:
        one, other = os.lstat(file), source.stat()
    except OSError:
        return False
    return S_ISREG(one.st_mode) and (one.st_size, one.st_mtime_ns) == (other.st_size, other.st_mtime_ns)
