"""A file that a publication plans: where it goes, what it depends on, and how to make it."""

import hashlib
from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property


@dataclass(frozen=True)
class Artifact:
    """`path` is relative to the site with `/`; `depends_on` is everything that decides the bytes `make` returns."""

    path: str
    depends_on: tuple[bytes, ...]
    make: Callable[[], bytes]

    @cached_property
    def key(self) -> str:
        """Digest of what it depends on; the same key means the same bytes."""
        digest = hashlib.sha256()
        for part in self.depends_on:
            digest.update(len(part).to_bytes(8, "big"))
            digest.update(part)
        return digest.hexdigest()
