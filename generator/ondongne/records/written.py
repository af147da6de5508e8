"""A record's file as the tree keeps it."""

from dataclasses import dataclass
from functools import cached_property
from typing import Any

from ondongne.diagnostics import Place
from ondongne.records.document import Document, Path
from ondongne.records.source import Source
from ondongne.records.yaml import parse


@dataclass(frozen=True)
class Written(Source):
    """The text of a file that a record was read from.

    Its data is read from it again when asked for: few files ever are, and data takes five times the text's memory.
    """

    @property
    def data(self) -> dict[str, Any]:
        """The data that the record was made of."""
        return self._document.data

    def place(self, path: Path, *, key: bool = False) -> Place:
        """The place of the value at a path such as `("budget", 0, "value")`, or of its key."""
        return self._document.place(path, key=key)

    @cached_property
    def _document(self) -> Document:
        document, _ = parse(self.text.encode(), self.file)
        if document is None:
            raise ValueError(f"{self.file}: no record can come of this")
        return document
