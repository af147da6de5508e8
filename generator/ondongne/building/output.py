"""A folder in the making, which takes the place of the last one whole; what did not change stays the file it was."""

import os
import shutil
from collections.abc import Callable
from contextlib import suppress
from io import FileIO
from pathlib import Path
from stat import S_ISREG
from typing import Final

from ondongne.building.staging import Staging, publish

_TREE: Final = "-tree"

Mark = tuple[int, int, int]
"""What tells a file from every other one that was ever in its place: its size, when it was written in ns, its number.

A plain tuple, because it is kept with thousands of others."""


class Output:
    """What will take the place of the folder `target`; paths in it are relative, with `/`, and a later file wins.

    A file that is equal to the last one is linked to it, or copied with its time where there are no links, so that
    whatever carries the folder elsewhere has only to carry what changed. Nothing is written into a file that is there:
    it may be the last output's too. Others, who may not know this, write into the folder `staging`, and what they wrote
    is taken from there.

    The output before the last is kept at `spare`, where that is given and on the same disk, and is what the next one
    begins with: most of its files are the last one's too, and thousands of folders need not be made and removed.
    """

    def __init__(self, target: Path, spare: Path | None = None) -> None:
        self.target = target = target.resolve()  # A link goes on leading there.
        self._places = Staging(target)
        self.staging = self._places.folder()
        self._spare = spare
        self._tree = self._begun()
        self._last = str(target) if target.is_dir() else ""
        self._files, self._folders = _contents(str(self._tree))
        self._placed: set[str] = set()
        self._needed = {""}

    def write(self, path: str, content: bytes) -> None:
        """Put a file in its place."""
        self._put(path, lambda last: _holds(last, content), lambda file: _write(file, content))

    def copy(self, path: str, source: Path) -> None:
        """Put a copy of a file in its place; one of its size and time in the last output is taken for equal."""
        self._put(path, lambda last: _looks_like(last, source), lambda file: _copy(source, file))

    def keep(self, path: str, mark: Mark) -> bool:
        """Put the last output's file in its place; fails where it is not the one with this mark any more."""
        if self._files.get(path) != mark:
            if not self._last or _mark(f"{self._last}/{path}") != mark:
                return False
            self._clear(path)
            if not self._take_over(path) or self.mark(path) != mark:
                return False
        self._need(path.rpartition("/")[0])
        self._placed.add(path)
        return True

    def mark(self, path: str) -> Mark | None:
        """The mark of a file that is in its place."""
        return _mark(f"{self._tree}/{path}")

    def publish(self) -> None:
        """Take the place of the last output, with what others wrote."""
        for path in _contents(str(self.staging))[0]:
            if path not in self._placed:
                self._adopt(path, f"{self.staging}/{path}")
        self._sweep()
        publish(self._tree, self.target, self._spare)
        shutil.rmtree(self.staging, ignore_errors=True)
        self._places.close()

    def discard(self) -> None:
        """Leave the last output as it was, and nothing beside it."""
        shutil.rmtree(self.staging, ignore_errors=True)
        shutil.rmtree(self._tree, ignore_errors=True)
        self._places.close()

    def _begun(self) -> Path:
        """The folder in the making: the output before the last, or an empty one where that is not to be had."""
        if self._spare is not None:
            with suppress(OSError):  # None is there, or it is on another disk.
                return self._spare.rename(self._places.place(_TREE))
        return self._places.folder(_TREE)

    def _adopt(self, path: str, written: str) -> None:
        with FileIO(written) as opened:
            content = opened.readall()
        self._put(path, lambda last: _holds(last, content), lambda file: os.rename(written, file))

    def _put(self, path: str, is_as: Callable[[str], bool], make: Callable[[str], None]) -> None:
        self._clear(path)
        if not (self._last and is_as(f"{self._last}/{path}") and self._take_over(path)):
            self._files.pop(path, None)
            _anew(f"{self._tree}/{path}", make)
        self._placed.add(path)

    def _clear(self, path: str) -> None:
        """Make room for a file: its folder must be there, and no folder in its place."""
        if path in self._folders:
            shutil.rmtree(f"{self._tree}/{path}")
            below = f"{path}/"
            self._folders = {folder for folder in self._folders if folder != path and not folder.startswith(below)}
            self._files = {file: mark for file, mark in self._files.items() if not file.startswith(below)}
        self._need(path.rpartition("/")[0])

    def _need(self, folder: str) -> None:
        if folder not in self._needed:
            self._need(folder.rpartition("/")[0])
            self._needed.add(folder)
            if folder not in self._folders:
                if folder in self._files:
                    del self._files[folder]
                    os.unlink(f"{self._tree}/{folder}")
                os.mkdir(f"{self._tree}/{folder}")
                self._folders.add(folder)

    def _take_over(self, path: str) -> bool:
        """Link or copy a file of the last output; fails where it cannot be had."""
        last, new = f"{self._last}/{path}", f"{self._tree}/{path}"
        if (known := self._files.get(path)) is not None and known == _mark(last):
            return True
        self._files.pop(path, None)
        try:
            _anew(new, lambda file: os.link(last, file))
        except OSError:
            with suppress(OSError):
                _anew(new, lambda file: _copy(Path(last), file))
                return True
            return False
        return True

    def _sweep(self) -> None:
        """Remove what was not put in its place."""
        for path in self._files.keys() - self._placed:
            os.unlink(f"{self._tree}/{path}")
        for folder in sorted(self._folders - self._needed, reverse=True):
            os.rmdir(f"{self._tree}/{folder}")


def _contents(tree: str) -> tuple[dict[str, Mark | None], set[str]]:
    """The files of a folder, each with its mark unless it is none that could be taken over, and the folders in it."""
    files: dict[str, Mark | None] = {}
    folders: set[str] = set()
    left = [""]
    while left:
        below = left.pop()
        with os.scandir(f"{tree}/{below}") as entries:
            for entry in entries:
                path = f"{below}{entry.name}"
                if entry.is_dir(follow_symlinks=False):
                    folders.add(path)
                    left.append(f"{path}/")
                else:
                    files[path] = _mark_of(entry.stat(follow_symlinks=False))
    return files, folders


def _anew(file: str, make: Callable[[str], None]) -> None:
    """Make a file that must not be there, in the place of the one that is."""
    try:
        make(file)
    except FileExistsError:
        os.unlink(file)
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
        return _mark_of(os.lstat(file))
    except OSError:
        return None


def _mark_of(found: os.stat_result) -> Mark | None:
    return (found.st_size, found.st_mtime_ns, found.st_ino) if S_ISREG(found.st_mode) else None


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
