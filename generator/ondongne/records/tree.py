"""The records of a project as read: each with its id, where it belongs and where every value stands."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Generic, TypeVar

from ondongne.diagnostics import Place
from ondongne.records.base import FieldPath
from ondongne.records.locating import locate
from ondongne.records.record import Record
from ondongne.records.written import Written

R_co = TypeVar("R_co", bound=Record, covariant=True)


@dataclass(frozen=True, slots=True, eq=False)
class Entry(Generic[R_co]):
    """A record in its place: `id` is its path without suffix, `council` and `year` are empty where it has none."""

    id: str
    kind: str
    city: str
    council: str
    year: int | None
    slug: str
    record: R_co
    document: Written

    @property
    def owner(self) -> str:
        """The id of the council it belongs to, or else of the city."""
        return f"{self.city}/{self.council}" if self.council else self.city

    @property
    def home(self) -> str:
        """The id of the council-year or city-year it belongs to; the owner's where it has no year."""
        return self.owner if self.year is None else f"{self.owner}/{self.year}"

    def place(self, path: FieldPath = (), *, key: bool = False) -> Place:
        """Where the value at a path of fields (or its key) stands."""
        return self.document.place(locate(type(self.record), self.document.data, path).path, key=key)


@dataclass(frozen=True, slots=True)
class RecordTree:
    """All records that could be read, by id in the order of their folders, and the folder `councils/` they lie in."""

    root: Path
    entries: Mapping[str, Entry[Record]]

    def photo(self, entry: Entry[Record], file: str) -> Path:
        """Path of a photo that `entry` names; it lies in the `photos` folder of its year, council or city."""
        return self.root / entry.home / "photos" / file
