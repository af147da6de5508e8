"""The records of a project as read: each with its id, where it belongs and where every value stands."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from stat import S_ISREG
from sys import intern
from typing import Any, Final, Generic, TypeVar, cast

from ondongne.diagnostics import Place
from ondongne.records.base import FieldPath
from ondongne.records.gist import Gist, gist_of
from ondongne.records.locating import locate
from ondongne.records.readset import OPEN, reads
from ondongne.records.record import Record
from ondongne.records.written import Written

R_co = TypeVar("R_co", bound=Record, covariant=True)
T = TypeVar("T")

PHOTOS: Final = "photos"
COUNTED: Final = "#counted"
"""After an id in a read set: the record's figures, counts and topics, and nothing else of it (`Gist.counted`)."""


@dataclass(frozen=True, slots=True, eq=False)
class Sealed:
    """A record that is read when somebody looks into it."""

    read: Callable[[], Record]


@dataclass(frozen=True, slots=True, eq=False)
class Entry(Generic[R_co]):
    """A record in its place: `id` is its path without suffix, `council` and `year` are empty where it has none.

    `owner` is the id of the council it belongs to, or else of the city; `home` that of the council-year or city-year,
    or the owner's where it has no year.
    """

    id: str
    kind: str
    city: str
    council: str
    year: int | None
    slug: str
    _record: R_co | Sealed
    document: Written
    _gist: Gist | None = field(default=None, repr=False)
    owner: str = field(init=False)
    home: str = field(init=False)
    _found: dict[Callable[..., Any], Any] = field(init=False, repr=False, default_factory=dict)

    def __post_init__(self) -> None:
        owner = intern(f"{self.city}/{self.council}") if self.council else self.city
        object.__setattr__(self, "owner", owner)
        object.__setattr__(self, "home", owner if self.year is None else intern(f"{owner}/{self.year}"))

    @property
    def record(self) -> R_co:
        """What its file says."""
        OPEN[-1].add(self.id)
        record = self._record
        if isinstance(record, Sealed):
            record = cast(R_co, record.read())
            object.__setattr__(self, "_record", record)
        return record

    @property
    def gist(self) -> Gist:
        """What lists and links ask of it."""
        OPEN[-1].add(self.id)
        gist = self._gist
        if gist is None:  # told by another machine, without the data
            gist = gist_of(self.record, {})
            object.__setattr__(self, "_gist", gist)
        return gist

    def place(self, path: FieldPath = (), *, key: bool = False) -> Place:
        """Where the value at a path of fields (or its key) stands."""
        return self.document.place(locate(type(self.record), self.document.data, path).path, key=key)

    def once(self, find: "Callable[[Entry[Record]], T]", part: str = "") -> T:
        """What a function finds in this record alone; it is called once, however often records are linked again.

        Where it looks only at what is `COUNTED`, only that part counts as read.
        """
        OPEN[-1].add(self.id + part)
        if find not in self._found:
            with reads():
                self._found[find] = find(self)
        return cast(T, self._found[find])


@dataclass(frozen=True, slots=True)
class RecordTree:
    """All records that could be read, by id in the order of their folders, and the folder `councils/` they lie in.

    Where records of other cities were told by other machines, `unread` are the ids of their files that hold no record,
    and `book` may name every record of the country.
    """

    root: Path
    entries: Mapping[str, Entry[Record]]
    unread: frozenset[str] = frozenset()
    book: tuple[Entry[Record], ...] = ()

    def photo(self, entry: Entry[Record], file: str) -> Path:
        """Path of a photo that `entry` names; it lies in the `photos` folder of its year, council or city."""
        return self.root / entry.home / PHOTOS / file

    def has_photo(self, entry: Entry[Record], file: str) -> bool:
        """Whether a photo that `entry` names is there; who tells of a record names only photos that are."""
        return entry.document.is_elsewhere or _is_file(self.photo(entry, file))


def _is_file(path: Path) -> bool:
    """Whether a file lies there itself, and no link to one."""
    try:
        return S_ISREG(path.lstat().st_mode)
    except OSError:
        return False
