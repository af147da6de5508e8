"""What files of records gave when they were last read, by their content."""

import platform
from collections.abc import Iterator
from functools import cache
from hashlib import sha256
from pathlib import Path
from struct import Struct
from typing import Final

import pydantic
import yaml

from ondongne.records.finding import Found
from ondongne.records.pickling import Outcome, from_bytes, to_bytes

_PACKAGE: Final = Path(__file__).parents[1]
_SOURCES: Final = ("records", "korean", "messages", "diagnostics.py")
_MARK: Final = b"ondongne-records-1\n"
_SIZE: Final = Struct("<I")
_ROW: Final = Struct("<32sI")  # key and length of what was read from one file
_DIGEST: Final = sha256().digest_size


class Cache:
    """What was read from each file, by its bytes, its path in reports and the program that read it.

    `packed` is what `pack` made at the end of an earlier reading; anything else is as good as nothing.
    """

    def __init__(self, packed: bytes = b"") -> None:
        self._before = dict(_unpack(packed))
        self._now: dict[bytes, bytes] = {}

    @property
    def is_changed(self) -> bool:
        """Whether other files were read than the earlier time."""
        return self._now.keys() != self._before.keys()

    def recall(self, found: Found, content: bytes) -> Outcome | None:
        """What a file of this content gave; None when it was not read before."""
        key = _key(found, content)
        kept = self._before.get(key)
        outcome = None if kept is None else from_bytes(kept, found.kind)
        if kept is not None and outcome is not None:
            self._now[key] = kept
        return outcome

    def keep(self, found: Found, content: bytes, outcome: Outcome) -> None:
        """Remember what a file of this content gave."""
        self._now[_key(found, content)] = to_bytes(outcome)

    def pack(self) -> bytes:
        """All that was recalled or kept, as one file; what no file gave this time is left out."""
        rows = b"".join(_ROW.pack(key, len(kept)) for key, kept in self._now.items())
        body = b"".join((_SIZE.pack(len(self._now)), rows, *self._now.values()))
        return _MARK + sha256(body).digest() + body


def _unpack(packed: bytes) -> Iterator[tuple[bytes, bytes]]:
    body = packed[len(_MARK) + _DIGEST :]
    if not body or packed != b"".join((_MARK, sha256(body).digest(), body)):
        return
    (size,) = _SIZE.unpack_from(body)
    start = _SIZE.size + size * _ROW.size
    for key, length in _ROW.iter_unpack(body[_SIZE.size : start]):
        yield key, body[start : start + length]
        start += length


def _key(found: Found, content: bytes) -> bytes:
    head = f"{found.kind}\0{found.item.shown}\0".encode(errors="surrogatepass")
    return sha256(b"".join((_program(), head, content))).digest()


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
