"""Plain values kept from one build for the next under a seal: what is not whole, or another program's, is none."""

import io
import pickle
from collections.abc import Callable
from contextlib import suppress
from hashlib import sha256
from typing import Any, Final, TypeVar

from ondongne.building.store import Store
from ondongne.paths import program
from ondongne.records.cache import Plain

T = TypeVar("T")

_SEAL: Final = sha256().digest_size


def keep(store: Store, name: str, value: object) -> None:
    """Keep numbers, texts and bytes in tuples, lists and dicts under a path of their own."""
    content = pickle.dumps(value, 5)
    # A folder that cannot be written to makes the next build slow, not this one wrong.
    with suppress(OSError):
        store.write(name, _seal(content) + content)


def recall(store: Store, name: str) -> Any:
    """What was kept under a path, or None."""
    with suppress(OSError):
        kept = memoryview((store.folder / name).read_bytes())
        if kept[:_SEAL] == _seal(kept[_SEAL:]):
            return Plain(io.BytesIO(kept[_SEAL:])).load()
    return None


def made(store: Store, name: str, key: object, make: Callable[[], T]) -> T:
    """What was kept under a path with this very key, or else is made now, and kept."""
    found: tuple[object, T] | None = recall(store, name)
    if found is None or found[0] != key:
        found = key, make()
        keep(store, name, found)
    return found[1]


def _seal(content: bytes | memoryview) -> bytes:
    digest = sha256(program())
    digest.update(content)
    return digest.digest()
