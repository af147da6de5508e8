"""Where a site goes that many machines make: a folder that all of them see, or any store that fsspec knows.

A folder takes the place of the last one whole. In a store the files of a build lie under a folder of their own, and
one pointer, written last, names the build that readers are to see.
"""

import json
import shutil
from collections.abc import Iterable, Iterator
from contextlib import AbstractContextManager, closing, contextmanager, nullcontext
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final, Protocol
from urllib.parse import unquote, urlsplit
from urllib.request import url2pathname

from ondongne.building.staging import Staging, publish
from ondongne.building.store import INDEX, check_replaceable, write_whole
from ondongne.extras import extra
from ondongne.failure import Failure
from ondongne.messages import say

POINTER: Final = "current.json"
_IN_PROCESS: Final = "memory"


class Target(Protocol):
    """Where a build goes; every machine opens it for itself."""

    def put(self, folder: Path, paths: Iterable[str]) -> None:
        """Put files of a folder in their places; files that are there already are written anew."""

    def publish(self) -> None:
        """Show readers the build; everything must be in its place."""

    def discard(self) -> None:
        """Take away what was put, unless readers are shown it."""

    def held(self) -> AbstractContextManager[object]:
        """Keep other builds from taking what is put for given up, until the end of the block."""

    @property
    def shown_at(self) -> str:
        """Where the published site is."""


def open_target(url: str, build: str, *, is_shared: bool) -> Target:
    """The place at `url` for a build; raises Failure where nothing can be put there from several machines."""
    folder = _folder(url)
    if folder is not None:
        return _Folder(folder, build)
    if urlsplit(url).scheme == _IN_PROCESS and is_shared:
        raise Failure(say("target-memory"), say("target-memory.hint"))
    return _Store(url.rstrip("/"), build)


def check_target(url: str, project: Path) -> None:
    """Raise Failure where a site at `url` would take the place of a project, or of anything but a site."""
    folder = _folder(url)
    if folder is not None:
        check_replaceable(folder, project)


def _folder(url: str) -> Path | None:
    """The folder that a URL names; None where it names a store."""
    parts = urlsplit(url)
    if parts.scheme and parts.scheme != "file" and len(parts.scheme) > 1:  # one letter is a drive of Windows
        return None
    return Path(url2pathname(unquote(parts.path)) if parts.scheme == "file" else url).resolve()


@dataclass(frozen=True)
class _Folder:
    target: Path
    build: str

    @property
    def _staging(self) -> Path:
        return self.target.with_name(f".{self.target.name}-{self.build}")

    @property
    def shown_at(self) -> str:
        return str(self.target)

    def put(self, folder: Path, paths: Iterable[str]) -> None:
        for path in paths:
            write_whole(self._staging / path, (folder / path).read_bytes())

    def publish(self) -> None:
        publish(self._staging, self.target)

    def discard(self) -> None:
        shutil.rmtree(self._staging, ignore_errors=True)

    def held(self) -> AbstractContextManager[object]:
        return closing(Staging(self.target, self.build))


@dataclass(frozen=True)
class _Store:
    url: str
    build: str

    @property
    def shown_at(self) -> str:
        return f"{self.url}/{self.build}/"

    def put(self, folder: Path, paths: Iterable[str]) -> None:
        given = tuple(paths)
        with _opened(self.url) as (files, root):
            # Stores tell browsers what type a file is of only where they are given it as a file.
            files.put([str(folder / path) for path in given], [f"{root}/{self.build}/{path}" for path in given])

    def publish(self) -> None:
        pointer = json.dumps({"build": self.build, "index": f"{self.build}/{INDEX}"})
        with _opened(self.url) as (files, root):
            files.pipe_file(f"{root}/{POINTER}", pointer.encode())

    def discard(self) -> None:
        with _opened(self.url) as (files, root):
            if files.exists(f"{root}/{self.build}") and not self._is_shown(files, root):
                files.rm(f"{root}/{self.build}", recursive=True)

    def held(self) -> AbstractContextManager[object]:
        return nullcontext()

    def _is_shown(self, files: Any, root: str) -> bool:
        pointer = f"{root}/{POINTER}"
        return bool(files.exists(pointer)) and bool(json.loads(files.cat_file(pointer))["build"] == self.build)


@contextmanager
def _opened(url: str) -> Iterator[tuple[Any, str]]:
    """The file system of a URL, and the path in it; raises Failure for whatever goes wrong with it."""
    fsspec = extra("fsspec.core", "no-cluster")
    try:
        yield fsspec.url_to_fs(url)
    except Exception as error:  # Every store has errors of its own.
        reason = error if str(error) else type(error).__name__
        raise Failure(say("target-failed", url=url, reason=reason), say("target-failed.hint")) from error
