"""What files of records gave when they were last read: in this process, or in one before it."""

import io
import pickle
import platform
from collections.abc import Iterator, Mapping
from functools import cache
from hashlib import sha256
from pathlib import Path
from typing import Final, NamedTuple, NoReturn, TypeAlias

import pydantic
import yaml

from ondongne.diagnostics import Diagnostic
from ondongne.records.finding import Found
from ondongne.records.gist import Gist
from ondongne.records.listing import Folders
from ondongne.records.pickling import to_bytes
from ondongne.records.record import Record
from ondongne.records.stamps import Stamp, is_settled
from ondongne.records.tree import Entry

Result: TypeAlias = tuple[Entry[Record] | None, tuple[Diagnostic, ...]]
"""The record of a file, or None where it holds none, and the file's faults."""

_PACKAGE: Final = Path(__file__).parents[1]
_SOURCES: Final = ("records", "korean", "messages", "diagnostics.py")
_MARK: Final = b"ondongne-records-4\n"
_DIGEST: Final = sha256().digest_size
_HEAD: Final = len(_MARK) + _DIGEST
_SIZE: Final = 8  # bytes of the length of the list


class Row(NamedTuple):
    """What one file gave: `packed`, or empty where only this process knows it yet.

    `stamp` is None where it must not be trusted, `digest` is the SHA-256 of the file's bytes. The `gist` is that of a
    record that is all that the file gave, with no fault and no text to look into.
    """

    stamp: Stamp | None
    digest: bytes
    packed: bytes | memoryview = b""
    gist: Gist | None = None


class Cache:
    """What files gave at an earlier reading, and what they give at this one; it serves one reading.

    `packed` is what `pack` made at the end of an earlier reading; anything else is as good as nothing. A file that was
    written no later than `until` (`stamps.settled`), and bears the same stamp at a later reading, is not opened again.
    """

    def __init__(self, packed: bytes | bytearray = b"", until: int = 0) -> None:
        self.until = until
        self.folders = Folders(until)
        self._before = dict(_unpack(packed))
        self._results: Mapping[str, Result] = {}
        self._rows_now: dict[str, Row] = {}
        self._results_now: dict[str, Result] = {}

    def again(self, until: int = 0) -> "Cache":
        """The cache of the next reading in this process, in which records of unchanged files are the same objects."""
        following = Cache(until=until)
        following.folders.before = self.folders.now
        following._before, following._results = self._rows_now, self._results_now
        return following

    @property
    def is_changed(self) -> bool:
        """Whether files gave anything else than at the earlier reading."""
        before, now = self._before, self._rows_now
        return before.keys() != now.keys() or any(before[file] is not row for file, row in now.items())

    def row(self, found: Found) -> Row | None:
        """What a file gave at the earlier reading."""
        return self._before.get(found.item.shown) if found.id else None

    def result(self, found: Found) -> Result | None:
        """What a file gave at the earlier reading, where that was in this process."""
        return self._results.get(found.item.shown)

    def trusted(self, stamp: Stamp | None) -> Stamp | None:
        """A stamp, if it is old enough to tell of every later change."""
        return stamp if stamp is not None and is_settled(stamp, self.until) else None

    def keep(self, found: Found, row: Row, result: Result) -> None:
        """Remember what a file gives; one whose name makes no id is read anew each time."""
        if found.id:
            self._rows_now[found.item.shown] = row
            self._results_now[found.item.shown] = result

    def pack(self) -> bytearray:
        """All that was kept, as one file: mark, digest of all that follows, program, what files gave, list of them."""
        whole, rows = bytearray(_MARK + bytes(_DIGEST) + _program()), []
        for file, row in self._rows_now.items():
            start = len(whole)
            whole += row.packed or self._packed(file)
            gist = row.gist if row.packed else self._gist(file)
            rows.append((file, row.stamp, row.digest, len(whole) - start, None if gist is None else tuple(gist)))
        index = pickle.dumps(rows)
        whole += index + len(index).to_bytes(_SIZE)
        whole[len(_MARK) : _HEAD] = sha256(memoryview(whole)[_HEAD:]).digest()
        return whole

    def forget_packed(self) -> None:
        """Let go of what was packed, which nobody needs once it is written."""
        self._before = {}
        for file, row in self._rows_now.items():
            self._rows_now[file] = row._replace(packed=b"")

    def _gist(self, file: str) -> Gist | None:
        entry, faults = self._results_now[file]
        return entry.gist if entry is not None and not faults and not entry.document.kept else None

    def _packed(self, file: str) -> bytes:
        entry, faults = self._results_now[file]
        return to_bytes((None, faults, "") if entry is None else (entry.record, faults, entry.document.kept))


def _unpack(packed: bytes | bytearray) -> Iterator[tuple[str, Row]]:
    view = memoryview(packed)
    if not packed.startswith(_MARK) or view[len(_MARK) : _HEAD] != sha256(view[_HEAD:]).digest():
        return
    at = _HEAD + _DIGEST
    if view[_HEAD:at] != _program():
        return
    size = int.from_bytes(view[-_SIZE:])
    for file, stamp, digest, length, gist in Plain(io.BytesIO(view[-_SIZE - size : -_SIZE])).load():
        yield file, Row(stamp, digest, view[at : at + length], gist and Gist(*gist))
        at += length


class Plain(pickle.Unpickler):
    """Reads texts, numbers, lists and the like, and nothing that has a class."""

    def find_class(self, module: str, name: str, /) -> NoReturn:
        """Refuse it."""
        raise pickle.UnpicklingError(f"{module}.{name}")


@cache
def _program() -> bytes:
    """What tells this program from another one that might read the same file otherwise."""
    versions = (platform.python_version(), pydantic.VERSION, yaml.__version__, yaml.__with_libyaml__)
    digest = sha256(repr(versions).encode())
    for name in _SOURCES:
        place = _PACKAGE / name
        for source in sorted(place.rglob("*.py")) if place.is_dir() else (place,):
            digest.update(source.read_bytes())
    return digest.digest()
