"""Files that a publication plans: where they go, what they depend on, and how to make them."""

import hashlib
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple


@dataclass(frozen=True)
class Artifact:
    """`path` is relative to the site with `/`; `depends_on` is everything that decides the bytes `make` returns."""

    path: str
    depends_on: tuple[bytes, ...]
    make: Callable[[], bytes]

    @cached_property
    def key(self) -> str:
        """Digest of what it depends on; the same key means the same bytes."""
        return digest(self.depends_on).hex()


class Bundle(NamedTuple):
    """Files that are made together: `paths` are relative to the site, and the same `key` means the same bytes.

    `make` gives each path with its bytes.
    """

    paths: tuple[str, ...]
    key: bytes
    make: Callable[[], Iterable[tuple[str, bytes]]]


def digest(parts: Iterable[bytes]) -> bytes:
    """A digest of things that something depends on; no others have the same."""
    found = hashlib.sha256()
    for part in parts:
        found.update(len(part).to_bytes(8, "big"))
        found.update(part)
    return found.digest()
