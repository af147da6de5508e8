"""What files of records gave when they were last read: in this process, or in one before it."""

import io
import pickle
import platform
from collections.abc import Mapping
from decimal import Decimal
from functools import cache
from hashlib import sha256
from typing import Any, Final, NamedTuple, TypeAlias

import pydantic
import yaml

from ondongne.diagnostics import Diagnostic
from ondongne.paths import program
from ondongne.records.finding import Found
from ondongne.records.gist import Gist
from ondongne.records.listing import Folders, Names
from ondongne.records.record import Record
from ondongne.records.stamps import Stamp, is_settled
from ondongne.records.tree import Entry

Result: TypeAlias = tuple[Entry[Record] | None, tuple[Diagnostic, ...]]
"""The record of a file, or None where it holds none, and the file's faults."""

_MARK: Final = b"ondongne-records-6\n"
_DIGEST: Final = sha256().digest_size
_HEAD: Final = len(_MARK) + _DIGEST
_PROTOCOL: Final = 5
_SIZE: Final = 8  # bytes of the length of the list
_READING: Final = 40
"""How many times as long it takes to read a file as to write down again what was packed of it."""


class Row(NamedTuple):
    """What is known of one file.

    `stamp` is None where it must not be trusted, `digest` is the SHA-256 of the file's bytes. A file that gave a record
    and no fault has the record's `gist`, and its `text` where rules look into that; another process reads others anew.
    """

    stamp: Stamp | None
    digest: bytes
    gist: Gist | None = None
    text: str = ""


class Cache:
    """What files gave at an earlier reading, and what they give at this one; it serves one reading.

    `packed` is what `pack` made at the end of an earlier reading; anything else is as good as nothing. A file that was
    written no later than `until` (`stamps.settled`), and bears the same stamp at a later reading, is not opened again.
    """

    def __init__(self, packed: bytes | bytearray = b"", until: int = 0) -> None:
        whole, at = memoryview(packed), _HEAD + _DIGEST
        rows, folders = _index(whole)
        self.until = until
        self.folders = Folders(until, folders)
        self._before: dict[str, Row] = {}
        self._packed: dict[str, bytes | memoryview] = {}
        self._results: Mapping[str, Result] = {}
        self._rows_now: dict[str, Row] = {}
        self._results_now: dict[str, Result] = {}
        for file, length, stamp, digest, gist, text in rows:
            self._before[file] = Row(stamp, digest, Gist(*gist), text)
            self._packed[file] = whole[at : at + length]
            at += length

    def again(self, until: int = 0) -> "Cache":
        """The cache of the next reading in this process, in which records of unchanged files are the same objects."""
        following = Cache(until=until)
        following.folders.before = self.folders.now
        following._before, following._results = self._rows_now, self._results_now
        return following

    @property
    def is_outdated(self) -> bool:
        """Whether so much has changed that it takes less time to pack all than to read that once more."""
        before, now = self._before, {file: row for file, row in self._rows_now.items() if row.gist}
        changed = [file for file, row in now.items() if before.get(file) is not row]
        return (len(changed) + len(before.keys() - now.keys())) * _READING > len(now)

    def row(self, found: Found) -> Row | None:
        """What was known of a file at the earlier reading."""
        return self._before.get(found.item.shown) if found.id else None

    def result(self, found: Found) -> Result | None:
        """What a file gave at the earlier reading, where that was in this process."""
        return self._results.get(found.item.shown)

    def packed(self, found: Found) -> bytes | memoryview:
        """The data of a file, as `unpacked` takes it, where it was read in another process."""
        return self._packed[found.item.shown]

    def trusted(self, stamp: Stamp | None) -> Stamp | None:
        """A stamp, if it is old enough to tell of every later change."""
        return stamp if stamp is not None and is_settled(stamp, self.until) else None

    def keep(self, found: Found, row: Row, result: Result, data: Mapping[str, Any] | None = None) -> None:
        """Remember what a file gives, and its data if it was read; one whose name makes no id is read anew each time.

        Data takes far less time to pack than the record that was made of it.
        """
        if found.id:
            self._rows_now[found.item.shown] = row
            self._results_now[found.item.shown] = result
            if data is not None and row.gist is not None:
                self._packed[found.item.shown] = pickle.dumps(data, _PROTOCOL)

    def pack(self) -> bytearray:
        """What another process may know: mark, digest of what follows, program, data, list of files and folders."""
        whole, rows = bytearray(_MARK + bytes(_DIGEST) + _program()), []
        for file, row in self._rows_now.items():
            if row.gist is not None:
                data = self._packed[file]
                whole += data
                rows.append((file, len(data), row.stamp, row.digest, tuple(row.gist), row.text))
        index = pickle.dumps((rows, self.folders.names()), _PROTOCOL)
        whole += index + len(index).to_bytes(_SIZE)
        whole[len(_MARK) : _HEAD] = sha256(memoryview(whole)[_HEAD:]).digest()
        return whole

    def forget_packed(self) -> None:
        """Let go of what was packed, which nobody needs once it is written; after that nothing can be packed."""
        self._before, self._packed = {}, {}


def _index(whole: memoryview) -> tuple[list[tuple[Any, ...]], Mapping[str, Names]]:
    """What is listed at the end of a whole cache: each file with the length of its record, and folders."""
    end = _HEAD + _DIGEST
    if bytes(whole[: len(_MARK)]) != _MARK or whole[len(_MARK) : _HEAD] != sha256(whole[_HEAD:]).digest():
        return [], {}
    if whole[_HEAD:end] != _program():
        return [], {}
    size = int.from_bytes(whole[-_SIZE:])
    rows, folders = Plain(io.BytesIO(whole[-_SIZE - size : -_SIZE])).load()
    return rows, folders


class Plain(pickle.Unpickler):
    """Reads texts, numbers, lists and the like, and nothing else that has a class."""

    def find_class(self, module: str, name: str, /) -> type[Decimal]:
        """The class of numbers with decimals; any other is refused."""
        if (module, name) == (Decimal.__module__, Decimal.__qualname__):
            return Decimal
        raise pickle.UnpicklingError(f"{module}.{name}")


def unpacked(packed: bytes | memoryview) -> Any:
    """The data of a file; raises ValueError where the bytes hold something else."""
    try:
        return Plain(io.BytesIO(packed)).load()
    except Exception as error:  # bytes of unknown origin fail in any way they like
        raise ValueError("no data") from error


@cache
def _program() -> bytes:
    """What tells this program from another one that might read the same file otherwise."""
    versions = (platform.python_version(), pydantic.VERSION, yaml.__version__, yaml.__with_libyaml__)
    return sha256(program() + repr(versions).encode()).digest()
