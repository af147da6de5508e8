"""Compiled templates kept in a folder from one run of the program to the next."""

from contextlib import suppress
from hashlib import sha256
from typing import Final

from jinja2 import BytecodeCache, Environment
from jinja2.bccache import Bucket

from ondongne.building.store import Store

_DIGEST: Final = sha256().digest_size


class Compiled(BytecodeCache):
    """Compiled templates by name, source and `made_by`, which tells one compiler from another.

    Environments that compile the same templates otherwise need a `folder` each. A template is compiled anew where what
    is kept is not whole, and stays uncompiled where nothing can be kept.
    """

    def __init__(self, store: Store, made_by: bytes, folder: str = "templates") -> None:
        self._store = store
        self._folder = folder
        self._made_by = made_by

    def get_bucket(self, environment: Environment, name: str, filename: str | None, source: str) -> Bucket:
        """The bucket of a template; every class of environments compiles it in its own way, and keeps it apart."""
        return super().get_bucket(environment, f"{type(environment).__qualname__}/{name}", filename, source)

    def load_bytecode(self, bucket: Bucket) -> None:
        """Give a bucket its code if it is there."""
        with suppress(OSError):
            kept = (self._store.folder / self._name(bucket)).read_bytes()
            if kept[:_DIGEST] == self._seal(bucket, kept[_DIGEST:]):
                bucket.bytecode_from_string(kept[_DIGEST:])

    def dump_bytecode(self, bucket: Bucket) -> None:
        """Keep the code of a bucket."""
        code = bucket.bytecode_to_string()
        with suppress(OSError):
            self._store.write(self._name(bucket), self._seal(bucket, code) + code)

    def _seal(self, bucket: Bucket, code: bytes) -> bytes:
        return sha256(b"\0".join((self._made_by, bucket.checksum.encode(), code))).digest()

    def _name(self, bucket: Bucket) -> str:
        return f"{self._folder}/{bucket.key}.code"
