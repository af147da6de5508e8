"""Where made files are kept by content, and which folders a site may take the place of."""

import os
import re
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from itertools import chain
from pathlib import Path
from secrets import token_hex
from typing import Final

from ondongne.building.artifact import Artifact
from ondongne.failure import Failure
from ondongne.messages import say

INDEX: Final = "index.html"
"""What every site begins with."""
_SHELF: Final = re.compile("[0-9a-f]{2}$")


@dataclass(frozen=True)
class Store:
    """Made artifacts by key in one folder; safe to delete, and a crash leaves no half-written file in it."""

    folder: Path

    def holds(self, artifact: Artifact) -> bool:
        """Whether the artifact was made already."""
        return self.place(artifact).is_file()

    def kept(self) -> frozenset[str]:
        """The names of all files in which artifacts are kept, to look for many of them at once."""
        with suppress(OSError), os.scandir(self.folder) as entries:
            return frozenset(chain.from_iterable(_files(entry.path) for entry in entries if _SHELF.match(entry.name)))
        return frozenset()

    def place(self, artifact: Artifact) -> Path:
        """Where the artifact's bytes are kept."""
        return self.folder / artifact.key[:2] / (artifact.key + Path(artifact.path).suffix)

    def make(self, artifact: Artifact) -> Path:
        """Make the artifact unless it is kept already, and return where it is."""
        place = self.place(artifact)
        if not place.is_file():
            self.write(place.relative_to(self.folder).as_posix(), artifact.make())
        return place

    def write(self, path: str, content: bytes | bytearray) -> None:
        """Keep a file under a path of its own; version control never sees the folder."""
        ignoring = self.folder / ".gitignore"
        if not ignoring.is_file():
            write_whole(ignoring, b"*\n")
        write_whole(self.folder / path, content)


def _files(folder: str) -> Iterator[str]:
    with suppress(OSError), os.scandir(folder) as entries:
        yield from [entry.name for entry in entries if entry.is_file()]


def write_whole(path: Path, content: bytes | bytearray) -> None:
    """Write a file so that readers see the old bytes or the new, never a part."""
    path.parent.mkdir(parents=True, exist_ok=True)
    # Made by hand: what the tempfile module makes may be read by nobody else.
    draft = path.with_name(f".{token_hex(8)}.part")
    try:
        draft.write_bytes(content)
        draft.replace(path)
    finally:
        draft.unlink(missing_ok=True)


def check_replaceable(target: Path, project: Path) -> None:
    """Raise Failure where `target` holds anything but an earlier site, or the project: all in it would be lost."""
    is_free = not target.exists() or (target.is_dir() and not any(target.iterdir()))
    is_around = project.resolve().is_relative_to(target.resolve())
    if is_around or not (is_free or (target / INDEX).is_file()):
        raise Failure(say("not-a-site", folder=target), say("not-a-site.hint"))
