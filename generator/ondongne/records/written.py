"""A record's file as the tree keeps it."""

import pathlib
from collections.abc import Mapping
from functools import lru_cache
from hashlib import sha256
from typing import Any, NamedTuple

from ondongne.diagnostics import Place
from ondongne.records.decoding import decode
from ondongne.records.document import Document, Path
from ondongne.records.source import Source
from ondongne.records.yaml import parse


class Written(NamedTuple):
    """The file that a record was read from: its path in reports, its path on disk and the SHA-256 of its bytes.

    Text and data are read from it again when asked for: few files ever are, and they would take more memory than all
    records. Only of a text that rules look into is a copy `kept`; others are empty there.
    """

    file: str
    path: str
    digest: bytes
    kept: str = ""

    @property
    def is_elsewhere(self) -> bool:
        """Whether the file lies on another machine, which told of its record; its faults are not reported here."""
        return not self.path

    @property
    def text(self) -> str:
        """The text of the file with plain line feeds, as it is now; empty where it cannot be read any more."""
        if self.kept:
            return self.kept
        source = decode(_content(self.path), self.file)
        return source.text if isinstance(source, Source) else ""

    @property
    def data(self) -> Mapping[str, Any]:
        """The data that the record was made of; empty where the file has changed since."""
        document = self._document()
        return {} if document is None else document.data

    def place(self, path: Path, *, key: bool = False) -> Place:
        """The place of the value at a path such as `("budget", 0, "value")`, or of its key.

        The whole file where it has changed since the record was read.
        """
        document = self._document()
        return Place(self.file) if document is None else document.place(path, key=key)

    def _document(self) -> Document | None:
        return _parsed(self.file, self.path, self.digest)


@lru_cache(maxsize=4)
def _parsed(file: str, path: str, digest: bytes) -> Document | None:
    content = _content(path)
    return parse(content, file)[0] if sha256(content).digest() == digest else None


def _content(path: str) -> bytes:
    try:
        return pathlib.Path(path).read_bytes()
    except OSError:
        return b""
